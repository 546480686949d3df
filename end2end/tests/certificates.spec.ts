// The wallet: a certificate is shown by a code of a minute, somebody else scans it, and its holder
// sees that; a marked copy is made and verified. All of it works without scripts.
import type { Page } from "@playwright/test";
import jsQR from "jsqr";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { expect, hasScripts, signIn, test } from "../support/portal";

/// What stands in the code on the page, read as a camera would.
async function scanned(page: Page, code: string): Promise<string> {
  const svg = page.locator(`${code} svg`);
  const size = Number((await svg.getAttribute("viewBox"))?.split(" ")[2]);
  const path = (await svg.locator("path").getAttribute("d")) ?? "";
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < scale; column++) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        pixels.fill(0, at, at + 3);
      }
  return jsQR(pixels, width, width)?.data ?? "";
}

/// Opens a certificate that can be shown.
async function openOne(page: Page) {
  await signIn(page, "citizen");
  await page.goto("/my");
  await page.locator("main a[href='/my/certificates']").click();
  await expectAccessible(page);
  await expectFitting(page);
  await page.locator(".wallet > li:has(.status-granted) h3 a").first().click();
  await expect(page).toHaveURL(/\/my\/certificates\/[0-9a-f-]{36}$/);
  await expectAccessible(page);
  await expectFitting(page);
}

test("a certificate is shown, scanned by somebody else, and its holder sees it", async ({ page, browser }) => {
  await openOne(page);
  const name = await page.locator("h1").innerText();
  const own = page.url();
  await page.locator("form[action$='/present'] button").click();
  await expect(page.locator("[role=status]")).toContainText("60 秒内有效");
  await expectAccessible(page);
  await expectFitting(page);

  const address = await scanned(page, ".show-code");
  expect(address).toMatch(/\/present\/[\w-]{22,}$/);
  const other = await browser.newContext({ javaScriptEnabled: hasScripts() });
  const verifier = await other.newPage();
  await verifier.goto(new URL(address).pathname);
  await expect(verifier.locator("h1")).toHaveText(name);
  await expect(verifier.locator(".verdict.good")).toContainText("真实，现在有效");
  await expect(verifier.locator(".answer")).toContainText("*");
  await expectAccessible(verifier);
  await expectFitting(verifier);

  // A new code ends the one before.
  await page.locator("form[action$='/present'] button").click();
  await expect(page.locator(".show-code svg")).toBeVisible();
  const gone = await verifier.goto(new URL(address).pathname);
  expect(gone?.status()).toBe(410);
  await expect(verifier.locator("h1")).toHaveText("二维码已失效");
  await expectAccessible(verifier);
  await other.close();

  await page.goto(`${own}/present`);
  await expect(page.locator("h1")).toHaveText("二维码已失效");
  await expect(page.locator("main")).toContainText("公众扫码");
  await expectAccessible(page);
  await page.goto(own);
  await expect(page.locator("#uses")).toContainText("公众扫码");
});

test("a marked copy says what it is for, and is verified by its code", async ({ page, browser }) => {
  await openOne(page);
  await page.locator("a[href$='/copies']").click();
  await expectAccessible(page);
  await page.locator("main form button").click();
  await expect(page.locator(".error-summary a")).toHaveAttribute("href", "#purpose");
  await expectAccessible(page);
  await page.locator("#purpose").fill("给街道办申请公租房");
  await page.locator("main form button").click();
  await expect(page.locator(".statement")).toContainText("用途：给街道办申请公租房，有效期至");
  await expectAccessible(page);
  await expectFitting(page);

  const address = new URL(await scanned(page, ".check"));
  const other = await browser.newContext({ javaScriptEnabled: hasScripts() });
  const verifier = await other.newPage();
  await verifier.goto(address.pathname + address.search);
  await expect(verifier.locator(".verdict.good")).toContainText("真实，只能用于下面写的用途");
  await expect(verifier.locator(".answer")).toContainText("给街道办申请公租房");
  await expectAccessible(verifier);
  await expectFitting(verifier);
  await other.close();
});

test("anybody verifies a certificate by its identifier", async ({ page }) => {
  await openOne(page);
  const identifier = await page.locator(".identifier").innerText();
  await page.goto("/help");
  await page.locator("footer a[href='/verify']").click();
  await expectAccessible(page);
  await expectFitting(page);
  const verify = async (typed: string) => {
    await page.locator("#identifier").fill(typed);
    await page.locator("main form button").click();
  };
  await verify(identifier);
  await expect(page.locator(".verdict.good")).toContainText("真实，现在有效");
  await expectAccessible(page);
  await verify(`${identifier.slice(0, -1)}${identifier.endsWith("0") ? "1" : "0"}`);
  await expect(page.locator("#identifier-error")).toContainText("校验码");
  await verify("11100000000013338W011.11430000006122244L.20230000403.001.U");
  await expect(page.locator(".answer.invalid")).toContainText("没有这份证照");
  await expectAccessible(page);
});
