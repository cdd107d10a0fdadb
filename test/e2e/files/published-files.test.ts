import { strToU8 } from "fflate";
import { expect } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { writeText } from "../../../src/formats/text/write.ts";
import { edition2021, sample } from "../../fixtures/reports.ts";
import { test } from "../steps/in-browser.ts";
import {
  chooseFile,
  expectedInputs,
  keptDrafts,
  openSection,
  openStart,
  typedFigures,
} from "../steps/steps.ts";

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
  await look.getByText("收到和处理政府信息公开申请情况：").click();
  await look.getByRole("row", { name: "一、本年新收政府信息公开申请数量「自然人」 247 247" }).waitFor();
  await look.getByRole("button", { name: "看过了，打开为新草稿" }).click();
  await openSection(tab, "三、");
  expect(await typedFigures(tab)).toEqual(expectedInputs(report, "requests"));
});

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
  const { narrative } = JSON.parse(text) as { narrative: Record<string, unknown> };
  expect(JSON.stringify(narrative["overview"])).toContain(sentence);
  expect(narrative).not.toHaveProperty("requests");
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
