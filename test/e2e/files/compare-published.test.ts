import type { Page } from "playwright-core";
import { expect } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { composeExport } from "../../../src/document/compose-export.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { edition2021, sample, withCells } from "../../fixtures/reports.ts";
import { pasteAs } from "../steps/clipboard-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { hasFocus } from "../steps/keyboard.ts";
import { cell, chooseFile, keptDrafts, openSample } from "../steps/steps.ts";

const report = sample("qinghe-2025");
/** The report as the site shows it, where two figures were copied wrongly. */
const otherwise = withCells(report, { "requests.granted.business": 21, "proactive.fees.amount": 100 });
const page = (draft: typeof report) => writeHtml(compose(edition2021, draft), gongwen);

async function askToCompare(tab: Page): Promise<void> {
  await tab.getByRole("button", { name: "更多" }).click();
  await tab.getByRole("menuitem", { name: "网上的数字和草稿一致吗" }).click();
  await tab.getByRole("dialog", { name: "网上的数字和草稿一致吗" }).waitFor();
}

test("a page that is the same is said to be, with how many cells were compared", async ({ page: tab }) => {
  await openSample(tab, "qinghe-2025");
  await askToCompare(tab);
  await chooseFile(tab, { name: "发布.html", content: page(report) }, "发布出来的文件");
  const said = `一致：对照了 ${edition2021.cells.size} 格，单位名称、年度和标题也相同。`;
  await tab.getByRole("status").getByText(said).waitFor();
});

test("each figure that is published otherwise is shown with its place, and leads to its cell", async ({
  page: tab,
}) => {
  await openSample(tab, "qinghe-2025");
  await askToCompare(tab);
  await chooseFile(tab, { name: "发布.html", content: page(otherwise) }, "发布出来的文件");
  await tab.getByRole("status").getByText("处不一致").waitFor();
  const result = tab.getByRole("region", { name: "对照的结果" });
  await result.getByRole("button", { name: "行政事业性收费「本年收费金额（单位：万元）」" }).click();
  const source = tab.getByRole("region", { name: "文件里的内容" });
  await source.getByRole("button", { pressed: true, name: "100" }).waitFor();
  const granted = result.getByRole("listitem").filter({ hasText: "予以公开「商业企业」" });
  await granted.getByRole("button", { name: "去草稿的这一格" }).click();
  expect(await keptDrafts(tab)).toEqual({});
  const place = cell(tab, "requests.granted.business");
  await eventually(async () => expect(await hasFocus(place)).toBe(true));
  await place.fill("21");
  await tab.getByRole("button", { name: "回到对照结果" }).click();
  await result.waitFor();
  expect(await result.getByText("予以公开「商业企业」").count()).toBe(0);
  await tab.getByRole("button", { name: "关闭" }).click();
  await tab.getByRole("button", { name: "对照完了" }).click();
  await tab.getByRole("button", { name: "回到对照结果" }).waitFor({ state: "detached" });
});

test("what stands on the pages of a Word file counts, not the draft that it carries", async ({
  page: tab,
}) => {
  const content = await writeDocx(composeExport(edition2021, otherwise, [], { carrying: report }), gongwen);
  await openSample(tab, "qinghe-2025");
  await askToCompare(tab);
  await chooseFile(tab, { name: "发布.docx", content }, "发布出来的文件");
  await tab.getByRole("status").getByText("处不一致").waitFor();
});

test("a page that was copied is compared as a file is; what is no report is told", async ({ page: tab }) => {
  await openSample(tab, "qinghe-2025");
  await askToCompare(tab);
  const field = tab.getByRole("textbox", { name: "整篇报告的内容" });
  await field.fill("今天天气很好。");
  await tab.getByRole("button", { name: "对照粘贴的内容" }).click();
  await tab.getByRole("alert").filter({ hasText: "没有读出来" }).waitFor();
  await field.focus();
  await pasteAs(tab, { "text/html": page(report), "text/plain": "年报" });
  await tab.getByRole("button", { name: "对照粘贴的内容" }).click();
  await tab.getByRole("status").getByText("一致：对照了").waitFor();
});
