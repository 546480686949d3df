// One number: from the number to a prefilled form in at most three keystrokes, the whole person and
// the whole organisation on a screen, and nothing of one person for the next.
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { record } from "../support/counter";
import { awake, elder, expect, hasScripts, signIn, test } from "../support/portal";

async function whole(page: Page) {
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
}

/// Types a number into the one field and presses Enter.
async function type(page: Page, number: string) {
  await page.goto("/desk");
  await page.locator("#find").fill(number);
  await page.locator("#find").press("Enter");
}

async function next(page: Page) {
  await page.locator(".next-person").click();
  await expect(page.getByRole("status").filter({ hasText: "已清空" })).toBeVisible();
}

/// A credit code that nobody has: its two check characters are computed as GB 32100 says.
function creditCode(): string {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const body = `MA${String(Math.floor(Math.random() * 1e6)).padStart(6, "0")}`;
  const value = (c: string) => (/\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55);
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, at) => sum + weight * value(body[at] ?? "0"), 0);
  const own = 11 - (sum % 11);
  const first = `91229902${body}${own === 10 ? "X" : own === 11 ? "0" : own}`;
  const total = [...first].reduce((sum, c, at) => (sum + alphabet.indexOf(c) * 3 ** at) % 31, 0);
  return first + alphabet[(31 - total) % 31];
}

test.beforeEach(async ({ page }) => {
  await signIn(page, "clerk");
});

test("from the number to a prefilled form in at most three keystrokes", async ({ page }) => {
  const number = elder();
  await record(page, number, { household: 4 });
  await whole(page);
  await next(page);
  await page.locator("#find").fill(number);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press("Enter");
  await expect(page).toHaveURL(/\/desk\/person$/);
  await awake(page);
  if (hasScripts()) await press("1");
  else await page.locator('[data-pick="1"]').press("Enter", { delay: 0 }).then(() => (keys += 1));
  await expect(page).toHaveURL(/\/desk\/intake\//);
  expect(keys).toBeLessThanOrEqual(3);
  await expect(page.locator("body")).toContainText("王测试");
  const filled = page.locator("#intake .form :is(input:not([type=hidden]):not([type=radio]), select)");
  const values = await filled.evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value));
  expect(values.filter((value) => value !== "").length).toBeGreaterThan(0);
  expect(page.url()).not.toContain(number.slice(0, 8));
});

test("the next person sees nothing of the one before, back button included", async ({ page }) => {
  const [first, second] = [elder(), elder()];
  await record(page, first);
  await page.locator('[data-pick="1"]').click();
  await expect(page).toHaveURL(/\/desk\/intake\//);
  await next(page);
  for (let back = 0; back < 3; back += 1) {
    await page.goBack().catch(() => null);
    await expect(page.locator("body")).not.toContainText("王测试");
    await expect(page.locator("body")).not.toContainText(first.slice(0, 4) + "*");
  }
  await type(page, second);
  await expect(page.locator("#id_number")).toHaveValue(second);
  await expect(page.locator("body")).not.toContainText(first);
});

test("an organisation is recorded, waits for somebody who may act, and is served", async ({ page }) => {
  test.setTimeout(120_000);
  const [legal, other] = [elder(), elder()];
  await record(page, legal);
  await next(page);
  await record(page, other);
  await next(page);
  const code = creditCode();
  await type(page, code);
  await expect(page.locator("#credit_code")).toHaveValue(code);
  await whole(page);
  await page.locator("#name").fill("测试食品有限公司");
  await page.locator("#legal_person").fill(legal);
  await page.locator("main form .button").first().click();
  await expect(page).toHaveURL(/\/desk\/entity$/);
  await expect(page.locator("body")).toContainText("请再刷来人的身份证");
  await whole(page);
  // Somebody who may not is told who may.
  await type(page, other);
  await expect(page).toHaveURL(/\/desk\/entity$/);
  await expect(page.getByRole("alert")).toContainText("没有该单位的授权");
  await next(page);
  await type(page, code);
  await type(page, legal);
  await expect(page).toHaveURL(/\/desk\/entity$/);
  await expect(page.locator("body")).toContainText("是法定代表人");
  await whole(page);
  await page.locator('[data-pick="1"]').click();
  await expect(page).toHaveURL(/\/desk\/intake\//);
  await next(page);
  await page.goto("/desk/entity");
  await expect(page.locator("body")).not.toContainText("测试食品有限公司");
});
