import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { test } from "../steps/in-browser.ts";
import { cell, openSample, openSection, openStart, shownFindings, waitUntilSaved } from "../steps/steps.ts";
import { writtenLines } from "../steps/text-steps.ts";

const lastYears = fileURLToPath(
  new URL("../../../templates/samples/qinghe-2025.nianbao.json", import.meta.url),
);

test("a new report begins with what follows from last year's", async ({ page }) => {
  await openStart(page);
  await page.getByLabel("上年的草稿文件").setInputFiles(lastYears);
  await page.getByRole("heading", { name: "青禾县人民政府 2026 年报" }).waitFor();
  await openSection(page, "三、");
  expect(await cell(page, "requests.carriedIn.naturalPerson").inputValue()).toBe("13");
  expect(await cell(page, "requests.received.naturalPerson").inputValue()).toBe("");
  await openSection(page, "前言");
  expect((await writtenLines(page, "前言")).join("\n")).toContain("2026年1月1日至12月31日");
  await openSection(page, "一、");
  expect((await writtenLines(page, "一、"))[0]).toBe("（一）主动公开");
});

test("last year's figures stand beside this year's, and a 结转 that does not join is told", async ({
  page,
}) => {
  await openSample(page, "zhangdian-2020");
  await page.getByRole("button", { name: "上年数据" }).click();
  await page.getByLabel("上年报告文件").setInputFiles(lastYears);
  await page.getByText("已载入 2025年的报告").waitFor();
  await page.getByText("2025").first().waitFor();
  await openStart(page);
  await page.getByLabel("上年的草稿文件").setInputFiles(lastYears);
  await openSection(page, "三、");
  await page.getByRole("button", { name: "上年数据" }).click();
  const place = page.locator("td", { has: cell(page, "requests.carriedIn.naturalPerson") });
  expect(await place.locator(".figure-prior").textContent()).toBe("上年 11");
  await cell(page, "requests.carriedIn.naturalPerson").focus();
  await page.keyboard.type("9");
  const [warning] = await shownFindings(page);
  expect(warning?.message).toContain("二、上年结转（9），上年报告四、结转下年度（13），相差 4");
  await page.getByRole("button", { name: "上年数据" }).click();
  expect(await page.locator(".figure-prior").count()).toBe(0);
});

test("carrying over leaves alone what is filled in, and says what it filled", async ({ page }) => {
  await openStart(page);
  await page.getByLabel("上年的草稿文件").setInputFiles(lastYears);
  await openSection(page, "三、");
  await cell(page, "requests.carriedIn.business").focus();
  await page.keyboard.type("7");
  await cell(page, "requests.carriedIn.naturalPerson").focus();
  await page.keyboard.press("Delete");
  await openSection(page, "上年报告");
  await page.getByRole("button", { name: "带入 1 个数字" }).click();
  await page.getByText("已带入 1 个数字").waitFor();
  await page.getByText("已填了别的数字、不改动的 1 格").click();
  await page.getByText("已填 7，按上年报告是 1").waitFor();
  await openSection(page, "三、");
  expect(await cell(page, "requests.carriedIn.naturalPerson").inputValue()).toBe("13");
  expect(await cell(page, "requests.carriedIn.business").inputValue()).toBe("7");
});

test("both years are compared, figures and texts", async ({ page }) => {
  await openStart(page);
  await page.getByLabel("上年的草稿文件").setInputFiles(lastYears);
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.type("300");
  await cell(page, "requests.received.business").focus();
  await page.keyboard.type("31");
  await openSection(page, "上年报告");
  await page.getByRole("button", { name: "两年对照" }).click();
  const row = page.getByRole("row", { name: "一、本年新收政府信息公开申请数量「自然人」" });
  expect(await row.getByRole("cell").allTextContents()).toEqual(["247", "300", "+53", "+21.5%"]);
  // What has not changed stands there only when it is asked for.
  const same = page.getByRole("row", { name: "一、本年新收政府信息公开申请数量「商业企业」" });
  expect(await same.count()).toBe(0);
  await page.getByLabel("没有变化的也列出").check();
  expect(await same.getByRole("cell").allTextContents()).toEqual(["31", "31", "0", "0%"]);
  await page.getByRole("button", { name: "文字对照" }).click();
  await page.getByLabel("哪一部分").selectOption({ label: "五、存在的主要问题及改进情况" });
  await page.getByRole("region", { name: "上年", exact: true }).getByText("一是").first().waitFor();
  await waitUntilSaved(page);
});

test("what is not last year's report is refused with a sentence", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "上年报告");
  const readme = fileURLToPath(new URL("../../../README.md", import.meta.url));
  await page.getByLabel("上年报告文件").setInputFiles(readme);
  await page.getByRole("alert").getByText("这个文件里没有认出年报").waitFor();
  await page.getByRole("button", { name: "载入上年报告" }).waitFor();
});
