// One's own data: what is held, who looked and why, put right, handed out; consents taken back.
import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { register } from "../support/citizen";
import { elder, expect, signIn, test } from "../support/portal";

const SECRET = "a-sentence-to-remember-2026";

/// A clerk looks the person up, and sees the number in full for a reason.
async function looked(browser: Browser, number: string) {
  const desk = await browser.newPage();
  await signIn(desk, "clerk");
  await desk.goto("/desk");
  await desk.locator("#find").fill(number);
  await desk.locator("#find").press("Enter");
  await expect(desk).toHaveURL(/\/desk\/person$/);
  await expect(desk.locator("main")).not.toContainText(number);
  await desk.goto("/desk/person/number");
  await expectAccessible(desk);
  // Without a reason nothing is shown, and what was typed stays.
  await desk.locator("#words").fill("核对户口簿");
  await desk.locator("main form button.button").click();
  await expect(desk.locator(".error-summary")).toBeVisible();
  await expect(desk.locator("#words")).toHaveValue("核对户口簿");
  await desk.locator("main .choice label").nth(1).click();
  await desk.locator("main form button.button").click();
  await expect(desk.locator(".id-number strong")).toHaveText(
    `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
  );
  expect(desk.url()).not.toContain(number);
  await expectAccessible(desk);
  await desk.close();
}

/// Opens one of the ways on the page of one's own data.
async function open(page: Page, path: string) {
  await page.goto("/my/data");
  await page.locator(`main a[href="${path}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expectAccessible(page);
  await expectFitting(page);
}

test("the person reads who looked at them, and why", async ({ page, browser }) => {
  const number = elder();
  await register(page, "MZ-001", number, "钱秀英");
  await looked(browser, number);
  await page.goto("/my/data");
  await expectAccessible(page);
  await expectFitting(page);
  await expect(page.locator("main")).not.toContainText(number);
  await open(page, "/my/data/access");
  const line = page.locator(".ledger li").filter({ hasText: "查看完整身份证号" });
  await expect(line).toContainText("与证件或材料核对：核对户口簿");
  await expect(line).toContainText("窗口人员");
  await page.locator("#act").selectOption("revealed");
  await page.locator(".toolbar button").click();
  await expect(page.locator(".ledger li")).toHaveCount(1);
  await expectAccessible(page);
});

test("the phone is put right, and what was typed wrong is kept", async ({ page }) => {
  await register(page, "MZ-001", elder(), "钱秀英");
  await open(page, "/my/data/correct");
  await page.locator("#phone").fill("1390000");
  await page.locator("#address").fill("文庙巷5号");
  await page.locator("main form button.button").click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expect(page.locator("#address")).toHaveValue("文庙巷5号");
  await expectAccessible(page);
  await page.locator("#phone").fill("139 0000 1234");
  await page.locator("main form button.button").click();
  await expect(page.locator(".flash")).toBeVisible();
  await expect(page.locator("#identity")).toContainText("139****1234");
  await expect(page.locator("#identity")).toContainText("文庙巷****");
});

test("everything held is handed out as a file, numbers only for the password", async ({ page }) => {
  const number = elder();
  await register(page, "MZ-001", number, "钱秀英");
  await open(page, "/my/data/export");
  await page.locator("main .choice label").nth(1).click();
  await page.locator("main form button.button").click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expectAccessible(page);
  await page.locator("#password").fill(SECRET);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("main form button.button").click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^yihao-\d{4}-\d\d-\d\d\.json$/);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  const all = JSON.parse(Buffer.concat(parts).toString("utf8"));
  expect(all.person.id_number).toBe(number);
  expect(all.person.phone).toBe("13800138000");
  await page.goto("/my/data/access");
  await expect(page.locator(".ledger li").first()).toContainText("导出");
});
