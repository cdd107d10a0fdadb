import type { Page } from "playwright-core";
import { expect } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import type { Edition } from "../../../src/edition/read.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { expectedFigures, readExport } from "../steps/figures.ts";
import { eventually, test } from "../steps/in-browser.ts";
import {
  chooseWithArrows,
  columnByColumn,
  expectFocusOn,
  hasFocus,
  lineByLine,
  pressWithKeyboard,
  tabTo,
  typeFigures,
  typeNarrative,
} from "../steps/keyboard.ts";
import {
  type Download,
  downloaded,
  expectedInputs,
  type Format,
  formatNames,
  openStart,
  sampleDraft,
  shownFindings,
  typedFigures,
  waitUntilSaved,
} from "../steps/steps.ts";
import { writtenLines } from "../steps/text-steps.ts";

const lastYear = new Date().getFullYear() - 1;
const sample = await sampleDraft("qinghe-2025");

/** What is typed: the figures and texts of the sample as the report of the year just ended. */
const report: Draft = {
  type: sample.type,
  formatVersion: sample.formatVersion,
  edition: "2021",
  year: lastYear,
  organisation: { name: "青禾县人民政府", kind: "government", level: "city" },
  narrative: sample.narrative,
  tables: sample.tables,
};
const edition = builtinEditions.get(report.edition) as Edition;
const title = `${report.organisation.name}${lastYear}年政府信息公开工作年度报告`;

// A whole report by keyboard takes a minute and more on a machine that tests other things beside it.
test("a report is written, saved, opened again and exported by keyboard alone", { timeout: 240_000 }, async ({
  page,
}) => {
  await openStart(page);
  await beginReport(page);
  await fillIn(page);
  await eventually(async () => expect(await shownFindings(page)).toEqual([]));
  await waitUntilSaved(page);

  const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
  expect(saved.name).toBe(`${report.organisation.name}${lastYear}年年报.nianbao.json`);
  expect(JSON.parse(saved.text)).toEqual(report);

  await page.reload();
  // It goes on with the part last worked on.
  await page.locator('nav [aria-current="true"]', { hasText: "六、" }).waitFor();
  await pressWithKeyboard(page, "button", "前言");
  await expectWholeReport(page);

  await openSavedFile(page, saved);
  await expectWholeReport(page);

  for (const format of Object.keys(formatNames) as Format[]) {
    const file = await exportByKeyboard(page, format);
    expect(file.name).toBe(`${title}.${format}`);
    const read = await readExport(file);
    expect(read.figures).toEqual(expectedFigures(report, edition)[format]);
    expect(read.title.replaceAll("\n", "")).toBe(title);
    // A workbook holds the tables only.
    for (const slot of format === "xlsx" ? [] : Object.keys(report.narrative)) {
      for (const line of linesOf(slot)) expect(read.text).toContain(line);
    }
  }
});

function linesOf(slot: string): string[] {
  return narrativeToText(report.narrative[slot]).split("\n");
}

async function beginReport(page: Page): Promise<void> {
  await pressWithKeyboard(page, "button", "新建报告");
  const name = page.getByRole("textbox", { name: "单位全称" });
  await name.waitFor();
  await tabTo(page, name);
  await page.keyboard.insertText(report.organisation.name);
  await page.keyboard.press("Tab");
  await chooseWithArrows(page, "类型", "一级政府（汇总本行政区域）");
  await page.keyboard.press("Tab");
  await chooseWithArrows(page, "级别", "市级（设区的市）");
  await page.keyboard.press("Tab");
  expect(await page.getByRole("textbox", { name: "年度" }).inputValue()).toBe(String(lastYear));
  expect(await page.getByRole("combobox", { name: "格式" }).textContent()).toContain("2021年版格式");
  await pressWithKeyboard(page, "button", "开始填写");
  for (const next of ["下一部分：上年报告", "下一部分：前言"]) await pressWithKeyboard(page, "button", next);
  await page.getByRole("textbox", { name: "前言" }).waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await fillText(page, "前言", "preface");
  await fillText(page, "一、总体情况", "overview");

  await page.keyboard.press("Tab");
  await typeFigures(page, lineByLine(report, "proactive", "Tab"));
  await pressWithKeyboard(page, "button", "下一部分：三、");

  await page.keyboard.press("Tab");
  await typeRequests(page);
  await page.keyboard.press("Control+End");
  await pressWithKeyboard(page, "button", "下一部分：四、");

  await page.keyboard.press("Tab");
  await typeFigures(page, lineByLine(report, "disputes", "ArrowRight"));
  await pressWithKeyboard(page, "button", "下一部分：五、");

  await fillText(page, "五、存在的主要问题及改进情况", "problems");
  await tabTo(page, page.getByRole("textbox", { name: "六、其他需要报告的事项" }));
  await typeNarrative(page, report, "other");
}

