import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import { cell, keptDrafts, openSample, openSection, openStart, waitUntilSaved } from "../steps/steps.ts";
import { textField } from "../steps/text-steps.ts";

/** Which of the scripts that the page has asked for so far have these words. */
function scriptsWith(page: Page, own: string): Promise<string[]> {
  return page.evaluate(async (words) => {
    const asked = performance.getEntriesByType("resource").map(({ name }) => name);
    const scripts = [...new Set(asked)].filter((name) => name.endsWith(".js"));
    const texts = await Promise.all(scripts.map(async (name) => (await fetch(name)).text()));
    return scripts.filter((_, index) => texts[index]?.includes(words));
  }, own);
}

test("a report is begun from a draft of this browser, says what it took and opens the cover", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").fill("247");
  await cell(page, "requests.received.business").fill("32");
  await page.keyboard.press("Control+z");
  await cell(page, "requests.received.research").fill("5");
  await waitUntilSaved(page);
  await openStart(page);
  await page.getByRole("button", { name: "按上年的报告新建" }).click();
  await page.getByText("带入单位和联系方式、落款单位、结转的数字").waitFor();
  await page
    .getByRole("list", { name: "这个浏览器里的报告" })
    .getByRole("button", { name: "青禾县人民政府2025年" })
    .dblclick();
  await page.getByRole("heading", { name: "青禾县人民政府 2026 年报" }).waitFor();
  expect(Object.keys(await keptDrafts(page))).toHaveLength(2);
  await page.locator('nav [aria-current="true"]', { hasText: "封面信息" }).waitFor();
  const box = page.getByRole("region", { name: "从上年报告带入的内容" });
  const told = await box.getByRole("listitem").allTextContents();
  expect(told[0]).toContain("单位名称、类型、级别");
  expect(told.some((line) => /^\d+ 个结转的数字$/.test(line))).toBe(true);
  expect(told).toContain("“一、总体情况”的小标题");
  // It is of the cover, and leaves the other parts their room.
  await openSection(page, "三、");
  expect(await box.count()).toBe(0);
  await openSection(page, "封面信息");
  await box.getByRole("button", { name: "知道了" }).click();
  await eventually(async () => expect(await box.count()).toBe(0));
  await openSection(page, "三、");
  expect(await cell(page, "requests.carriedIn.naturalPerson").inputValue()).toBe("13");
});

test("kind and level follow the name of a new report until they are chosen by hand", async ({ page }) => {
  await openStart(page);
  await page.getByRole("button", { name: "新建报告" }).click();
  const [kind, level] = [page.getByLabel("类型"), page.getByLabel("级别")];
  await page.getByLabel("单位全称").fill("青禾县柳湾镇人民政府");
  await page.getByText("按名称看是“乡镇、街道”“乡镇级”，已选好").waitFor();
  expect([await kind.inputValue(), await level.inputValue()]).toEqual(["town", "town"]);
  await level.selectOption("county");
  await page.getByLabel("单位全称").fill("青禾市人民政府");
  expect([await kind.inputValue(), await level.inputValue()]).toEqual(["government", "county"]);
  await page.getByRole("button", { name: "照名称改" }).click();
  expect([await kind.inputValue(), await level.inputValue()]).toEqual(["government", "city"]);
});

test("a double click begins one report, in the year of full width digits; the editor of texts comes with the first text", async ({
  page,
}) => {
  // Nothing is fetched ahead.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await openStart(page);
  await page.getByRole("button", { name: "新建报告" }).click();
  await page.getByLabel("单位全称").fill("青禾县柳湾镇人民政府");
  await page.getByLabel("年度").fill("２０２４年");
  await page.getByText("按年度：2021年版格式").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "开始填写" }).dblclick();
  await page.getByRole("heading", { name: "青禾县柳湾镇人民政府 2024 年报" }).waitFor();
  // The first steps begin with the cover; a reload goes on where one was.
  const current = page.locator('nav [aria-current="true"]');
  await current.filter({ hasText: "封面信息" }).waitFor();
  await openSection(page, "三、");
  await page.reload();
  await current.filter({ hasText: "三、" }).waitFor();
  await cell(page, "requests.received.naturalPerson").waitFor();
  expect(await scriptsWith(page, "react.")).not.toEqual([]);
  expect(await scriptsWith(page, "ProseMirror")).toEqual([]);
  await openSection(page, "五、");
  await textField(page, "五、").waitFor();
  expect(await scriptsWith(page, "ProseMirror")).not.toEqual([]);
  await openStart(page);
  await page.getByRole("heading", { name: "我的草稿（1）" }).waitFor();
});

test("the start screen says what to do first and by when, and leads to keys, version and licence", async ({
  page,
}) => {
  await openStart(page);
  const steps = page.getByRole("region", { name: "第一次用" });
  expect(await steps.textContent()).toContain(
    "县级以上政府部门 1 月 31 日前向本级政府信息公开主管部门提交并公布；县级以上地方政府 3 月 31 日前公布。",
  );
  expect(await steps.getByRole("listitem").count()).toBe(5);
  expect(await steps.textContent()).toMatch(/版本 \d+\.\d+\.\d+，\S+ 许可/);
  await steps.getByRole("button", { name: "帮助和键盘用法" }).click();
  await page.getByRole("dialog").getByText("F8 / Shift+F8").waitFor();
});
