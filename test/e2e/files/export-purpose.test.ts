import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import { test } from "../steps/in-browser.ts";
import {
  chooseFile,
  downloaded,
  exportAs,
  openExport,
  openSample,
  openSection,
  sampleDraft,
} from "../steps/steps.ts";

test("the publishing copy carries the report alone, the review copy its notes too", async ({ page }) => {
  const draft = await sampleDraft("qinghe-2025");
  const lastYears = JSON.stringify({ ...draft, year: 2024 });
  await openSample(page, "qinghe-2025");
  await openSection(page, "上年报告");
  await chooseFile(page, { name: "上年.nianbao.json", content: lastYears }, "上年报告文件");
  await page.getByText("已载入 2024年的报告").waitFor();
  // The draft stands as a text inside JSON, so that its quotes are marked.
  const carried = (text: string) => text.includes('\\"prior\\":');
  const published = await exportAs(page, "html");
  expect(published.name).not.toContain("送审稿");
  expect(published.text).toContain("zfxxgk-annual-report");
  expect(carried(published.text)).toBe(false);
  const panel = await openExport(page);
  await panel.getByLabel("送审稿").check();
  const review = await downloaded(page, () => panel.getByRole("button", { name: "网页（.html）" }).click());
  expect(review.name).toContain("（送审稿）.html");
  expect(carried(review.text)).toBe(true);
});

test("what a kind of file does not show is said before it is written", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  const panel = await openExport(page);
  const entry = (name: string) => panel.getByRole("button", { name }).textContent();
  expect(await entry("Excel 工作簿")).toContain("不显示“前言”“一、总体情况”");
  expect(await entry("Word 文档")).not.toContain("不显示");
  expect(await entry("PDF 文件")).not.toContain("〓");
  await page.keyboard.press("Escape");
  await openSection(page, "一、");
  await page.locator(".rich-text p").last().click();
  await page.keyboard.insertText("😀");
  await openExport(page);
  await panel.getByRole("button", { name: "PDF 文件" }).getByText("缺字“😀”，会印成〓").waitFor();
});

test("the package for publishing holds Word, PDF, web page and picture under the names of a site", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  // Who is used to the files of the desk presses twice.
  await page.getByRole("banner").getByRole("button", { name: "导出" }).dblclick();
  const panel = page.getByRole("dialog", { name: "导出" });
  const packed = await downloaded(page, () => panel.getByRole("button", { name: "发布包" }).click());
  const title = "青禾县人民政府2025年政府信息公开工作年度报告";
  expect(packed.name).toBe(`${title}（发布包）.zip`);
  const files = unzipSync(packed.bytes);
  expect(Object.keys(files).sort()).toEqual(
    [`${title}.docx`, `${title}.pdf`, `${title}.html`, `${title}图解.png`].sort(),
  );
  expect(strFromU8(files[`${title}.html`] ?? new Uint8Array())).toContain("<h1");
});
