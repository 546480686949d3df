// The clerk's day at the counter: a card, a person, an intake, a receipt, the next person.
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { begin, fill, readCard, record } from "../support/counter";
import { awake, elder, expect, hasScripts, signIn, test } from "../support/portal";

async function whole(page: Page) {
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
}

test.beforeEach(async ({ page }) => {
  await signIn(page, "clerk");
  await page.goto("/desk");
});

test("a wrong number says what is wrong, beside what was typed", async ({ page }) => {
  const right = elder();
  const wrong = right.slice(0, 17) + (right[17] === "0" ? "1" : "0");
  await page.locator("#find").fill(wrong);
  await page.locator("#find").press("Enter");
  await expect(page.getByRole("alert")).toContainText("校验码");
  await expect(page.locator("#find")).toHaveValue(wrong);
  await whole(page);
});

test("the start and today's list are whole", async ({ page }) => {
  await whole(page);
  await page.goto("/desk/today");
  await whole(page);
});

test("somebody new is recorded, served and forgotten", async ({ page }) => {
  // Five pages, each looked at by axe.
  test.setTimeout(180_000);
  const number = elder();
  await record(page, number);
  expect(page.url()).not.toContain(number.slice(0, 8));
  await whole(page);

  await begin(page);
  await whole(page);

  // Enter checks, and takes nothing in; what is typed stays.
  await page.locator("#address").fill("文庙巷5号");
  await page.locator("#address").press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#address")).toHaveValue("文庙巷5号");
  await whole(page);

  await fill(page, number);
  await page.locator(".desk-actions button[value=check]").click();
  await expect(page).toHaveURL(/check=1/);
  await whole(page);

  await page.locator("button[value=submit]").click();
  await expect(page).toHaveURL(/\/desk\/receipts\//);
  await expect(page.locator(".receipt")).toContainText("高龄津贴");
  const receipt = new URL(page.url()).pathname;
  await whole(page);

  await page.locator(".next-person").click();
  await expect(page.getByRole("status").filter({ hasText: "已清空" })).toBeVisible();
  await page.goto("/desk/person");
  await expect(page.locator("body")).not.toContainText("王测试");

  await page.goto("/desk/today");
  await expect(page.locator("tbody tr", { has: page.locator(`a[href="${receipt}"]`) })).toContainText("高龄津贴");
});

test("what rules decide is decided at the counter at once, or by a person", async ({ page }) => {
  test.setTimeout(120_000);
  const number = elder();
  await record(page, number, { household: 4 });
  await begin(page, "老年人优待证");
  await fill(page, number);
  await page.locator(".desk-actions button[value=check]").click();
  await expect(page).toHaveURL(/check=1/);
  await expect(page.locator(".by-rule li").first()).toContainText("60");
  await expect(page.locator("#person")).not.toBeChecked();
  await whole(page);
  await page.locator("button[value=submit]").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已当场办好");
  await expect(page.locator(".by-rule.success")).toContainText("符合");
  await whole(page);
  await page.locator("details:has(#person-reason) summary").click();
  await page.locator("button[value=ask_person]").click();
  await expect(page.getByRole("status").filter({ hasText: "已转人工" })).toBeVisible();
});

test("a whole intake goes by keys", async ({ page }) => {
  test.skip(!hasScripts(), "Alt keys without scripts are the browser's own");
  const number = elder();
  await record(page, number);
  await page.goto("/desk/person?q=gljt");
  await awake(page);
  await page.keyboard.press("Alt+k");
  await expect(page.locator("#omni")).toBeFocused();
  await page.keyboard.press("Alt+1");
  await expect(page).toHaveURL(/\/desk\/intake\//);
  await fill(page, number);
  await awake(page);
  await page.keyboard.press("Alt+s");
  await expect(page).toHaveURL(/check=1/);
  await awake(page);
  await page.keyboard.press("Alt+b");
  await expect(page.locator("#intake")).toBeVisible();
  await awake(page);
  await page.keyboard.press("Alt+s");
  await expect(page).toHaveURL(/check=1/);
  await awake(page);
  // One press takes one case in: the check's key is the same key.
  await page.keyboard.press("Alt+s");
  await expect(page).toHaveURL(/\/desk\/receipts\//);
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute("data-printed", "") }));
  await awake(page);
  await page.keyboard.press("Alt+p");
  await expect(page.locator("body")).toHaveAttribute("data-printed");
  await page.keyboard.press("?");
  await expect(page.locator("#shortcuts")).toHaveAttribute("open");
  await page.keyboard.press("Alt+n");
  await expect(page.getByRole("status").filter({ hasText: "已清空" })).toBeVisible();
});

test("a card reader lands right whatever has the focus", async ({ page }) => {
  test.skip(!hasScripts(), "without scripts the reader types into the field that has the focus");
  const number = elder();
  await record(page, number);
  await awake(page);
  await page.locator("#item-search").fill("社保");
  await readCard(page, number);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("王测试");
  await expect(page.locator("#item-search")).toHaveValue("");
  expect(page.url()).not.toContain(number.slice(0, 8));
});

test("a card read over a half-filled intake loses nothing and sends nothing", async ({ page }) => {
  test.skip(!hasScripts(), "without scripts the reader types into the field that has the focus");
  const number = elder();
  await record(page, number);
  await begin(page);
  const intake = page.url();
  await awake(page);
  await page.locator("#address").fill("文庙巷7号");
  await readCard(page, number);
  await expect(page.getByRole("status").filter({ hasText: "还是这位办事人" })).toBeVisible();
  expect(page.url()).toBe(intake);
  await expect(page.locator("#address")).toHaveValue("文庙巷7号");
});
