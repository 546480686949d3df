// What a department asks for is answered in words, with files, or both; an answer that cannot be
// taken changes nothing and loses nothing.
import type { Browser, Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { register } from "../support/citizen";
import { takeIn } from "../support/counter";
import { elder, expect, signIn, test } from "../support/portal";

test("an answer to a correction that cannot be taken comes back with all of it", async ({ page }) => {
  await signIn(page, "citizen");
  await page.goto("/my");
  await page.locator(".case-list li.urgent a").first().click();
  const asked = page.locator(".must-do");
  await expect(asked.locator(".mend-list > li").first()).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);

  await asked.locator("form .page-actions button").click();
  await expect(page.locator(".error-summary a")).toHaveAttribute("href", "#note");
  await expect(page.locator("#note-error")).toContainText("写几句说明，或者上传要补的材料");
  await expectAccessible(page);

  const words = "第1项：签好名了。".repeat(60);
  await page.locator("#note").fill(words);
  await page.locator("#file").setInputFiles({
    name: "申请表.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await asked.locator("form .page-actions button").click();
  await expect(page.locator("#note-error")).toContainText("最多 500 个字");
  await expect(page.locator("#note")).toHaveValue(words);
  await expect(page.locator(".file-list input[name=upload]")).toBeChecked();
  await expect(page.locator(".file-list")).toContainText("申请表.pdf");
  await expectAccessible(page);
  await expectFitting(page);
});

const WRONG = "6222020000001234567";
const RIGHT = "6222020000007654321";

/// A case just taken in at the counter; its number.
async function takenIn(browser: Browser, applicant: string, item?: string): Promise<string> {
  const counter = await (await browser.newContext()).newPage();
  await signIn(counter, "clerk");
  const number = await takeIn(counter, applicant, item);
  await counter.context().close();
  return number;
}

/// The reviewer marks one answer, and nothing else.
async function markBankAccount(page: Page, number: string) {
  await page.goto(`/review?whose=all&case=${number}`);
  const form = page.locator("details:has(button[value=ask_correction]), details:has(input[name=action][value=ask_correction])").first();
  await form.locator("> summary").click();
  const marked = form.locator("input[name=mark]:checked");
  while ((await marked.count()) > 0) await marked.first().uncheck();
  await form.locator("input[name=mark][value='answer:bank_account']").check();
  await form.locator("input[name='words:answer:bank_account']").fill("卡号和银行卡照片不一致，请核对");
  await form.locator("button").last().click();
  await expect(page.getByRole("status").first()).toContainText("已办");
}

test("one wrong answer is marked, mended alone, and shown old and new", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const applicant = elder();
  const number = await takenIn(browser, applicant);
  const reviewer = await (await browser.newContext()).newPage();
  await signIn(reviewer, "reviewer");
  await markBankAccount(reviewer, number);

  await register(page, "MZ-001", applicant, "王测试");
  await page.goto(`/my/cases/${number}`);
  const asked = page.locator(".must-do");
  await expect(asked.locator(".mend-list > li")).toHaveCount(1);
  await expect(asked).toContainText("卡号和银行卡照片不一致");
  // The old answer stands in the field; nothing else can be changed.
  const field = asked.locator("#answer-bank_account");
  await expect(field).toHaveValue(WRONG);
  await expect(asked.locator("form :is(input, select):not([type=hidden])")).toHaveCount(1);
  await expectAccessible(page);
  await expectFitting(page);

  await field.fill("12");
  await asked.locator("#note").fill("我重新抄了一遍");
  await asked.locator("form .page-actions button").click();
  await expect(page.locator(".error-summary a")).toHaveAttribute("href", "#answer-bank_account");
  await expect(field).toHaveValue("12");
  await expect(page.locator("#note")).toHaveValue("我重新抄了一遍");
  await expectAccessible(page);

  await field.fill(RIGHT);
  await asked.locator("form .page-actions button").click();
  await expect(page.locator(".flash")).toContainText("补正已提交");
  await expect(page.locator(".changes del")).toContainText(WRONG);
  await expect(page.locator(".changes ins")).toContainText(RIGHT);
  await expectAccessible(page);

  await reviewer.goto(`/review?whose=all&case=${number}`);
  await expect(reviewer.locator(".changes")).toContainText(WRONG);
  await expect(reviewer.locator(".changes")).toContainText(RIGHT);
  await reviewer.context().close();
});

/// The reviewer accepts it though something is missing that may follow.
async function acceptDeferred(browser: Browser, number: string) {
  const reviewer = await (await browser.newContext()).newPage();
  await signIn(reviewer, "reviewer");
  await reviewer.goto(`/review?whose=all&case=${number}`);
  const form = reviewer.locator("details:has(input[name=signed])").last();
  await form.locator("> summary").click();
  for (const material of await form.locator("input[name=material]").all()) await material.check();
  await form.locator("input[name=signed]").check();
  await form.locator("button").last().click();
  await expect(reviewer.getByRole("status").first()).toContainText("已办");
  await reviewer.context().close();
}

test("what was promised to follow is told with its day and its price, and brought", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const applicant = elder();
  const number = await takenIn(browser, applicant, "临时救助");
  await acceptDeferred(browser, number);

  await register(page, "MZ-007", applicant, "王测试");
  await page.goto(`/my/cases/${number}`);
  const owed = page.locator(".must-do");
  await expect(owed).toContainText("到期没有补齐，办理会终止，并记入信用记录");
  await expectAccessible(page);
  await expectFitting(page);

  await owed.locator(".page-actions button").click();
  await expect(page.locator(".error-summary a")).toHaveAttribute("href", /^#file-/);
  await expectAccessible(page);
  await owed.locator("input[type=file]").setInputFiles({
    name: "佐证.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await owed.locator(".page-actions button").click();
  await expect(page.locator(".flash")).toContainText("后补的材料已提交");
  await expect(owed).toHaveCount(0);
  await expect(page.locator(".timeline")).toContainText("后补材料已收到");
});
