// The supervisor: reads figures, sees how each is made, and goes down to its cases.
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

test.beforeEach(async ({ page }) => signIn(page, "supervisor"));

test("the figures of this month, with their formulas", async ({ page }) => {
  await page.goto("/supervise");
  await expect(page.locator(".figures .figure")).toHaveCount(12);
  await page.goto(`/supervise?${YEARS}`);
  const rate = page.locator(".figure", { hasText: "办结率" }).first();
  await rate.locator("summary").click();
  await expect(rate.getByText(/[\d,]+ ÷ [\d,]+ 件/)).toBeVisible();
  await expect(rate.getByText("办结 ÷ 受理")).toBeVisible();
  await expectSound(page);
});

test("every number leads to exactly its cases", async ({ page }) => {
  for (const by of ["department", "item", "item_type", "division", "hall", "window", "clerk", "channel", "theme", "bundle"]) {
    await page.goto(`/supervise?${untilYesterday()}&by=${by}`);
    const row = page.locator("table:has(#groups) tbody tr").first();
    for (const measure of ["received", "accepted", "closed", "on_time", "early", "late", "open", "overdue_open"]) {
      const link = row.locator(`td a[href*="measure=${measure}&"]`).first();
      if ((await link.count()) === 0) continue;
      const [address, text] = [await link.getAttribute("href"), await link.innerText()];
      const list = await page.request.get(address ?? "");
      const heading = (await list.text()).match(/<h1[^>]*>([^<]*)<\/h1>/)?.[1] ?? "";
      expect(number(heading), `${by} ${measure} ${address}`).toBe(number(text.replace(/^\D+/, "")));
    }
  }
});

test("from a department to its items, to a case, to its history", async ({ page }) => {
  await page.goto(`/supervise?${YEARS}`);
  await page.locator("table:has(#groups) tbody th a").first().click();
  await expect(page).toHaveURL(/by=item.*department=/);
  await expectSound(page);
  await page.locator('table:has(#groups) tfoot a[href*="measure=received"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("收件");
  await expectSound(page);
  await page.locator("main tbody th a").first().click();
  await expect(page).toHaveURL(/\/supervise\/cases\/\d+/);
  await expect(page.getByRole("heading", { name: "经过" })).toBeVisible();
  await expect(page.locator(".timeline li").first()).toBeVisible();
  await expectSound(page);
});

test("the table is sorted by any column, both ways", async ({ page }) => {
  await page.goto(`/supervise?${YEARS}`);
  const closed = async () => {
    const cells = await page.locator("table:has(#groups) tbody tr td:nth-of-type(3)").allInnerTexts();
    return cells.map((text) => number(text.replace(/^\D+/, "")));
  };
  await page.locator("table:has(#groups) thead").getByRole("link", { name: "办结", exact: true }).click();
  const falling = await closed();
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  await page.locator("table:has(#groups) thead").getByRole("link", { name: "办结", exact: true }).click();
  await expect(page.locator("th[aria-sort=ascending]")).toHaveCount(1);
  const rising = await closed();
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
});

test("a period without cases has no rate but a sentence", async ({ page }) => {
  await page.goto("/supervise?from=2001-01-01&to=2001-01-31");
  await expect(page.getByText("这段时间没有办件")).toBeVisible();
  await expect(page.getByText("NaN")).toHaveCount(0);
  await expectSound(page);
});

test("the figures come as a file for a spreadsheet", async ({ page }) => {
  const answer = await page.request.get(`/supervise/completion.csv?${YEARS}&by=item`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const body = await answer.body();
  expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = body.toString("utf8").trim().split("\n");
  expect(lines[0]).toContain("事项,收件,受理,办结");
  expect(lines.at(-1)).toMatch(/^合计,\d+/);
});

test("a case is found by its number, and a wrong number is told", async ({ page }) => {
  await page.goto(`/supervise/cases?${YEARS}`);
  const address = (await page.locator("main tbody th a").first().getAttribute("href")) ?? "";
  await page.getByLabel("办件编号").fill(address.split("/").at(-1) ?? "");
  await page.getByRole("button", { name: "打开" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await page.goto("/supervise/cases");
  await page.getByLabel("办件编号").fill("123");
  await page.getByRole("button", { name: "打开" }).click();
  await expect(page.getByText("没有这个编号的办件")).toBeVisible();
  await expectSound(page);
});

test("the pages of others do not exist for a supervisor", async ({ page }) => {
  for (const address of ["/admin", "/admin/staff", "/audit", "/review", "/desk"])
    expect((await page.request.get(address)).status(), address).toBe(404);
});
