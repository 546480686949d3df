// Before applying: a few questions, then the list of what to bring; the draft begun from it knows the
// answers, says where each of them comes from, and lets one be corrected.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { apply, register } from "../support/citizen";
import { elder, expect, test } from "../support/portal";

const ITEM = "MZ-006";

test("reckons what to bring, and asks nothing twice", async ({ page }) => {
  test.setTimeout(120_000);
  await register(page, ITEM, elder(), "孙桂芳");
  await page.locator(".guide-head a[href*=guidance]").click();
  await expectAccessible(page);
  await expectFitting(page);

  // What is still open is told at its place, and the address says nothing of the family.
  await page.locator("main form button.button").click();
  await expect(page.locator(".error-summary li")).toHaveCount(3);
  await expectAccessible(page);
  await page.locator("input[name=by_agent][value=no]").check();
  await page.locator("select[name=residence_division]").selectOption({ index: 2 });
  await page.locator("input[name=disabled_member][value=yes]").check();
  await page.locator("main form button.button").click();
  await expect(page.locator("#bring")).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
  await expect(page.locator(".checklist h4", { hasText: "残疾人证" })).toHaveCount(1);
  await expect(page.locator("address.office")).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);

  // The draft has the answers; what was recorded before bears its source.
  await page.locator("form[action^='/apply/'] button").click();
  await expect(page.locator(".task-list")).toBeVisible();
  const draft = page.url();
  const phone = page.locator(".task-list li", { hasText: "13800138000" }).last();
  await expect(phone).toContainText("来自");
  await expectAccessible(page);
  await page.goto(`${draft}/disabled_member`);
  await expect(page.locator("input[name=disabled_member][value=yes]")).toBeChecked();

  // Corrected, it is the person's own: no mark any more.
  await page.goto(`${draft}/contact_phone`);
  await expect(page.locator("main .source")).toContainText("来自");
  await expectAccessible(page);
  await page.locator("input[name=contact_phone]").fill("139 0013 9000");
  await page.locator(".page-actions button").first().click();
  await page.goto(draft);
  const mended = page.locator(".task-list li", { hasText: "13900139000" }).last();
  await expect(mended).toBeVisible();
  await expect(mended).not.toContainText("来自");
});

test("somebody who sends another is told of the authorisation", async ({ page }) => {
  await page.goto(`/items/${ITEM}/guidance?situation=01`);
  await expect(page.locator("input[name=situation][value='01']")).toBeChecked();
  await page.locator("input[name=by_agent][value=yes]").check();
  await page.locator("select[name=residence_division]").selectOption({ index: 2 });
  await page.locator("input[name=disabled_member][value=no]").check();
  await page.locator("main form button.button").click();
  await expect(page.locator(".checklist h4", { hasText: "授权委托书" })).toBeVisible();
  await expect(page.locator(".checklist h4", { hasText: "残疾人证" })).toHaveCount(0);
  await expectAccessible(page);
});

test("the guide leads there, and applying without it still works", async ({ page }) => {
  await register(page, "WJ-002", elder(), "周玉兰");
  await expect(page.locator(".guide-head a[href*=guidance]")).toBeVisible();
  await apply(page, "WJ-002");
  await expect(page.locator(".task-list")).toContainText("您现在是已婚吗");
});
