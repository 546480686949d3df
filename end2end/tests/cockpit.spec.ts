// The cockpit: from a red figure to a case and its clock, two groups side by side, and the patterns.
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

/// All that the demonstration city has seen, whatever day the test runs on.
const YEARS = "from=2020-01-01&to=2099-12-31";

async function expectSound(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
}

/// The same up to yesterday in the city: today's cases come while other tests take them in.
function untilYesterday(): string {
  const [hour, ahead] = [3_600_000, 8];
  const yesterday = new Date(Date.now() + (ahead - 24) * hour).toISOString().slice(0, 10);
  return `from=2020-01-01&to=${yesterday}`;
}

/// The number a text begins with, without its grouping.
function number(text: string): number {
  return Number(text.replaceAll(",", "").match(/\d+/)?.[0] ?? Number.NaN);
}

/// What a list of cases says it holds.
async function listed(page: Page, address: string): Promise<number> {
  const html = await (await page.request.get(address)).text();
  return number(html.match(/<h1[^>]*>([^<]*)<\/h1>/)?.[1] ?? "");
}

test.beforeEach(async ({ page }) => signIn(page, "supervisor"));

test("from a red figure to a case and to its clock in three steps", async ({ page }) => {
  await page.goto("/supervise");
  await page.locator(".figure.alarming:has([data-live=overdue_open]) .value a").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("现在超期");
  await page.locator("main tbody th a").first().click();
  await expect(page).toHaveURL(/\/supervise\/cases\/\d+/);
  await expect(page.locator(".page-head .light")).toContainText("超");
  const why = page.locator("details.why-date");
  await expect(why.locator(".date-strip li").first()).toBeVisible();
  await expectSound(page);
});

test("completion never stands alone, and today, this month and this year are told", async ({ page }) => {
  await page.goto("/supervise");
  for (const name of ["办结率", "超期率", "重开率"])
    await expect(page.locator(".figure dt", { hasText: name }).first()).toBeVisible();
  await expect(page.locator("table:has(#spans) tbody th")).toHaveText(["今天", "本月", "本年"]);
  await expect(page.locator("table:has(#groups) thead")).toContainText("办结率");
  await expect(page.locator("table:has(#groups) thead")).toContainText("超期率");
  await expectSound(page);
});

test("every grouping is told, and a group narrows further", async ({ page }) => {
  for (const by of ["item_type", "division", "hall", "clerk", "theme", "bundle"]) {
    await page.goto(`/supervise?${YEARS}&by=${by}`);
    await page.locator("table:has(#groups) tbody th a").first().click();
    await expect(page).toHaveURL(new RegExp(`[?&]${by}=`));
    await expect(page.locator(".chips li")).toHaveCount(1);
    await page.locator(".chips a").first().click();
    await expect(page.locator(".chips li")).toHaveCount(0);
  }
});

test("what is open by age and what took long lead to their cases", async ({ page }) => {
  await page.goto("/supervise");
  const ages = page.locator("figure:has(#by-age-table)");
  await ages.locator("summary").click();
  const link = ages.locator("tbody td a").first();
  const [address, text] = [(await link.getAttribute("href")) ?? "", await link.innerText()];
  expect(await listed(page, address)).toBe(number(text));
  await page.locator("table:has(#dwell) tbody td a").first().click();
  await expect(page.locator(".chips")).toContainText("走完环节");
  await expectSound(page);
});

test("two departments side by side, each rate with both its sides", async ({ page }) => {
  await page.goto(`/supervise/compare?${untilYesterday()}&by=department`);
  await expect(page.getByText("选两组，并排看")).toBeVisible();
  await page.locator("#a").selectOption({ index: 1 });
  await page.locator("#b").selectOption({ index: 2 });
  await page.getByRole("button", { name: "比较" }).click();
  await expect(page.locator("table:has(#rates) tbody tr")).toHaveCount(9);
  await expect(page.locator("table:has(#rates)")).toContainText(/[\d,]+ ÷ [\d,]+/);
  await expectSound(page);
  const link = page.locator("table:has(#counts) tbody td a").first();
  const [address, text] = [(await link.getAttribute("href")) ?? "", await link.innerText()];
  expect(await listed(page, address)).toBe(number(text));
});

test("every plot has its table, and its numbers lead to their cases", async ({ page }) => {
  await page.goto(`/supervise/patterns?${untilYesterday()}`);
  await expect(page.locator(".table-behind")).toHaveCount(3);
  await expectSound(page);
  for (const id of ["places-table", "heat-table", "flow-table"]) {
    await page.locator(`details:has(#${id}) > summary`).click();
    await expect(page.locator(`table:has(#${id}) tbody a`).first()).toBeVisible();
  }
  for (const id of ["heat-table", "flow-table"]) {
    const link = page.locator(`table:has(#${id}) tbody td a`).first();
    const [address, text] = [(await link.getAttribute("href")) ?? "", await link.innerText()];
    if (id === "heat-table") expect(await listed(page, address), address).toBe(number(text));
    // What came of a case may change meanwhile.
    else expect(await listed(page, address), address).toBeGreaterThan(0);
  }
  await page.locator("a.tile:not(.large)").first().click();
  await expect(page).toHaveURL(/\/supervise\/cases\?.*division=/);
});

test("a division is opened one level down", async ({ page }) => {
  await page.goto(`/supervise/patterns?${YEARS}`);
  await page.locator(".tile-map > li > a.meta").first().click();
  await expect(page).toHaveURL(/division=\d+/);
  await expect(page.locator(".tile.large").first()).toBeVisible();
  await expectSound(page);
});
