// A citizen registers, applies step by step, leaves and comes back, submits, follows the case,
// and lets somebody else track it.
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, elder, expect, fictitious, signIn, test } from "../support/portal";

const ITEM = "MZ-001";
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/// A new person: nobody else's drafts and cases are in the way.
async function register(page: Page) {
  await page.goto(`/register?back=/items/${ITEM}`);
  await awake(page);
  await page.locator("#id_number").fill(elder());
  await page.locator("#name").fill("钱秀英");
  await page.locator("#phone").fill("138 0013 8000");
  await page.locator("#password").fill("a-sentence-to-remember-2026");
  await page.locator("main form button.button").click();
  await expect(page).toHaveURL(new RegExp(`/items/${ITEM}`));
}

/// Answers the question shown, whatever its kind.
async function answer(page: Page) {
  const choice = page.locator("main .choice label").first();
  if (await choice.count()) return choice.click();
  const list = page.locator("main select");
  if (await list.count()) return list.selectOption({ index: 2 });
  const lines = page.locator("main textarea");
  if (await lines.count()) return lines.fill("没有别的说明。");
  const field = page.locator("main form input:not([type=hidden])").first();
  const name = (await field.getAttribute("name")) ?? "";
  const date = (await field.getAttribute("type")) === "date";
  if (date) return field.fill("2020-05-06");
  if (name.endsWith("_id")) return field.fill(fictitious("19400506", 11));
  if (name === "bank_account") return field.fill("6222 0202 0011 2233 445");
  return field.fill(name.includes("phone") ? "13800138000" : "文庙巷5号2单元301");
}

/// Answers until nothing is left to ask.
async function answerAll(page: Page) {
  for (let asked = 0; asked < 20; asked++) {
    const step = new URL(page.url()).pathname.split("/").pop();
    if (step === "materials" || step === "check") return;
    await answer(page);
    await page.locator(".page-actions button").first().click();
  }
}

/// Uploads whatever is still missing.
async function uploadAll(page: Page) {
  await page.goto(page.url().replace(/\/(check|materials).*/, "/materials"));
  await expectAccessible(page);
  const missing = page.locator(".material-card.missing");
  while ((await missing.count()) > 0) {
    const left = await missing.count();
    const file = { name: "材料.png", mimeType: "image/png", buffer: PICTURE };
    await missing.first().locator("input[type=file]").setInputFiles(file);
    await missing.first().locator("form.upload button").click();
    await expect(missing).toHaveCount(left - 1);
  }
}

async function apply(page: Page) {
  await page.goto(`/items/${ITEM}`);
  await page.locator(".guide-head form button").click();
  await expect(page.locator(".task-list")).toBeVisible();
}

test("applies, leaves, comes back, submits and follows the case", async ({ page, browser }) => {
  // Ten pages, each looked at by axe.
  test.setTimeout(180_000);
  await register(page);
  await apply(page);
  await expectAccessible(page);
  await expectFitting(page);
  const draft = page.url();

  // An empty answer is told, and nothing is lost by leaving.
  await page.locator(".page-actions a.button").first().click();
  await page.locator(".page-actions button").first().click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expectAccessible(page);
  await answer(page);
  await page.locator(".page-actions button").first().click();
  await page.goto("/my");
  await expect(page.locator(".case-list a").first()).toHaveAttribute("href", new URL(draft).pathname);
  await expectAccessible(page);
  await page.locator(".case-list a").first().click();
  await page.locator(".page-actions a.button").first().click();

  await answerAll(page);
  await uploadAll(page);
  await page.locator(".page-actions a.button").first().click();
  await expect(page.locator(".summary-list").first()).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);

  // Without the declaration nothing is submitted.
  await page.locator("form[action$=submit] button").click();
  await expect(page.locator(".error-summary a")).toHaveAttribute("href", "#declaration");
  await page.locator("#declaration").check();
  await page.locator("form[action$=submit] button").click();

  await expect(page.locator(".confirmation")).toBeVisible();
  await expect(page.locator(".receipt .qr svg")).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);
  const codes = page.locator(".receipt-facts .code-number.big");
  const number = ((await codes.nth(0).textContent()) ?? "").trim();
  const code = ((await codes.nth(1).textContent()) ?? "").trim();

  // The date can be explained on the spot.
  await page.locator(".why-date summary").click();
  await expect(page.locator(".date-strip .due")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/my/cases/${number}`);
  await expect(page.locator(".timeline li").first()).toBeVisible();
  await expectAccessible(page);

  // Anyone with the receipt tracks it, and sees nothing personal.
  const stranger = await browser.newPage();
  await stranger.goto("/track");
  await stranger.locator("#case_no").fill(number);
  await stranger.locator("#query_code").fill(code);
  await stranger.locator("main form button").click();
  await expect(stranger.locator(".answer h2")).toHaveText("高龄津贴申领");
  await expect(stranger.locator("main")).not.toContainText("秀英");
  await expect(stranger.locator("main")).not.toContainText("13800138000");
  // A stranger who is not signed in is sent to the door, not to the case.
  await stranger.goto(`/my/cases/${number}`);
  await expect(stranger).toHaveURL(/\/sign-in\?back=/);
  await stranger.close();

  await page.goto(`/my/cases/${number}/withdraw`);
  await expectAccessible(page);
  await page.locator("button.danger").click();
  await expect(page.locator(".flash")).toBeVisible();
  await expect(page.locator(".case-head")).toContainText("已撤回");
});

test("who applies for somebody else is asked about them, and who does not is not", async ({ page }) => {
  await register(page);
  await apply(page);
  const draft = new URL(page.url()).pathname;
  const elderName = page.locator(`.task-list a[href="${draft}/elder_name"]`);
  await expect(elderName).toHaveCount(0);
  await page.goto(`${draft}/elder_name`);
  await expect(page.locator(".error-page")).toBeVisible();

  await page.goto(`${draft}/elder_is_self`);
  await page.locator("main .choice label").last().click();
  await page.locator(".page-actions button").first().click();
  await page.goto(draft);
  await expect(elderName).toHaveCount(1);

  // Changed at the check, the answer leads to what it has opened.
  await page.goto(`${draft}/elder_is_self?from=check`);
  await page.locator("main .choice label").first().click();
  await page.locator(".page-actions button").first().click();
  await page.goto(draft);
  await expect(elderName).toHaveCount(0);
});

test("a file of the wrong type is refused at its place, and the draft stays", async ({ page }) => {
  await register(page);
  await page.goto("/items/RS-020");
  await page.locator(".guide-head form button").click();
  await page.goto(`${page.url()}/materials`);
  const field = page.locator("input[type=file]").first();
  await field.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
  await page.locator("form.upload button").first().click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expect(page.locator("form.upload .error").first()).toBeVisible();
  await expectAccessible(page);
  // A picture is taken, and can be taken back.
  await field.setInputFiles({ name: "照片.png", mimeType: "image/png", buffer: PICTURE });
  await page.locator("form.upload button").first().click();
  await expect(page.locator(".file-list .name")).toHaveText("照片.png");
  await page.locator(".file-list button").click();
  await expect(page.locator(".file-list")).toHaveCount(0);
});

test("the demonstration citizen sees the cases and nobody else's", async ({ page }) => {
  await signIn(page, "citizen");
  await page.goto("/my");
  await expect(page.locator("h1")).toHaveText("我的办件");
  await expectAccessible(page);
  await page.goto("/my/cases/269999999999999");
  await expect(page.locator(".error-page")).toBeVisible();
});
