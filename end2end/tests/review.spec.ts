// The reviewer's list and decisions. Each test decides a case of its own, taken in at the counter
// a moment before.
import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { takeIn } from "../support/counter";
import { awake, expect, hasScripts, signIn, test } from "../support/portal";

/// A new case for the reviewer; its number.
async function newCase(browser: Browser): Promise<string> {
  const counter = await (await browser.newContext()).newPage();
  await signIn(counter, "clerk");
  const number = await takeIn(counter);
  await counter.context().close();
  return number;
}

/// The case beside the list.
async function open(page: Page, number: string) {
  await page.goto(`/review?whose=all&case=${number}`);
  await expect(page.locator("#case")).toContainText(number);
}

/// Presses a button that needs no words.
async function press(page: Page, action: string) {
  await page.locator(`#case button[value=${action}]`).first().click();
  await expect(page.getByRole("status").first()).toContainText("已办");
}

function form(page: Page, outcome: string) {
  return page.locator(`details:has(input[value=${outcome}])`);
}

/// The case, taken and accepted: now it is to be decided.
async function inHand(page: Page, number: string) {
  await open(page, number);
  await press(page, "take");
  await press(page, "accept");
  await open(page, number);
}

test.beforeEach(async ({ page }) => signIn(page, "reviewer"));

test("the list and a case beside it are whole", async ({ page }) => {
  await page.goto("/review");
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  await page.goto("/review?whose=all");
  await page.locator("tbody a").first().click();
  await expect(page.locator("#case-title")).toBeVisible();
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
});

test("a refusal without a reason is sent back, with what was typed", async ({ page, browser }) => {
  await inHand(page, await newCase(browser));
  await form(page, "refused").locator("summary").click();
  await form(page, "refused").locator("textarea[name=remedies]").fill("可以申请复议。");
  await form(page, "refused").locator("button[name=action]").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(form(page, "refused").locator("textarea[name=remedies]")).toHaveValue("可以申请复议。");
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
});

test("a stale page decides nothing and loses nothing", async ({ page, context, browser }) => {
  const number = await newCase(browser);
  await inHand(page, number);
  const other = await context.newPage();
  await open(other, number);
  await press(other, "release");
  await open(other, number);
  await press(other, "take");

  await form(page, "granted").locator("textarea[name=reason]").fill("写了半天的意见");
  await form(page, "granted").locator("button[name=action]").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("main")).toContainText("写了半天的意见");
});

test("a case goes by keys from the list to its end", async ({ page, browser }) => {
  test.skip(!hasScripts(), "Alt keys without scripts are the browser's own");
  const number = await newCase(browser);
  const said = page.getByRole("status").filter({ hasText: "已办" });
  const next = async (key: string, what: string) => {
    await awake(page);
    await page.keyboard.press(key);
    await expect(said.filter({ hasText: what })).toBeVisible();
    await open(page, number);
  };
  await open(page, number);
  await next("Alt+t", "取件");
  await next("Alt+a", "受理");
  await awake(page);
  // A folded form unfolds by its key and takes the focus.
  await page.keyboard.press("Alt+r");
  await expect(form(page, "refused").locator("textarea[name=reason]")).toBeFocused();
  await next("Alt+g", "决定");
  await next("Alt+s", "办结");
  await expect(page.locator("#case .case-head")).toContainText("办结");
});

test("J and K walk through the list", async ({ page }) => {
  test.skip(!hasScripts(), "keys without a modifier need scripts");
  await page.goto("/review?whose=all");
  const opened = page.locator("tr[aria-current]");
  const rows = page.locator("table.dense tbody").first().locator("tr");
  for (const [key, at] of [["j", 0], ["j", 1], ["k", 0]] as const) {
    await awake(page);
    await page.keyboard.press(key);
    await expect(rows.nth(at)).toHaveAttribute("aria-current");
    await expect(opened).toHaveCount(1);
  }
});
