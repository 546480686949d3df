// Indicators: a number leads to exactly what it counts, and every target says where it stands.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

/// All that the demonstration city has seen until a year ago from any day the test may run on.
const YEARS = "from=2020-01-01&to=2099-12-31";

function number(text: string | null): number {
  return Number((text ?? "").replaceAll(",", "").match(/\d+/)?.[0] ?? Number.NaN);
}

test.beforeEach(async ({ page }) => signIn(page, "supervisor"));

test("a rate says its two sides, and each leads to its list", async ({ page }) => {
  await page.goto(`/supervise/indicators?${YEARS}`);
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  const line = page.getByRole("row", { name: /综合一窗率（窗口）/ }).first();
  const sides = line.getByRole("link").filter({ hasText: /^[\d,]+$/ });
  const denominator = number(await sides.nth(1).textContent());
  await expect(line.getByText("未达到")).toBeVisible();
  await sides.nth(1).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("综合一窗率（窗口） · 分母");
  await expect(page.locator("tbody tr")).toHaveCount(denominator);
});

test("what nobody has reported says so, and every target has its line", async ({ page }) => {
  await page.goto("/supervise/indicators/vulnerabilities");
  await expect(page.getByText("门户不能自动计算")).toBeVisible();
  await page.goto("/supervise/indicators");
  await expect(page.locator("#targets tbody tr")).toHaveCount(52);
});

test("a period without cases has no value, and says why", async ({ page }) => {
  await page.goto("/supervise/indicators/on_time?from=2001-01-01&to=2001-01-31");
  await expect(page.getByText("分母为 0")).toBeVisible();
  await expectAccessible(page);
});
