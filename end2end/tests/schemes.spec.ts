// Assessment: a scheme is taken in whole or not at all, and scored line by line.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

const scheme = () => JSON.parse(readFileSync(new URL("../fixtures/scheme.json", import.meta.url), "utf8"));

/// Each project brings a city of its own: all of them share one server.
function named(key: string) {
  return { ...scheme(), key, name: `清河市考评办法 ${key}` };
}

async function bring(page: Page, file: unknown) {
  await page.goto("/supervise/schemes/import");
  const buffer = Buffer.from(JSON.stringify(file));
  await page.getByLabel("考核方案（JSON）").setInputFiles({ name: "scheme.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "检查并导入" }).click();
}

async function expectSound(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
}

test.beforeEach(async ({ page }) => signIn(page, "supervisor"));

test("a scheme with wrong weights is refused with a sentence, and nothing is loaded", async ({ page }, info) => {
  const key = `wrong-${info.project.name}-${info.retry}`;
  const file = named(key);
  file.scores.half_year.weighted[1].weight = 25;
  await bring(page, file);
  await expect(page.getByRole("alert")).toContainText("scores.half_year.weighted：权重合计为95%，应当正好是100%");
  await expectSound(page);
  expect((await page.request.get(`/supervise/schemes/${key}`)).status()).toBe(404);
});

test("a scheme is imported and scored", async ({ page }, info) => {
  const key = `qinghe-${info.project.name}-${info.retry}`;
  await bring(page, named(key));
  await expect(page).toHaveURL(new RegExp(`/supervise/schemes/${key}`));
  await expect(page.getByRole("status").first()).toContainText("导入完成：第 1 版，2 项");
  await page.locator("#QH-1 > summary").click();
  await expect(page.locator("#QH-1").getByRole("link", { name: "网上可办率" }).first()).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "计分" }).click();
  await page.getByRole("link", { name: "示范市民政局" }).click();
  await expect(page.getByText("缺 3 项，还没有得分")).toBeVisible();
  await page.getByLabel("事项网上可办").fill("4.5");
  await page.getByLabel("帮办代办").fill("6");
  await page.getByLabel("民意调查").fill("90");
  await page.getByRole("button", { name: "保存并重算" }).click();
  await expect(page.getByRole("alert")).toContainText("帮办代办：应在 0 至 5 之间");
  await expect(page.getByLabel("事项网上可办")).toHaveValue("4.5");
  await page.getByLabel("帮办代办").fill("4.5");
  await page.getByRole("button", { name: "保存并重算" }).click();
  // 4.5 + 4.5 = 9 is over the cap of 8, which is full marks: 70 % × 100 + 30 % × 90 = 97.
  await expect(page.getByText("70% × 100 + 30% × 90")).toBeVisible();
  await expect(page.getByText("4.5 + 4.5 = 9，超过封顶8，计8")).toBeVisible();
  await expect(page.getByText("得分 97.00")).toBeVisible();
  await page.getByRole("button", { name: "定稿" }).click();
  await expect(page.getByText("现在重算，结果相同。")).toBeVisible();
  await expectSound(page);
});
