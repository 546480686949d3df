// The field for the ID number: with scripts it explains the number while it is typed; without,
// the same page takes the same number.
import { expectAccessible } from "../support/accessibility";
import { awake, expect, fictitious, hasScripts, test } from "../support/portal";

const NUMBER = fictitious("19900307", 12);

test.beforeEach(async ({ page }) => {
  await page.goto("/register");
  await awake(page);
});

test("a right number is grouped and tells the birth date", async ({ page }) => {
  test.skip(!hasScripts(), "scripts explain while typing");
  const field = page.locator("#id_number");
  await field.pressSequentially(NUMBER);
  await expect(field).toHaveValue(`${NUMBER.slice(0, 6)} ${NUMBER.slice(6, 14)} ${NUMBER.slice(14)}`);
  await expect(page.locator("output.id-verdict")).toHaveText("1990年3月7日出生，女");
  await expectAccessible(page);
});

test("a digit put right in the middle leaves the caret there", async ({ page }) => {
  test.skip(!hasScripts(), "scripts group while typing");
  const field = page.locator("#id_number");
  await field.pressSequentially(NUMBER.slice(0, 8) + NUMBER.slice(9));
  for (let step = 0; step < 10; step++) await field.press("ArrowLeft");
  await field.pressSequentially(NUMBER[8]);
  await expect(page.locator("output.id-verdict")).toHaveAttribute("data-verdict", /right|wrong/);
  expect((await field.inputValue()).replaceAll(" ", "")).toHaveLength(18);
});

test("a wrong check character is named, in the same words with scripts and without", async ({ page }) => {
  const wrong = NUMBER.slice(0, 17) + (NUMBER[17] === "0" ? "1" : "0");
  await page.locator("#id_number").fill(wrong);
  if (hasScripts()) await expect(page.locator("output.id-verdict")).toContainText("校验码");
  await page.locator("main form button:not([type=button])").last().click();
  await expect(page.getByRole("alert")).toContainText("校验码");
  // Nothing typed is lost, and nothing typed is in the address.
  expect((await page.locator("#id_number").inputValue()).replaceAll(" ", "")).toBe(wrong);
  expect(page.url()).not.toContain(wrong.slice(0, 10));
});
