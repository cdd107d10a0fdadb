import type { Page } from "playwright-core";
import { expect } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import type { Edition } from "../../../src/edition/read.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { pasteAs } from "./clipboard-steps.ts";
import { expectedFigures, readExport } from "./figures.ts";
import { eventually } from "./in-browser.ts";
import {
  cell,
  chooseFile,
  downloaded,
  dropFile,
  exportAs,
  type Format,
  formatNames,
  openSection,
  sampleDraft,
  shownFindings,
  waitUntilSaved,
} from "./steps.ts";
import { textField, writtenLines } from "./text-steps.ts";

const sample = await sampleDraft("qinghe-2025");
const figure = "requests.carriedOut.naturalPerson";

/** Begins a report of a new office on the start screen and fills in two figures. */
export async function beginReport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("heading", { level: 1, name: "青禾县档案局" }).waitFor();
  await openSection(page, "二、");
  await cell(page, "proactive.licensing.decisions").fill("12");
  await waitUntilSaved(page);
}

/** Opens the sample as a file, breaks a rule, mends it, saves it as a file; gives the report. */
export async function openAndMend(page: Page): Promise<Draft> {
  await dropFile(page, { name: "青禾.nianbao.json", content: JSON.stringify(sample) });
  await page.getByRole("heading", { level: 1, name: sample.organisation.name }).waitFor();
  await openSection(page, "三、");
  const right = await cell(page, figure).inputValue();
  await cell(page, figure).fill(String(Number(right) + 2));
  await eventually(async () => expect((await shownFindings(page)).length).toBeGreaterThan(0));
  await cell(page, figure).fill(right);
  await eventually(async () => expect(await shownFindings(page)).toEqual([]));
  await waitUntilSaved(page);
  const saved = await downloaded(page, () => page.keyboard.press("Control+S"));
  expect(JSON.parse(saved.text)).toEqual(sample);
  return sample;
}

/** Exports in every format; every file holds the figures of the report. */
export async function exportAll(page: Page, report: Draft): Promise<void> {
  const edition = builtinEditions.get(report.edition) as Edition;
  for (const format of Object.keys(formatNames) as Format[]) {
    const file = await exportAs(page, format);
    expect((await readExport(file)).figures).toEqual(expectedFigures(report, edition)[format]);
  }
}

/** Looks at the preview, and opens a Word file that carries the draft. */
export async function previewAndReopen(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "预览" }).click();
  await page.getByText(/第 \d+ \/ [2-9]\d* 页/).waitFor();
  const word = await exportAs(page, "docx");
  await dropFile(page, { name: "青禾.docx", content: word.bytes });
  await page.getByText("没有打开").waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1, name: sample.organisation.name }).waitFor();
}

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]>第一项</p>
<script>globalThis.ran = true</script><p onclick="globalThis.ran = true">末段</p><!--EndFragment--></body></html>`;
const fromExcel = "<table><tr><td>21</td><td>22</td></tr></table>";

/** Pastes a text and figures into the open report, prints it, goes home and looks into a published page. */
export async function pastePrintAndRead(page: Page): Promise<void> {
  await openSection(page, "五、");
  await textField(page, "五、").focus();
  await page.keyboard.press("Control+a");
  await pasteAs(page, { "text/html": fromWord, "text/plain": "第一项" });
  await page.getByText("末段", { exact: true }).waitFor();
  expect(await writtenLines(page, "五、")).toEqual(["第一项", "末段"]);
  await openSection(page, "三、");
  await cell(page, "requests.granted.naturalPerson").focus();
  await pasteAs(page, { "text/html": fromExcel, "text/plain": "21\t22" });
  await eventually(async () => expect(await cell(page, "requests.granted.business").inputValue()).toBe("22"));
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "打印" }).click();
  const printed = page.frameLocator("iframe[title=打印]");
  await printed.getByRole("heading", { level: 1 }).waitFor({ state: "attached" });
  await page.getByRole("link", { name: "首页" }).click();
  // The form takes files, too, and goes with what it was given.
  await page.getByRole("button", { name: "新建报告" }).waitFor();
  const edition = builtinEditions.get(sample.edition) as Edition;
  const published = writeHtml(compose(edition, sample), gongwen);
  await chooseFile(page, { name: "2025年报.html", content: published });
  await page.getByRole("dialog").getByText("读出 166 格").waitFor();
  await page.getByRole("button", { name: "不用，取消" }).click();
}
