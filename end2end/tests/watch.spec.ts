// 电子监察: from an alert to its evidence, to an order, to the department's answer, to its close.
import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { type Account, awake, expect, hasScripts, signIn, test } from "../support/portal";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

async function expectSound(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
}

/// Somebody else at another desk.
async function elsewhere(browser: Browser, page: Page, user: Account): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: hasScripts(), viewport: page.viewportSize() });
  const other = await context.newPage();
  await signIn(other, user);
  return other;
}

test("from an alert to its evidence, to an order, to the answer, to the close", async ({ page, browser }) => {
  await signIn(page, "supervisor");
  // The civil affairs bureau's, whose head has an account of the demonstration.
  await page.goto("/supervise/watch");
  await expectSound(page);
  const department = page.locator("select[name=department] option", { hasText: "民政局" }).first();
  await page.goto(`/supervise/watch?state=open&department=${await department.getAttribute("value")}`);
  // The journeys of several projects run side by side: each takes another alert.
  const names = test.info().config.projects.map((project) => project.name);
  const nth = names.indexOf(test.info().project.name);
  const row = page.locator("table:has(#alerts-caption) tbody tr").nth(nth);
  const number = (await row.locator(".code-number, .code").first().innerText()).replaceAll(/\D/g, "");
  const alert = await row.locator("th a").getAttribute("href");
  await page.goto(alert ?? "");
  await expectSound(page);

  // The evidence: the case, at the event.
  await page.getByRole("link", { name: "到办件的这一步看" }).click();
  await expect(page).toHaveURL(new RegExp(`/supervise/cases/${number}#event-\\d+$`));
  const event = new URL(page.url()).hash;
  await expect(page.locator(event)).toBeVisible();

  // The order.
  await page.goto(alert ?? "");
  await page.getByRole("link", { name: "发督办单" }).click();
  await page.getByLabel("督办内容").fill("");
  await page.getByRole("button", { name: "发出" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await page.getByLabel("督办内容").fill("请说明超期原因和整改措施。");
  await page.getByRole("button", { name: "发出" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("督〔");
  await expectSound(page);
  const order = new URL(page.url()).pathname.split("/").pop();

  // The department's answer; what is typed stays.
  const head = await elsewhere(browser, page, "head");
  await head.goto("/review/orders");
  await head.locator(`a[href="/review/orders/${order}"]`).click();
  await expectSound(head);
  await head.getByRole("button", { name: "提交回复" }).click();
  await expect(head.locator(".error-summary")).toBeVisible();
  await head.getByLabel("回复内容").fill("已核实，今天办结。");
  await head.locator("input[type=file]").setInputFiles({
    name: "整改说明.pdf",
    mimeType: "application/pdf",
    buffer: PDF,
  });
  await head.getByRole("button", { name: "提交回复" }).click();
  await expect(head.getByText("部门回复", { exact: true })).toBeVisible();

  // Read, accepted, closed.
  await page.reload();
  await expect(page.getByText("已核实，今天办结。")).toBeVisible();
  const file = await page.request.get((await page.getByRole("link", { name: "整改说明.pdf" }).getAttribute("href")) ?? "");
  expect(file.ok()).toBe(true);
  await page.getByRole("button", { name: "认可回复" }).click();
  await page.getByRole("button", { name: "销号" }).click();
  await expect(page.locator(".page-head")).toContainText("已销号");
  await page.goto(alert ?? "");
  await expect(page.locator("main")).toContainText("已销号");
  await head.context().close();
});

test("a rule is tried before it is saved, and nonsense is told at its field", async ({ page }) => {
  await signIn(page, "supervisor");
  await page.goto("/supervise/rules");
  await expectSound(page);
  await page.goto("/supervise/rules/over_promise");
  await page.getByLabel("超期几个工作日以内不提醒").fill("3");
  await page.getByRole("button", { name: /试算/ }).click();
  await expect(page.getByRole("status")).toContainText("还没有保存");
  await expect(page.getByLabel("超期几个工作日以内不提醒")).toHaveValue("3");
  await page.getByLabel("超期几个工作日以内不提醒").fill("很多");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await expectSound(page);
});

test("only the head of a department knows of its orders", async ({ page }) => {
  await signIn(page, "reviewer");
  for (const path of ["/review/orders", "/supervise/watch", "/supervise/rules"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
