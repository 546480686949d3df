// 填报: a department reports an indicator with evidence, has it returned, mends it, it is signed off.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

/// The entry of each project.
const OWN: Record<string, string> = { desktop: "SP-37", phone: "SP-47", "no-script": "SP-36" };

test("a department reports an indicator, has it returned, mends it, and it is signed off", async ({ browser, page }) => {
  await signIn(page, "head");
  await page.goto("/review/indicators?list=todo");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("指标填报");
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
  // Each run takes an entry of its own, for all of them share one city and one head.
  const rows = page.locator("main tbody tr").filter({ hasText: OWN[test.info().project.name] ?? "SP-37" });
  const last = rows.locator("a[href^='/review/indicators/']").last();
  const name = (await last.textContent()) ?? "";
  await last.click();
  const own = page.url();
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);

  // What is wrong is told at its field; what was typed stays.
  await page.locator("#numerator").fill("60");
  await page.locator("#denominator").fill("50");
  await page.locator("#text").fill("已完成九成");
  await page.getByRole("button", { name: "报送", exact: true }).click();
  await expect(page.locator("#numerator-error")).toContainText("分子不能大于分母");
  await expect(page.locator("#text")).toHaveValue("已完成九成");
  await page.locator("#numerator").fill("45");
  await page.locator("input[type=file]").first().setInputFiles({ name: "工作方案.pdf", mimeType: "application/pdf", buffer: PDF });
  await page.getByRole("button", { name: "报送", exact: true }).click();
  await expect(page.getByText("已报送，等待核定。")).toBeVisible();
  await expect(page.locator("ol.timeline")).toContainText("添加了佐证材料");

  const context = await browser.newContext({ javaScriptEnabled: test.info().project.name !== "no-script" });
  const supervisor = await context.newPage();
  await signIn(supervisor, "supervisor");
  await supervisor.goto("/supervise/reports");
  await awake(supervisor);
  await expectFitting(supervisor);
  const row = supervisor.locator("main tbody tr").filter({ hasText: "45 ÷ 50 = 90 %" }).filter({ hasText: name });
  await row.first().locator("a[href^='/supervise/reports/']").click();
  await awake(supervisor);
  await expectFitting(supervisor);
  await expectAccessible(supervisor);
  const file = await supervisor.locator("a[href^='/supervise/reports/files/']").first().getAttribute("href");
  const paper = await supervisor.request.get(file ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  await supervisor.locator("summary", { hasText: "退回" }).click();
  await supervisor.locator("#reason").fill("工作方案没有盖章");
  await supervisor.getByRole("button", { name: "退回", exact: true }).click();
  await expect(supervisor.getByText("已退回部门修改。")).toBeVisible();

  await page.goto(own);
  await expect(page.getByText("工作方案没有盖章").first()).toBeVisible();
  await page.locator("#text").fill("已补盖章");
  await page.locator("input[name=remove]").first().check();
  await page.locator("input[type=file]").first().setInputFiles({ name: "工作方案（盖章）.pdf", mimeType: "application/pdf", buffer: PDF });
  await page.getByRole("button", { name: "报送", exact: true }).click();
  await expect(page.getByText("已报送，等待核定。")).toBeVisible();

  await supervisor.reload();
  await expect(supervisor.locator("main")).toContainText("工作方案（盖章）.pdf");
  await supervisor.getByRole("button", { name: "核定", exact: true }).click();
  await expect(supervisor.getByText("已核定，数值计入指标和考核。")).toBeVisible();
  await expect(supervisor.locator("ol.timeline li")).toContainText(["核定", "添加了佐证材料", "取出了佐证材料"]);
  await context.close();
});
