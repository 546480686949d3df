// A second application asks for no file: what was given with the first one is kept and used again.
import type { Page } from "@playwright/test";
import { answerAll, apply, register } from "../support/citizen";
import { elder, expect, test } from "../support/portal";

const ITEM = "MZ-001";
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function materials(page: Page) {
  await page.goto(page.url().replace(/(\/drafts\/[^/]+).*/, "$1/materials"));
}

async function submit(page: Page) {
  await page.locator(".page-actions a.button").first().click();
  await page.locator("#declaration").check();
  if ((await page.locator("#consent").count()) > 0) await page.locator("#consent").check();
  await page.locator("form[action$=submit] button").click();
  await expect(page).toHaveURL(/receipt/);
}

test("a second application needs no upload at all", async ({ page }) => {
  test.setTimeout(120_000);
  await register(page, ITEM, elder(), "孙桂兰");
  await apply(page, ITEM);
  await page.locator(".page-actions a.button").first().click();
  await answerAll(page);
  await materials(page);
  const missing = page.locator(".material-card.missing");
  // Nobody has issued a certificate to somebody who registered a minute ago.
  expect(await missing.count()).toBeGreaterThan(0);
  while ((await missing.count()) > 0) {
    const left = await missing.count();
    const file = { name: "材料.png", mimeType: "image/png", buffer: PICTURE };
    await missing.first().locator("input[type=file]").setInputFiles(file);
    await missing.first().locator("form.upload button").click();
    await expect(missing).toHaveCount(left - 1);
  }
  await submit(page);

  await apply(page, ITEM);
  await page.locator(".page-actions a.button").first().click();
  await answerAll(page);
  await materials(page);
  await expect(page.locator(".material-card.missing")).toHaveCount(0);
  await expect(page.locator(".material-card.have").first()).toBeVisible();
  await expect(page.locator("main input[type=file]")).toHaveCount(0);
  await submit(page);
});
