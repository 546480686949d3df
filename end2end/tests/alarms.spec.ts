// Alarms: a supervisor and a reviewer see what was told, narrow it, open the case and take note.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

test("a supervisor narrows the alarms, opens a case and takes note", async ({ page }) => {
  await signIn(page, "supervisor");
  await page.goto("/supervise");
  const link = page.locator(".desk-nav a[href='/supervise/alarms']");
  await expect(link.locator(".count")).toHaveText(/^\d+$/);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("预警与督办");
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  await page.locator("#kind").selectOption("red");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/kind=red/);
  const rows = page.locator("main tbody tr");
  await expect(rows.first()).toContainText("超过承诺日期");
  const address = (await rows.first().locator("a[href^='/supervise/cases/']").getAttribute("href")) ?? "";
  expect((await page.request.get(address)).status()).toBe(200);
  // Other journeys take note of others at the same time.
  const form = rows.last().locator("form");
  const own = `form[action="${await form.getAttribute("action")}"]`;
  await form.getByRole("button", { name: /知道了/ }).click();
  await expect(page).toHaveURL(/kind=red/);
  await expect(page.getByText("记下了")).toBeVisible();
  await expect(page.locator(own)).toHaveCount(0);
  await page.getByRole("link", { name: "处理过的" }).click();
  await expect(rows.first().getByRole("button")).toHaveCount(0);
});

test("a reviewer has alarms of the own department, and those of others do not exist", async ({ page }) => {
  await signIn(page, "reviewer");
  await page.goto("/review/alarms");
  await expect(page.locator("main tbody tr").first()).toBeVisible();
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  await page.locator("main tbody a[href^='/review/cases/']").first().click();
  await expect(page).toHaveURL(/\/review\/cases\/\d+/);
  expect((await page.request.get("/supervise/alarms")).status()).toBe(404);
});

test("where no alarm waits the list says so", async ({ page }) => {
  await signIn(page, "supervisor");
  await page.goto("/supervise/alarms?kind=receipt_near");
  await expect(page.getByText("没有等待处理的提醒")).toBeVisible();
});
