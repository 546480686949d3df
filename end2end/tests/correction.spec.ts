// What a department asks for is answered in words, with files, or both; an answer that cannot be
// taken changes nothing and loses nothing.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { expect, signIn, test } from "../support/portal";

test("an answer to a correction that cannot be taken comes back with all of it", async ({ page }) => {
  await signIn(page, "citizen");
  await page.goto("/my");
  await page.locator(".case-list li.urgent a").first().click();
  const asked = page.locator(".must-do");
  await expect(asked.locator("ol li").first()).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);

  await asked.locator("form button").click();
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
  await asked.locator("form button").click();
  await expect(page.locator("#note-error")).toContainText("最多 500 个字");
  await expect(page.locator("#note")).toHaveValue(words);
  await expect(page.locator(".file-list input[name=upload]")).toBeChecked();
  await expect(page.locator(".file-list")).toContainText("申请表.pdf");
  await expectAccessible(page);
  await expectFitting(page);
});
