// What every journey stands on: a page that watches itself, the accounts, and signing in.
import { test as base, expect, type Page } from "@playwright/test";

/// Staff and citizen of the demonstration city.
export type Account = "citizen" | "clerk" | "reviewer" | "head" | "supervisor" | "admin" | "auditor";

const PASSWORD = "yihao-demo-2026";

/// The fault of a page that nobody sees at first: a script error, a refused style or script, a
/// file that is missing. Any of them fails the test, whatever the test looks at.
export const test = base.extend<{ silent: void }>({
  silent: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
      page.on("console", (message) => {
        // The browser also notes the status of pages, such as a 422 that a test asks for.
        const isStatus = message.text().startsWith("Failed to load resource");
        if (message.type() === "error" && !isStatus) faults.push(`console: ${message.text()}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 400 && response.request().resourceType() !== "document")
          faults.push(`${response.status()} ${new URL(response.url()).pathname}`);
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/// Signs in with a demonstration account, through the page, as a person does.
export async function signIn(page: Page, account: Account) {
  await page.goto("/sign-in");
  await page.locator("input[autocomplete=username]").fill(account);
  await page.locator("input[autocomplete=current-password]").fill(PASSWORD);
  await page.locator("form:has(input[autocomplete=current-password]) button").first().click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/// Whether this run has scripts.
export function hasScripts(): boolean {
  return test.info().project.name !== "no-script";
}

/// Waits until the islands of a page are awake; at once where there are none, or no scripts.
export async function awake(page: Page) {
  if (!hasScripts() || (await page.locator("leptos-island").count()) === 0) return;
  await expect(page.locator("html")).toHaveAttribute("data-islands", "awake");
}

/// A whole number from `low` up to, but not including, `high`.
function between(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low));
}

/// The fictitious number of somebody between 82 and 90, whom no other test knows.
export function elder(): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const year = new Date().getFullYear() - between(82, 90);
  return fictitious(`${year}${two(between(1, 13))}${two(between(1, 29))}`, between(1, 1000));
}

/// A fictitious ID number with its check character: division 229901 was never assigned.
export function fictitious(birth: string, sequence: number): string {
  const digits = `229901${birth}${String(sequence).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
  return digits + "10X98765432"[sum % 11];
}
