// The quarter in words, on paper and in a workbook; and what the coming days will bring.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

test.beforeEach(async ({ page }) => signIn(page, "supervisor"));

test("a quarter is read, and taken along as PDF and workbook", async ({ page }) => {
  await page.goto("/supervise/quarter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("政务服务监督报告");
  await expect(page.locator(".prose p")).toHaveCount(3);
  await expect(page.locator("#departments table").last()).toContainText("办结率");
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  for (const [name, type, begins] of [
    ["PDF", "application/pdf", "%PDF-"],
    ["XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"],
  ]) {
    const address = await page.getByRole("link", { name: `下载 ${name}` }).getAttribute("href");
    const file = await page.request.get(address ?? "");
    expect(file.status()).toBe(200);
    expect(file.headers()["content-type"]).toBe(type);
    expect(file.headers()["content-disposition"]).toContain("attachment");
    expect((await file.body()).subarray(0, begins.length).toString("latin1")).toBe(begins);
  }
});

test("a quarter that has not begun is told so", async ({ page }) => {
  const year = new Date().getUTCFullYear() + 2;
  for (const file of ["", ".pdf", ".xlsx"]) {
    const answer = await page.request.get(`/supervise/quarter${file}?year=${year}&quarter=1`);
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain("现在还没有数字");
  }
});

test("from the forecast to a case and its clock", async ({ page }) => {
  await page.goto("/supervise/forecast?list=running");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("预测");
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  const list = page.locator("#cases");
  await expect(list.getByRole("columnheader", { name: "为什么" })).toBeAttached();
  const first = list.locator("tbody th a").first();
  const item = await first.innerText();
  await first.click();
  await expect(page).toHaveURL(/\/supervise\/cases\/\d+/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(item.trim());
});

test("every number of a forecast leads to as many cases", async ({ page }) => {
  await page.goto("/supervise/forecast");
  const rows = page.locator("table:has(#departments-caption) tbody tr");
  const links = rows.last().locator("td a:not([href*='list=decided'])");
  const all = await links.evaluateAll((nodes) =>
    nodes.map((node) => [node.getAttribute("href") ?? "", node.textContent ?? ""]),
  );
  for (const [address, text] of all) {
    const list = await page.request.get(address);
    const heading = (await list.text()).match(/id="cases"[^>]*><h2[^>]*>(.*?)<\/h2>/s)?.[1] ?? "";
    expect(heading.replaceAll(/<[^>]*>/g, ""), address).toContain(` ${text} 件`);
  }
});
