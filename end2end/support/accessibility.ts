// Nothing that axe can see is wrong with a page, in any look.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, hasScripts, test } from "./portal";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Pages of staff are made for a desk: the same page on a phone is the same to axe.
const STAFF = /^\/(desk|review|supervise|admin|audit)\b/;

/// Whether this run asks axe about a page. axe itself is a script: without scripts there is nothing
/// to ask, and the same page was asked with them.
function isAsked(page: Page): boolean {
  if (!hasScripts()) return false;
  return test.info().project.name === "desktop" || !STAFF.test(new URL(page.url()).pathname);
}

/// Fails with the rule and the elements that break it.
export async function expectAccessible(page: Page) {
  if (!isAsked(page)) return;
  // No page has frames; so axe needs no second window to gather what it found in them.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, page.url()).toEqual([]);
}

/// The page does not scroll sideways: everything is within the window's width.
export async function expectFitting(page: Page) {
  if (!hasScripts()) return;
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `${page.url()} is wider than the window`).toBeLessThanOrEqual(window);
}
