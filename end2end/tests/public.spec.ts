// Pages for everyone: finding an item, its guide, tracking, signing in, help, and what goes wrong.
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { expect, hasScripts, test } from "../support/portal";

test("an item is found by initials, by everyday words and with a typing mistake", async ({ page }) => {
  await page.goto("/");
  if (hasScripts()) await expect(page.locator("#q")).toBeFocused();
  for (const words of ["gljt", "gaolingjintie", "高龄津贴", "高令津贴"]) {
    await page.goto("/");
    await page.locator("#q").fill(words);
    await page.locator("#q").press("Enter");
    await expect(page).toHaveURL(/\/items\?q=/);
    await expect(page.locator(".result-list h2").first()).toHaveText("高龄津贴申领");
  }
});

test("a search is narrowed and widened again", async ({ page }) => {
  await page.goto("/items?theme=%E5%85%BB%E8%80%81");
  const all = await page.locator(".result-list > li").count();
  expect(all).toBeGreaterThan(0);
  await expect(page.locator(".chips .chip")).toHaveCount(1);
  await expectAccessible(page);
  await expectFitting(page);
  await page.locator(".chips .chip").click();
  await expect(page).toHaveURL(/\/items$/);
  await expect(page.locator("nav.pager")).toBeVisible();
  expect(await page.locator(".result-list > li").count()).toBeGreaterThanOrEqual(all);
});

test("nothing found says what to try", async ({ page }) => {
  await page.goto("/items?q=xqzvwk&theme=no-such-theme");
  await expect(page.locator(".empty")).toBeVisible();
  await expectAccessible(page);
});

test("the guide tells how long, how much, what and where", async ({ page }) => {
  await page.goto("/items/MZ-001");
  await expect(page.locator("h1")).toHaveText("高龄津贴申领");
  await expect(page.locator(".key-facts .main dd")).toContainText("个工作日");
  await expect(page.locator(".material-card").first()).toBeVisible();
  await expect(page.locator(".office").first()).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);
});

test("the guide follows situation and area", async ({ page }) => {
  await page.goto("/items/MZ-001");
  const before = await page.locator(".facts-list .code-number").innerText();
  const areas = page.locator("select[name=area] option");
  await page.locator("select[name=area]").selectOption({ index: (await areas.count()) - 1 });
  await page.locator("form.situation button").click();
  await expect(page).toHaveURL(/area=\d+/);
  expect(await page.locator(".facts-list .code-number").innerText()).not.toBe(before);
});

test("a guide prints on two sheets of A4", async ({ page }) => {
  test.skip(!hasScripts(), "one look is enough");
  await page.goto("/items/MZ-001");
  const pdf = await page.pdf({ format: "A4" }).catch(() => null);
  test.skip(pdf === null, "this browser does not print");
  const sheets = pdf?.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  expect(sheets).toBeLessThanOrEqual(2);
});

test("tracking a wrong number says so and keeps what was typed", async ({ page }) => {
  await page.goto("/track");
  await expectAccessible(page);
  await page.locator("main form button").click();
  await expect(page.locator(".error-summary li")).toHaveCount(2);
  await page.locator("#case_no").fill("2601 0112 3456 789");
  await page.locator("#query_code").fill("12345678");
  await page.locator("main form button").click();
  await expect(page.locator(".answer.invalid")).toBeVisible();
  await expect(page.locator("#case_no")).toHaveValue("2601 0112 3456 789");
  await expectAccessible(page);
});

test("a wrong password is told without saying which half was wrong", async ({ page }) => {
  await page.goto("/sign-in?back=/my");
  await page.locator("[name=name]").fill("nobody-at-all");
  await page.locator("[name=password]").fill("wrong");
  await page.locator("main form button").click();
  await expect(page.locator("[role=alert]").first()).toBeVisible();
  await expect(page.locator("[name=name]")).toHaveValue("nobody-at-all");
  await expect(page.locator("[name=password]")).toHaveValue("");
  await expectAccessible(page);
});

test("registering tells everything that is wrong at once, in the words of the fields", async ({ page }) => {
  await page.goto("/register");
  await page.locator("#id_number").fill("229901194403120");
  await page.locator("#phone").fill("138");
  await page.locator("main form button.button").click();
  const summary = page.locator(".error-summary li");
  await expect(summary).not.toHaveCount(0);
  for (const link of await summary.locator("a").all()) {
    const field = (await link.getAttribute("href")) ?? "";
    // The summary names the field, then says its very words.
    const [name, ...words] = (await link.innerText()).split("：");
    await expect(page.locator(`label[for="${field.slice(1)}"]`)).toContainText(name ?? "");
    await expect(page.locator(`${field}-error`)).toContainText(words.join("："));
  }
  await expect(page.locator("#phone")).toHaveValue("138");
  await expectAccessible(page);
  await expectFitting(page);
});

/// axe sees colours, names and roles, which are the same on a phone.
async function inOneProject(page: Page) {
  if (test.info().project.name === "desktop") await expectAccessible(page);
}

for (const address of ["/", "/items", "/help", "/register", "/sign-in", "/no-such-page"]) {
  test(`${address} is accessible and fits, in every look and in English`, async ({ page }) => {
    await page.goto(address);
    await expectAccessible(page);
    await expectFitting(page);
    await page.locator(".look-switch button").click();
    await expect(page.locator("html")).toHaveAttribute("data-look", "elder");
    await inOneProject(page);
    await expectFitting(page);
    await page.locator(".look-switch button").click();
    await page.locator("form.language-switch button").click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expectFitting(page);
    await inOneProject(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await inOneProject(page);
  });
}
