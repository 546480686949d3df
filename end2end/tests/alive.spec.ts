// The least that must hold before any journey can begin.
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, test } from "../support/portal";

test("the server says that it is up and ready", async ({ request }) => {
  for (const address of ["/healthz", "/readyz"]) expect((await request.get(address)).status(), address).toBe(200);
});

test("the first page is whole", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/一号/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.getByRole("link", { name: "找事项" }).first()).toBeVisible();
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
});

test("the first page has its style", async ({ page }) => {
  await page.goto("/");
  const sheet = page.locator("link[rel=stylesheet]");
  await expect(sheet).toHaveCount(1);
  const answer = await page.request.get((await sheet.getAttribute("href")) ?? "");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/css");
  expect(answer.headers()["cache-control"]).toContain("immutable");
});

test("no page may run what it did not bring", async ({ request }) => {
  const policy = (await request.get("/")).headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
});

test("a page that does not exist says so", async ({ page }) => {
  const answer = await page.goto("/no-such-page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("English is a click away", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "English" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
