// The cockpit stays open, and its figures move with what is taken in elsewhere; nothing else moves.
import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { elder, expect, hasScripts, signIn, test } from "../support/portal";

/// All that the demonstration city has seen, whatever day the test runs on.
const YEARS = "from=2020-01-01&to=2099-12-31";
const PASSWORD = "yihao-demo-2026";

/// Takes in a case as a program does: nothing of the open page is touched.
async function takeIn(request: APIRequestContext) {
  const session = await request.post("/api/v1/session", { data: { username: "clerk", password: PASSWORD } });
  const { token } = await session.json();
  const answer = await request.post("/api/v1/cases", {
    headers: { authorization: `Bearer ${token}`, "idempotency-key": randomUUID() },
    data: {
      item_code: "MZ-001",
      applicant: { id_number: elder(), name: "王测试", phone: "13800000001" },
      residence_division: "229902001",
      form: {
        address: "文庙巷5号",
        bank_name: "示范银行",
        bank_account: "6222020000001234567",
        elder_is_self: "yes",
      },
      materials: [{ name: "居民户口簿", manner: "paper" }, "申请人有效身份证件"],
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

function received(page: Page) {
  return page.locator("[data-live=received]").first();
}

async function count(page: Page): Promise<number> {
  return Number((await received(page).innerText()).replaceAll(",", ""));
}

/// Where everything stands that a person looks at.
function boxes(page: Page) {
  return page.evaluate(() => {
    const parts = document.querySelectorAll(".figures-top .figure, .figures-top, main h1, main .panel");
    return [...parts].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(" ");
    });
  });
}

test("a figure moves with a case taken in elsewhere, and the page stays as it is", async ({ page, playwright, baseURL }) => {
  await signIn(page, "supervisor");
  await page.goto(`/supervise?${YEARS}`);
  const state = page.locator("[data-live-state]");
  const program = await playwright.request.newContext({ baseURL });
  if (!hasScripts()) {
    await expect(state).toBeEmpty();
    const before = await count(page);
    await takeIn(program);
    await page.reload();
    expect(await count(page)).toBeGreaterThan(before);
    return;
  }
  await expect(state).not.toBeEmpty();
  await page.evaluate(() => Object.assign(window, { sameAsBefore: true }));
  const [before, stood] = [await count(page), await boxes(page)];
  await takeIn(program);
  await expect.poll(() => count(page)).toBeGreaterThan(before);
  expect(await boxes(page)).toEqual(stood);
  expect(await page.evaluate(() => "sameAsBefore" in window), "the page was not loaded again").toBe(true);
  await program.dispose();
});

test("a line that is lost is told quietly, and found again", async ({ page, context }) => {
  test.skip(!hasScripts(), "there is no line without scripts");
  await signIn(page, "supervisor");
  await page.goto(`/supervise?${YEARS}`);
  const state = page.locator("[data-live-state]");
  await expect(state).not.toBeEmpty();
  const on = await state.innerText();
  await context.setOffline(true);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(state).toContainText(/\d\d:\d\d/);
  await context.setOffline(false);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(state).toHaveText(on);
});
