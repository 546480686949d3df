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

/// A form of the pane, folded or not, by its own name.
function formOf(page: Page, name: string) {
  return page.locator(`details:has(> form input[name=form][value=${name}])`);
}

/// Unfolds a form, also where it stands behind "more".
async function unfold(page: Page, name: string) {
  const form = formOf(page, name);
  const more = page.locator("details.more:not([open])").filter({ has: page.locator(`input[name=form][value=${name}]`) });
  if (await more.count()) await more.locator("> summary").click();
  if ((await form.getAttribute("open")) === null) await form.locator("> summary").click();
  return form;
}

/// Sends the form of an action with its words.
async function send(page: Page, name: string, fields: Record<string, string>) {
  const form = await unfold(page, name);
  for (const [field, value] of Object.entries(fields)) {
    const input = form.locator(`[name=${field}]`);
    if ((await input.evaluate((element) => element.tagName)) === "SELECT") await input.selectOption(value);
    else await input.fill(value);
  }
  await form.locator("button[name=action]").click();
}

async function done(page: Page) {
  await expect(page.getByRole("status").first()).toContainText("已办");
}

/// A day as a form takes it, so many days from now.
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/// The date given, as the pane tells it.
async function dates(page: Page): Promise<string> {
  return page.locator("#case .facts-list div").filter({ hasText: "期限" }).first().innerText();
}

test("a suspension stops the clock, says why, and takes the date away until it is over", async ({ page, browser }) => {
  const number = await newCase(browser);
  await inHand(page, number);
  const before = await dates(page);
  expect(before).toContain("承诺");

  await send(page, "suspend", { procedure: "appraisal", reason: "笔迹需要鉴定", expected: "2020-01-01" });
  await expect(page.getByRole("alert")).toContainText("日期已经过去");
  await expect(formOf(page, "suspend").locator("[name=reason]")).toHaveValue("笔迹需要鉴定");

  await send(page, "suspend", { expected: inDays(14) });
  await done(page);
  await open(page, number);
  await expect(page.locator("#case .notes")).toContainText("起停止计时：鉴定");
  await expect(page.locator("#case .notes")).toContainText("笔迹需要鉴定");
  expect(await dates(page)).not.toContain("承诺");
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);

  await send(page, "resume", { reason: "鉴定完成" });
  await done(page);
  await open(page, number);
  await expect(page.locator("#case .notes")).toContainText("恢复");
  expect(await dates(page)).toContain("承诺");
});

test("a head approves one extension and refuses another", async ({ page, browser }) => {
  const head = await (await browser.newContext()).newPage();
  await signIn(head, "head");
  for (const approved of [true, false]) {
    const number = await newCase(browser);
    await inHand(page, number);
    const before = await dates(page);
    await send(page, "ask_extension", { workdays: "5", reason: "需要异地核实" });
    await done(page);

    await head.goto("/review?whose=extensions");
    await expect(head.locator(`tbody a[href*="${number}"]`)).toBeVisible();
    await open(head, number);
    await expect(head.locator("#case .notes")).toContainText("需要异地核实");
    await expect(head.locator("#case .notes")).toContainText("批准后为");
    await send(head, approved ? "approve_extension" : "refuse_extension", { reason: "情况属实" });
    await done(head);

    await open(page, number);
    const after = await dates(page);
    if (approved) expect(after).not.toBe(before);
    else expect(after).toBe(before);
  }
  await head.context().close();
});

test("an answer is marked by itself, with words of its own", async ({ page, browser }) => {
  const number = await newCase(browser);
  await open(page, number);
  const form = await unfold(page, "ask_correction");
  const mark = form.locator(".mark").filter({ has: page.locator("input[value='answer:bank_account']") });
  await mark.locator("input[type=checkbox]").check();
  await mark.locator("input.words").fill("账号少一位");
  await awake(page);
  await expectAccessible(page);
  await form.locator("button[name=action]").click();
  await done(page);
  await open(page, number);
  await expect(page.locator("#case .timeline")).toContainText("账号少一位");
});

test("what cannot be undone asks for a tick, without scripts too", async ({ page, browser }) => {
  const number = await newCase(browser);
  await inHand(page, number);
  const form = await unfold(page, "terminate");
  await form.locator("[name=reason]").fill("申请人要求终止");
  await form.locator("button[name=action]").click();
  await expect(form.locator("[name=confirm]:invalid")).toHaveCount(1);
  await form.locator("[name=confirm]").check();
  await form.locator("button[name=action]").click();
  await done(page);
  await open(page, number);
  await expect(page.locator("#case .case-head")).toContainText("已终止");
});
