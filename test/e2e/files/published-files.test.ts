import { strToU8 } from "fflate";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { writeText } from "../../../src/formats/text/write.ts";
import { edition2021, sample } from "../../fixtures/reports.ts";
import { pasteAs } from "../steps/clipboard-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { hasFocus, tabTo } from "../steps/keyboard.ts";
import {
  chooseFile,
  expectedInputs,
  keptDrafts,
  openSection,
  openStart,
  typedFigures,
} from "../steps/steps.ts";

const received = "一、本年新收政府信息公开申请数量「自然人」";
const report = sample("qinghe-2025");
/** The report as a site publishes it: without the draft inside, with what stands around it on a page. */
const page = writeHtml(compose(edition2021, report), gongwen).replace(
  /<body[^>]*>/,
  "$&<nav><ul><li>首页</li><li>政务公开</li></ul></nav><p>来源：县政府办公室　浏览次数：1024</p>",
);

test("a published page is read, looked at, and taken over only then", async ({ page: tab }) => {
  await openStart(tab);
  await chooseFile(tab, { name: "2025年报.html", content: page });
  const look = tab.getByRole("dialog", { name: "从“2025年报.html”读出的内容" });
  await look.getByText("读出 166 格").waitFor();
  expect(await keptDrafts(tab)).toEqual({});
  await look.getByRole("button", { name: `${received}：247` }).waitFor();
  await look.getByRole("button", { name: "看过了，打开为新草稿" }).click();
  await openSection(tab, "三、");
  expect(await typedFigures(tab)).toEqual(expectedInputs(report, "requests"));
});

test("a cell shows where it stands in the file, and a place in the file shows what became of it", async ({
  page: tab,
}) => {
  await openStart(tab);
  await chooseFile(tab, { name: "2025年报.html", content: page });
  const source = tab.getByRole("region", { name: "文件里的内容" });
  const report = tab.getByRole("region", { name: "读成的报告" });
  const said = tab.getByRole("status");
  await report.getByRole("button", { name: `${received}：247` }).click();
  await said.getByText(`${received}：文件里写的是“247”，读作 247。`).waitFor();
  const marked = source.getByRole("button", { pressed: true });
  expect(await marked.allTextContents()).toEqual(["247"]);
  await source
    .getByRole("row", { name: "一、本年新收政府信息公开申请数量" })
    .getByRole("button", { pressed: true })
    .waitFor();
  await eventually(async () => expect(await isInSight(marked)).toBe(true));

  await source.getByRole("button", { name: "行政事业性收费", exact: true }).click();
  await said.getByText("“行政事业性收费”不是填报的内容").waitFor();
  expect(await report.getByRole("button", { pressed: true }).count()).toBe(0);
  const fees = source.getByRole("row", { name: "行政事业性收费" }).getByRole("button").last();
  await fees.click();
  await said.getByText("对应：行政事业性收费「本年收费金额（单位：万元）」。").waitFor();
  await eventually(async () =>
    expect(await isInSight(report.getByRole("button", { pressed: true }))).toBe(true),
  );
  await source.getByRole("button", { name: "浏览次数：1024" }).click();
  await said.getByText("没有找到位置，不带过来。").waitFor();
});

test("both sides are passed with few keys, and gone through with arrows", async ({ page: tab }) => {
  await openStart(tab);
  await chooseFile(tab, { name: "2025年报.html", content: page });
  const source = tab.getByRole("region", { name: "文件里的内容" });
  const report = tab.getByRole("region", { name: "读成的报告" });
  const take = tab.getByRole("button", { name: "看过了，打开为新草稿" });
  await eventually(async () => expect(await hasFocus(take)).toBe(true));
  await tabTo(tab, report.getByRole("table").getByRole("button").first(), "Shift+Tab");
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("ArrowRight");
  await tab.keyboard.press("Enter");
  await tab.getByRole("status").getByText("行政规范性文件「本年废止件数」").waitFor();
  await tabTo(tab, source.getByRole("button").first(), "Shift+Tab");
  await tab.keyboard.press("End");
  expect(await hasFocus(source.getByRole("button").last())).toBe(true);
});

/** Whether an element stands within what its scrolling area shows. */
async function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((own) => {
    const box = own.getBoundingClientRect();
    const area = own.closest("section[aria-label='文件里的内容'], section[aria-label='读成的报告']");
    const sight = area?.getBoundingClientRect();
    return sight !== undefined && box.top >= sight.top && box.bottom <= sight.bottom;
  });
}

test("what was read and is not wanted leaves nothing behind", async ({ page: tab }) => {
  await openStart(tab);
  await chooseFile(tab, { name: "年报.txt", content: strToU8(writeText(compose(edition2021, report))) });
  await tab.getByRole("button", { name: "不用，取消" }).click();
  await tab.getByText("已取消，没有打开。").waitFor();
  expect(await keptDrafts(tab)).toEqual({});
});

test("a text among the tables is moved into the overview where that is ticked", async ({ page: tab }) => {
  const sentence = "全年收到的申请都在法定期限内答复。";
  const content = page.replace(/(<h2[^>]*>[^<]*三、.*?<\/h2>)/, `$1<p>${sentence}</p>`);
  await openStart(tab);
  await chooseFile(tab, { name: "2025年报.html", content });
  const look = tab.getByRole("dialog", { name: "从“2025年报.html”读出的内容" });
  await look.getByRole("checkbox", { name: sentence }).check();
  await look.getByRole("button", { name: "看过了，打开为新草稿" }).click();
  await openSection(tab, "三、");
  const [text = ""] = Object.values(await keptDrafts(tab));
  const { narrative } = JSON.parse(text) as { narrative: { overview?: unknown } };
  expect(JSON.stringify(narrative.overview)).toContain(sentence);
  expect(narrative).not.toHaveProperty("requests");
});

test("a whole report that was copied from a page goes the road of a file", async ({ page: tab }) => {
  await openStart(tab);
  await tab.getByRole("button", { name: "粘贴整篇报告…" }).click();
  await tab.getByRole("textbox", { name: "整篇报告的内容" }).focus();
  await pasteAs(tab, { "text/html": page, "text/plain": "青禾县人民政府2025年年报" });
  await tab.getByRole("button", { name: "读取" }).click();
  await tab.getByRole("dialog", { name: "从“粘贴的内容”读出的内容" }).getByText("读出 166 格").waitFor();
  await tab.getByRole("button", { name: "看过了，打开为新草稿" }).click();
  await openSection(tab, "三、");
  expect(await typedFigures(tab)).toEqual(expectedInputs(report, "requests"));
});

test("so does its plain text", async ({ page: tab }) => {
  await openStart(tab);
  await tab.getByRole("button", { name: "粘贴整篇报告…" }).click();
  const text = writeText(compose(edition2021, report));
  await tab.getByRole("textbox", { name: "整篇报告的内容" }).fill(text);
  await tab.getByRole("button", { name: "读取" }).click();
  await tab.getByText("读出 166 格").waitFor();
});

test("last year's published report begins this year's", async ({ page: tab }) => {
  await openStart(tab);
  await chooseFile(tab, { name: "去年.html", content: page }, "上年的草稿文件");
  await tab.getByRole("button", { name: "看过了，作为上年报告新建" }).click();
  await openSection(tab, "三、");
  const figures = await typedFigures(tab);
  expect(Object.values(figures).filter((figure) => figure !== "").length).toBeGreaterThan(0);
  const [text = ""] = Object.values(await keptDrafts(tab));
  expect(JSON.parse(text)).toMatchObject({ year: 2026, prior: { year: 2025, source: "去年.html" } });
});