async function fillText(page: Page, name: string, slot: string): Promise<void> {
  await tabTo(page, page.getByRole("textbox", { name }));
  await typeNarrative(page, report, slot);
  await pressWithKeyboard(page, "button", "下一部分");
}

/** The last figure of the first column is typed wrong: 15 for 13. */
async function typeRequests(page: Page): Promise<void> {
  const keystrokes = columnByColumn(report, "requests");
  const wrong = keystrokes.findIndex(({ cell }) => cell === "requests.carriedOut.naturalPerson");
  await typeFigures(page, keystrokes.slice(0, wrong));
  await expectFocusOn(page, "requests.carriedOut.naturalPerson");
  await page.keyboard.type("15");
  expect(await shownFindings(page)).toMatchObject([
    {
      severity: "错误",
      headline: "「自然人」列不平，相差 2",
      message: expect.stringContaining("一（247）＋二（11）＝258，三·（七）总计（245）＋四（15）＝260"),
    },
  ]);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("3");
  expect(await shownFindings(page)).toEqual([]);
  await page.keyboard.press("ArrowRight");
  await typeFigures(page, keystrokes.slice(wrong + 1));
}

/** Walks through the sections, first to last, and looks at every input. */
async function expectWholeReport(page: Page): Promise<void> {
  for (const section of edition.sections) {
    const [content] = section.contents;
    if (content?.kind === "table") {
      await page.locator("main table").waitFor();
      expect(await typedFigures(page)).toEqual(expectedInputs(report, content.table));
    } else {
      const written = await writtenLines(page, section.heading ?? section.name ?? "");
      expect(written).toEqual(linesOf(content?.slot ?? ""));
    }
    if (section !== edition.sections.at(-1)) await goOnByKeyboard(page);
  }
}

async function goOnByKeyboard(page: Page): Promise<void> {
  const heading = page.locator("#section-title");
  const before = await heading.textContent();
  // Backwards through the top bar and the side panel: shorter than through a table of 144 inputs.
  await pressWithKeyboard(page, "button", "下一部分", "Shift+Tab");
  await eventually(async () => expect(await heading.textContent()).not.toBe(before));
}

async function openSavedFile(page: Page, saved: Download): Promise<void> {
  await tabTo(page, page.getByRole("link", { name: "首页" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "打开文件" }).waitFor();
  const before = page.url();
  // No test can press the system's window of browsers that write files back; the input of the others stands for it.
  await page.evaluate(() => Object.assign(window, { showOpenFilePicker: undefined }));
  const opened = page.waitForEvent("filechooser");
  await pressWithKeyboard(page, "button", "打开文件");
  const chooser = await opened;
  await chooser.setFiles({ name: saved.name, mimeType: "", buffer: Buffer.from(saved.bytes) });
  await page.getByRole("textbox", { name: "前言" }).waitFor();
  expect(page.url()).not.toBe(before);
}

/** Opens the panel with Enter, which puts the focus on Word, and goes down to the format. */
async function exportByKeyboard(page: Page, format: Format): Promise<Download> {
  await tabTo(page, page.getByRole("banner").getByRole("button", { name: "导出" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const word = page.getByRole("button", { name: formatNames.docx });
  await eventually(async () => expect(await hasFocus(word)).toBe(true));
  await tabTo(page, page.getByRole("button", { name: formatNames[format] }));
  return downloaded(page, () => page.keyboard.press("Enter"));
}
