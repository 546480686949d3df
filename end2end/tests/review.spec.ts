// The reviewer's list and decisions.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

test.beforeEach(async ({ page }) => {
  await signIn(page, "reviewer");
  await page.goto("/review");
});

test("the list and a case beside it are whole", async ({ page }) => {
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  await page.locator("tbody a").first().click();
  await expect(page.locator("#case-title")).toBeVisible();
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
});

test("a refusal without a reason is sent back, with what was typed", async ({ page }) => {
  await page.goto("/review?whose=mine&status=review");
  const first = page.locator("tbody a").first();
  test.skip((await first.count()) === 0, "nothing in hand");
  await first.click();
  const fold = page.locator("details:has(input[value=refused])");
  await fold.locator("summary").click();
  await fold.locator("textarea[name=remedies]").fill("可以申请复议。");
  await fold.locator("button[name=action]").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("details:has(input[value=refused]) textarea[name=remedies]")).toHaveValue("可以申请复议。");
  await awake(page);
  await expectAccessible(page);
});

test("a stale page decides nothing and loses nothing", async ({ page, context }) => {
  await page.goto("/review?whose=mine&status=review");
  const first = page.locator("tbody a").last();
  test.skip((await first.count()) === 0, "nothing in hand");
  await first.click();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator("button[value=release]").click();
  await other.goto(page.url());
  await other.locator("button[value=take]").click();

  const opinion = page.locator("details:has(input[value=granted]) textarea[name=reason]");
  await opinion.fill("写了半天的意见");
  await page.locator("details:has(input[value=granted]) button[name=action]").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("main")).toContainText("写了半天的意见");
});
