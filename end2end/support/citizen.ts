// A citizen of a test's own: nobody else's drafts and cases are in the way.
import { expect, type Page } from "@playwright/test";
import { awake, fictitious } from "./portal";

/// Registers through the page, and lands on the guide of an item.
export async function register(page: Page, item: string, number: string, name: string) {
  await page.goto(`/register?back=/items/${item}`);
  await awake(page);
  await page.locator("#id_number").fill(number);
  await page.locator("#name").fill(name);
  await page.locator("#phone").fill("138 0013 8000");
  await page.locator("#password").fill("a-sentence-to-remember-2026");
  await page.locator("main form button.button").click();
  await expect(page).toHaveURL(new RegExp(`/items/${item}`));
}

/// Begins the item whose guide is open, or is opened.
export async function apply(page: Page, item: string) {
  await page.goto(`/items/${item}`);
  await page.locator(".guide-head form button").click();
  await expect(page.locator(".task-list")).toBeVisible();
}

/// Answers the question shown, whatever its kind.
export async function answer(page: Page) {
  const choice = page.locator("main .choice label").first();
  if (await choice.count()) return choice.click();
  const list = page.locator("main select");
  if (await list.count()) return list.selectOption({ index: 2 });
  const lines = page.locator("main textarea");
  if (await lines.count()) return lines.fill("没有别的说明。");
  const field = page.locator("main form input:not([type=hidden])").first();
  const name = (await field.getAttribute("name")) ?? "";
  const date = (await field.getAttribute("type")) === "date";
  if (date) return field.fill("2020-05-06");
  if (name.endsWith("_id")) return field.fill(fictitious("19400506", 11));
  if (name === "bank_account") return field.fill("6222 0202 0011 2233 445");
  return field.fill(name.includes("phone") ? "13800138000" : "文庙巷5号2单元301");
}

/// Answers until nothing is left to ask.
export async function answerAll(page: Page) {
  for (let asked = 0; asked < 20; asked++) {
    const step = new URL(page.url()).pathname.split("/").pop();
    if (step === "materials" || step === "check") return;
    await answer(page);
    await page.locator(".page-actions button").first().click();
  }
}
