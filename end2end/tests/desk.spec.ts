// The clerk's day at the counter: a card, a person, an intake, a receipt, the next person.
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, fictitious, hasScripts, signIn, test } from "../support/portal";

// Each project records people of its own.
const people: Record<string, number> = { desktop: 101, phone: 301, "no-script": 501 };
let nth = 0;
function somebody(): string {
  return fictitious("19440312", people[test.info().project.name] + 2 * nth++ + 20 * test.info().workerIndex);
}

async function whole(page: Page) {
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
}

async function record(page: Page, number: string) {
  await page.locator("#find").fill(number);
  await page.locator("#find").press("Enter");
  await expect(page.locator("#id_number")).toHaveValue(number);
  await page.locator("#name").fill("王测试");
  await page.locator("#phone").fill("13800000001");
  await page.locator("#residence").selectOption({ index: 4 });
  await page.locator("main form .button").first().click();
  await expect(page).toHaveURL(/\/desk\/person$/);
}

test.beforeEach(async ({ page }) => {
  await signIn(page, "clerk");
  await page.goto("/desk");
});

test("a wrong number says what is wrong, beside what was typed", async ({ page }) => {
  const right = somebody();
  const wrong = right.slice(0, 17) + (right[17] === "0" ? "1" : "0");
  await page.locator("#find").fill(wrong);
  await page.locator("#find").press("Enter");
  await expect(page.getByRole("alert")).toContainText("校验码");
  await expect(page.locator("#find")).toHaveValue(wrong);
  await whole(page);
});

test("somebody new is recorded, served and forgotten", async ({ page }) => {
  await whole(page);
  const number = somebody();
  await record(page, number);
  expect(page.url()).not.toContain(number.slice(0, 8));
  await whole(page);

  await page.locator("#item-search").fill("gljt");
  await page.locator("#item-search").press("Enter");
  await page.locator(".pick-list button").filter({ hasText: "高龄津贴" }).first().click();
  await expect(page).toHaveURL(/\/desk\/intake\//);
  await whole(page);

  // Enter checks, and takes nothing in; what is typed stays.
  await page.locator("#address").fill("文庙巷5号");
  await page.locator("#address").press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#address")).toHaveValue("文庙巷5号");
  await whole(page);

  await page.locator("#bank_name").fill("示范银行");
  await page.locator("#bank_account").fill("6222020000001234567");
  await page.locator("#elder_name").fill("王测试");
  await page.locator("#elder_id").fill(number);
  for (const group of await page.locator("#intake .form fieldset").all())
    await group.locator("input[type=radio]").first().check();
  await page.locator(".desk-actions button[value=check]").click();
  await expect(page).toHaveURL(/check=1/);
  await whole(page);

  await page.locator("button[value=submit]").click();
  await expect(page).toHaveURL(/\/desk\/receipts\//);
  await expect(page.locator(".receipt")).toContainText("高龄津贴");
  await whole(page);

  await page.locator(".next-person").click();
  await expect(page.getByRole("status").filter({ hasText: "已清空" })).toBeVisible();
  await page.goto("/desk/person");
  await expect(page.locator("body")).not.toContainText("王测试");

  await page.goto("/desk/today");
  await expect(page.locator("tbody tr").first()).toContainText("高龄津贴");
  await whole(page);
});

test("a card reader lands right whatever has the focus", async ({ page }) => {
  test.skip(!hasScripts(), "without scripts the reader types into the field that has the focus");
  const number = somebody();
  await record(page, number);
  await page.locator("#item-search").fill("社保");
  await awake(page);
  await page.locator("#item-search").focus();
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/person$/);
  await expect(page.locator("h1")).toHaveText("王测试");
});
