// The administrator keeps people, places, catalogue and calendar; the auditor reads the trail.
import type { Page } from "@playwright/test";
import { expectAccessible, expectFitting } from "../support/accessibility";
import { awake, expect, signIn, test } from "../support/portal";

async function expectSound(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await awake(page);
  await expectFitting(page);
  await expectAccessible(page);
}

/// A name nobody else uses: the tests of all browsers share one city.
function fresh(prefix: string): string {
  return `${prefix}${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`.slice(0, 30);
}

/// An item that no other browser changes at the same time.
function own(department: string, place: number): string {
  const browser = ["desktop", "phone", "no-script"].indexOf(test.info().project.name);
  return `${department}-00${1 + place + 2 * browser}`;
}

test.describe("administrator", () => {
  test.beforeEach(async ({ page }) => signIn(page, "admin"));

  const PAGES = ["", "/staff", "/staff/new", "/departments", "/departments/new", "/halls", "/halls/new"];
  const CATALOGUE = ["/items", "/items/RS-001", "/items/import", "/lint", "/calendar"];
  const PROCESS = ["/items/JY-007/versions", "/items/JY-007/versions/1", "/absences", "/promises"];
  for (const path of [...PAGES, ...CATALOGUE, ...PROCESS])
    test(`/admin${path} is whole`, async ({ page }) => {
      expect((await page.goto(`/admin${path}`))?.status()).toBe(200);
      await expectSound(page);
    });

  test("a clerk is added, moved, closed and cannot sign in any more", async ({ page, browser }) => {
    const username = fresh("clerk");
    await page.goto("/admin/staff/new");
    await page.getByLabel("姓名").fill("试用员");
    await page.getByLabel("登录名").fill(username);
    await page.getByLabel("初始密码").fill("yihao-journey-2026");
    await page.getByRole("button", { name: "添加" }).click();
    // A clerk sits somewhere: what was typed is kept, the missing hall is told.
    await expect(page.getByRole("alert")).toContainText("请填写这一项");
    await expect(page.getByLabel("登录名")).toHaveValue(username);
    await expectSound(page);
    await page.getByLabel("大厅", { exact: true }).selectOption({ index: 1 });
    await page.getByLabel("初始密码").fill("yihao-journey-2026");
    await page.getByRole("button", { name: "添加" }).click();
    await expect(page.getByRole("status")).toContainText("已添加");
    await page.getByRole("row", { name: new RegExp(username) }).getByRole("link").click();
    await page.getByRole("button", { name: "停用" }).click();
    await expect(page.getByRole("status")).toContainText("停用");
    const other = await (await browser.newContext()).newPage();
    await other.goto("/sign-in");
    await other.locator("input[autocomplete=username]").fill(username);
    await other.locator("input[autocomplete=current-password]").fill("yihao-journey-2026");
    await other.locator("form:has(input[autocomplete=current-password]) button").first().click();
    await expect(other).toHaveURL(/\/sign-in/);
    await other.context().close();
  });

  test("a department with a wrong credit code is not saved", async ({ page }) => {
    await page.goto("/admin/departments/new");
    await page.getByLabel("名称", { exact: true }).fill("试用局");
    await page.getByLabel("代号").fill("T1");
    await page.getByLabel("统一社会信用代码").fill("11229900MB9000044Y");
    await page.getByLabel("业务指导部门代码").fill("99");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByLabel("名称", { exact: true })).toHaveValue("试用局");
    await expectSound(page);
  });

  test("a window is added to a hall", async ({ page }) => {
    await page.goto("/admin/halls");
    await page.locator("main .card a").first().click();
    await page.getByRole("link", { name: "添加窗口" }).click();
    const number = fresh("Z").slice(-9);
    await page.getByLabel("窗口号").fill(number);
    await page.getByLabel("名称").fill("试用窗口");
    await expectSound(page);
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("cell", { name: "试用窗口" }).first()).toBeVisible();
    await expect(page.getByRole("status")).toContainText(number);
  });

  test("an item is found by its initials, changed, and the check follows", async ({ page }) => {
    await page.goto("/admin/items?q=gljt");
    await expect(page.locator("main tbody th").first()).toContainText("高龄津贴");
    await page.goto(`/admin/items/${own("YB", 0)}`);
    await page.getByLabel("投诉电话").fill(await page.getByLabel("咨询电话").inputValue());
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("已保存");
    await expect(page.getByText("咨询电话与投诉电话是同一个")).toBeVisible();
    await expectSound(page);
    await page.getByLabel("事项名称").fill("");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expectSound(page);
  });

  test("who saves second is told, and keeps what they wrote", async ({ page }) => {
    const other = await page.context().newPage();
    for (const tab of [page, other]) await tab.goto(`/admin/items/${own("RS", 1)}`);
    await other.getByLabel("备注").fill(fresh("先"));
    await other.getByRole("button", { name: "保存", exact: true }).click();
    await expect(other.getByRole("status")).toContainText("已保存");
    const note = fresh("后");
    await page.getByLabel("备注").fill(note);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("别人刚刚保存过");
    await expect(page.getByLabel("备注")).toHaveValue(note);
  });

  test("a version is drafted, found faulty, mended and released", async ({ page }) => {
    // Each browser has an item of its own.
    const items: Record<string, string> = { desktop: "SF-001", phone: "SF-002", "no-script": "XB-002" };
    await page.goto(`/admin/items/${items[test.info().project.name]}/versions`);
    await page.getByRole("button", { name: "起草新版本" }).click();
    await page.getByRole("button", { name: "增加环节" }).click();
    // It jumps to the new step; what is then half under the bar would count as too small to hit.
    await page.evaluate(() => scrollTo(0, 0));
    await expectSound(page);
    await page.getByRole("button", { name: "保存并发布" }).click();
    // Without a name and without a department it is not released, and is still here.
    await expect(page.getByRole("alert")).toContainText("给这个环节起个名称");
    await expect(page.getByRole("alert")).toContainText("选择办理这个环节的部门");
    await expectSound(page);
    const step = page.locator("#step-0");
    await step.getByLabel("名称", { exact: true }).fill("资料核验");
    await step.getByLabel("主管部门").check();
    await step.getByLabel("环节时限").fill("99");
    await page.getByRole("button", { name: "保存草稿" }).click();
    await expect(page.getByText("各环节最长要 99 个工作日").first()).toBeVisible();
    await step.getByLabel("环节时限").fill("1");
    await page.getByLabel("为什么改").fill("增加核验");
    await page.getByRole("button", { name: "保存并发布" }).click();
    await expect(page.getByRole("status")).toContainText("第 2 版已发布");
    const rows = page.locator("main tbody tr");
    await expect(rows.nth(0)).toContainText("实施中");
    await expect(rows.nth(1)).toContainText("已被替代");
    await expectSound(page);
    await rows.nth(0).getByRole("link").click();
    await expect(page.getByText("增加环节“资料核验”")).toBeVisible();
  });

  test("an absence is written down and struck out", async ({ page }) => {
    await page.goto("/admin/absences");
    await page.getByRole("button", { name: "登记" }).click();
    await expect(page.getByRole("alert")).toContainText("请填写这一项");
    await expectSound(page);
    const people = await page.getByLabel("请假的人").locator("option").allTextContents();
    const [away, deputy] = people.filter((text) => text.endsWith("示范市民政局"));
    const reason = fresh("休");
    await page.getByLabel("请假的人").selectOption({ label: away! });
    await page.getByLabel("代班人").selectOption({ label: deputy! });
    await page.getByLabel("从哪天").fill("2098-12-31");
    await page.getByLabel("到哪天").fill("2099-01-01");
    await page.getByLabel("原因").fill(reason);
    await page.getByRole("button", { name: "登记" }).click();
    const row = page.getByRole("row", { name: new RegExp(reason) });
    await expect(row).toBeVisible();
    await row.getByRole("button").click();
    await expect(row).toHaveCount(0);
  });

  test("a faulty file changes nothing and says every fault", async ({ page }) => {
    await page.goto("/admin/items/import");
    await page.getByLabel("事项目录").setInputFiles({ name: "items.json", mimeType: "application/json", buffer: Buffer.from("{ not json") });
    await page.getByRole("button", { name: "检查并导入" }).click();
    await expect(page.getByRole("alert")).toContainText("没有导入");
    await expectSound(page);
    await page.goto("/admin/calendar");
    const calendar = { source: "test", from: "2027-01-01", to: "2027-12-31", days: [{ date: "2027-01-04", kind: "workday", name: "x" }] };
    await page.getByLabel("日历文件").setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(calendar)) });
    await page.getByRole("button", { name: "检查并导入" }).click();
    await expect(page.getByRole("alert")).toContainText("不能作为调休上班日");
  });

  test("the pages of others do not exist for an administrator", async ({ page }) => {
    for (const address of ["/supervise", "/supervise/cases", "/audit", "/review", "/desk"])
      expect((await page.request.get(address)).status(), address).toBe(404);
  });
});

test.describe("auditor", () => {
  test.beforeEach(async ({ page }) => signIn(page, "auditor"));

  test("reads the trail, narrows it, and verifies the chain", async ({ page }) => {
    await page.goto("/audit");
    await expectSound(page);
    await page.getByLabel("做了什么").selectOption("account.sign_in");
    await page.getByLabel("登录名").fill("auditor");
    await page.getByRole("button", { name: "筛选" }).click();
    await expect(page.locator("main tbody tr").first()).toContainText("登录");
    await page.getByRole("button", { name: "验证记录是否完整" }).click();
    await expect(page.getByRole("heading", { name: "记录完整" })).toBeVisible();
    await expectSound(page);
  });
});
