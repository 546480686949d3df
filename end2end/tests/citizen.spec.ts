// A citizen registers, applies step by step, leaves and comes back, submits, follows the case,
// and lets somebody else track it.
import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { answer, answerAll, apply, register } from "../support/citizen";
import { record } from "../support/counter";
import { elder, expect, signIn, test } from "../support/portal";

const ITEM = "MZ-001";
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

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

test("applies, leaves, comes back, submits and follows the case", async ({ page, browser }) => {
  // Ten pages, each looked at by axe.
  test.setTimeout(180_000);
  await register(page, ITEM, elder(), "钱秀英");
  await apply(page, ITEM);
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
  await register(page, ITEM, elder(), "钱秀英");
  await apply(page, ITEM);
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
  await register(page, ITEM, elder(), "钱秀英");
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

/// Decided by rule: who is 60 or over, and has the household in the city.
const BY_RULE = "MZ-002";

/// Somebody whose household the counter has written down; known to the portal from then on.
async function known(browser: Browser, number: string) {
  const counter = await (await browser.newContext()).newPage();
  await signIn(counter, "clerk");
  await record(counter, number, { household: 4 });
  await counter.context().close();
}

/// Everything answered, up to the last look.
async function upToTheCheck(page: Page) {
  await apply(page, BY_RULE);
  const draft = page.url();
  await page.locator(".page-actions a.button").first().click();
  await answerAll(page);
  await page.goto(`${draft}/check`);
  await expect(page.locator(".by-rule")).toBeVisible();
}

async function submit(page: Page) {
  await page.locator("#declaration").check();
  await page.locator("form[action$=submit] button").click();
  await expect(page.locator(".confirmation")).toBeVisible();
}

test("who meets every rule has it at once, sees why, and may ask for a person", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const number = elder();
  await known(browser, number);
  await register(page, BY_RULE, number, "王测试");
  await upToTheCheck(page);
  await expect(page.locator(".by-rule li").first()).toContainText("60");
  await expectAccessible(page);
  await expectFitting(page);
  await submit(page);
  await expect(page.locator(".confirmation h1")).toHaveText("已经办好了");
  await expectAccessible(page);
  await expect(page.locator(".page-actions")).toContainText("打开电子证照：老年人优待证");
  await page.locator(".page-actions a[href^='/my/cases/']").first().click();

  await expect(page.locator(".by-rule.success li").first()).toContainText("符合");
  await expect(page.locator(".timeline")).toContainText("秒批");
  await expectAccessible(page);
  await expectFitting(page);
  await page.locator("details:has(#person-reason) summary").click();
  await page.locator("#person-reason").fill("请再看看我的年龄。");
  await page.locator("button[value=ask_person]").click();
  await expect(page.locator(".flash")).toContainText("已转人工");
  await expect(page.locator(".case-head")).toContainText("已受理");
  await expect(page.locator(".timeline")).toContainText("请再看看我的年龄。");
  await expect(page.locator("button[value=ask_person]")).toHaveCount(0);
  await expectAccessible(page);
});

test("who wants a person, or of whom a rule knows too little, gets a person", async ({ page, browser }) => {
  test.setTimeout(120_000);
  // Of this one the portal does not know the household.
  await register(page, BY_RULE, elder(), "钱秀英");
  await upToTheCheck(page);
  await submit(page);
  await expect(page.locator(".by-rule")).toContainText("由工作人员办理");
  await page.locator(".page-actions a.button").first().click();
  await expect(page.locator(".by-rule .unknown")).toContainText("查不到");
  await expectAccessible(page);

  const number = elder();
  await known(browser, number);
  const other = await (await browser.newContext()).newPage();
  await register(other, BY_RULE, number, "王测试");
  await upToTheCheck(other);
  await other.locator("#person").check();
  await submit(other);
  await other.locator(".page-actions a.button").first().click();
  await expect(other.locator(".timeline")).toContainText("要求由工作人员办理");
  await expect(other.locator(".by-rule")).toHaveCount(0);
  await other.context().close();
});

test("a case that nobody answered in time says so plainly", async ({ page }) => {
  await signIn(page, "citizen");
  await page.goto("/my");
  const cases = await page.locator(".case-list a[href^='/my/cases/']").all();
  const addresses = await Promise.all(cases.map((one) => one.getAttribute("href")));
  let told = 0;
  for (const address of addresses) {
    await page.goto(address ?? "/my");
    const deemed = page.locator(".timeline li", { hasText: "视为受理" });
    if ((await deemed.count()) === 0) continue;
    told += 1;
    await expect(deemed.first()).toContainText("5 个工作日内没有答复");
    await expect(deemed.first()).toContainText("第三十二条");
  }
  expect(told).toBe(1);
});
