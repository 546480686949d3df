// The counter: a card reader, and an intake from the number to the receipt.
import { expect, type Page } from "@playwright/test";
import { elder } from "./portal";

/// Types as a card reader does: 18 characters and Enter, far faster than a person, into whatever
/// has the focus.
export async function readCard(page: Page, number: string) {
  const reader = await page.context().newCDPSession(page);
  const press = (key: string, text: string) => [
    reader.send("Input.dispatchKeyEvent", { type: "keyDown", key, text }),
    reader.send("Input.dispatchKeyEvent", { type: "keyUp", key }),
  ];
  await Promise.all([...[...number].flatMap((digit) => press(digit, digit)), ...press("Enter", "\r")]);
}

/// Writes down somebody who has never been here; with a household, the one at this place of the list.
export async function record(page: Page, number: string, known: { household?: number } = {}) {
  await page.goto("/desk");
  await page.locator("#find").fill(number);
  await page.locator("#find").press("Enter");
  await expect(page.locator("#id_number")).toHaveValue(number);
  await page.locator("#name").fill("王测试");
  await page.locator("#phone").fill("13800000001");
  await page.locator("#residence").selectOption({ index: 4 });
  if (known.household) await page.locator("#household").selectOption({ index: known.household });
  await page.locator("main form .button").first().click();
  await expect(page).toHaveURL(/\/desk\/person$/);
}

/// Starts an item for the person at the counter: the old-age allowance, unless it is said.
export async function begin(page: Page, item = "高龄津贴") {
  await page.goto(`/desk/person?q=${encodeURIComponent(item)}`);
  await page.locator(".pick-list button").filter({ hasText: item }).first().click();
  await expect(page).toHaveURL(/\/desk\/intake\//);
}

/// Answers all that the form of the old-age allowance asks.
export async function fill(page: Page, number: string) {
  const answers = { address: "文庙巷5号", bank_name: "示范银行", bank_account: "6222020000001234567", elder_name: "王测试", elder_id: number };
  for (const group of await page.locator("#intake .form fieldset").all())
    await group.locator("input[type=radio]").first().check();
  // Who applies for themselves may not be asked who the elder is.
  for (const [question, answer] of Object.entries(answers)) {
    const field = page.locator(`#${question}`);
    if (await field.isVisible()) await field.fill(answer);
  }
}

/// Answers whatever the form of another item still wants to know.
async function fillRest(page: Page, number: string) {
  for (const field of await page.locator("#intake .form :is(input, textarea, select)").all()) {
    const [tag, type, mode] = await field.evaluate((one: HTMLInputElement) => [one.tagName, one.type, one.inputMode]);
    if (["radio", "hidden", "file"].includes(type) || (await field.inputValue()) !== "") continue;
    if (tag === "SELECT") await field.selectOption({ index: 1 });
    else if (type === "date") await field.fill("2026-01-06");
    else if (mode === "numeric" || mode === "decimal") await field.fill("3");
    else await field.fill((await field.getAttribute("id"))?.endsWith("_id") ? number : "情况说明");
  }
}

/// A case of somebody's own, just taken in; returns its number.
export async function takeIn(page: Page, number = elder(), item?: string): Promise<string> {
  await record(page, number, { household: 4 });
  await begin(page, item);
  await fill(page, number);
  if (item) await fillRest(page, number);
  await page.locator(".desk-actions button[value=check]").click();
  await page.locator("button[value=submit]").click();
  await expect(page).toHaveURL(/\/desk\/receipts\/\d{15}/);
  return new URL(page.url()).pathname.split("/").pop() ?? "";
}
