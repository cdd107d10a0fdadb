import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Draft } from "../../../src/report/file/draft.ts";
import { put } from "../steps/clipboard-steps.ts";
import { test } from "../steps/in-browser.ts";
import { cell, expectedInputs, openSample, openSection, sampleDraft, typedFigures } from "../steps/steps.ts";

async function openBlank(page: Page): Promise<void> {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
}

const columns = ["naturalPerson", "business", "research", "welfare", "legalService", "otherOrganisation"];

/** The figures of section three with their totals, as they stand in a sheet. */
function lines(draft: Draft): { row: string; figures: number[] }[] {
  return Object.entries(draft.tables.requests ?? {}).map(([row, values]) => {
    const figures = columns.map((column) => Number(values[column]));
    return { row, figures: [...figures, figures.reduce((sum, figure) => sum + figure, 0)] };
  });
}

/** Section three with the labels of the sample's edition, read off the screen: merged cells and all. */
async function officialTable(page: Page, figureCell: (text: string) => string): Promise<string> {
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLTableRowElement>(".report-table tr")].map((row) =>
      [...row.cells].map((own) => ({
        text: own.querySelector("input")?.value ?? own.textContent ?? "",
        figure: own.tagName === "TD",
        colSpan: own.colSpan,
        rowSpan: own.rowSpan,
      })),
    ),
  );
  const markup = rows.map((row) =>
    row
      .map(({ text, figure, colSpan, rowSpan }) =>
        figure ? figureCell(text) : `<td colspan=${colSpan} rowspan=${rowSpan} class=xl65>${text}</td>`,
      )
      .join(""),
  );
  return markup.map((row) => `<tr height=19>${row}</tr>`).join("\n");
}

test("the whole table of section three, copied from Excel with its labels, is right in one action", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  const table = await officialTable(page, (text) => `<td class=xl66 align=right x:num>${text}</td>`);
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 cellpadding=0 style='border-collapse:collapse'><!--StartFragment-->${table}<!--EndFragment--></table></body></html>`;
  await openBlank(page);
  await put(page, "", html);
  await cell(page, "requests.granted.research").focus();
  await page.keyboard.press("Control+v");
  await page.getByRole("heading", { name: "粘贴 144 格" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("已填 144 / 144 格，各项平衡").waitFor();
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "requests"));
  await page.keyboard.press("Control+Home");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.press("Control+z");
  expect(new Set(Object.values(await typedFigures(page)))).toEqual(new Set([""]));
});

test("a Word table is taken cell by cell, however its paragraphs are wrapped", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  const paragraph = (text: string): string =>
    `<td width=47 valign=top><p class=MsoNormal align=center><span lang=EN-US style='font-size:10.5pt'>${text}<o:p></o:p></span></p></td>`;
  const table = await officialTable(page, paragraph);
  await openBlank(page);
  await put(page, "", `<table class=MsoTableGrid border=1>${table}</table>`);
  await page.keyboard.press("Control+v");
  await page.getByRole("button", { name: "粘贴", exact: true }).click();
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "requests"));
});

test("a block from a WPS sheet is taken, with its hidden style sheet and columns", async ({ page }) => {
  const draft = await sampleDraft("qinghe-2025");
  await openBlank(page);
  const rows = lines(draft).slice(0, 3);
  const cells = (figures: readonly number[]): string =>
    figures
      .map(
        (figure) =>
          `<td class="et2" height="18" width="72" align="right" style='height:13.50pt;width:54.00pt;' x:num>${figure}</td>`,
      )
      .join("");
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="ProgId" content="Excel.Sheet"><meta name="Generator" content="WPS Office ET"><!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]--><style>.et2{mso-number-format:"General";}</style></head><body><table width="504" border="0" cellpadding="0" cellspacing="0" style='border-collapse:collapse;table-layout:fixed;'><!--StartFragment--><col width="72" span="7" style='width:54.00pt;'/>${rows.map(({ figures }) => `<tr height="18">${cells(figures)}</tr>`).join("\n")}<!--EndFragment--></table></body></html>`;
  await put(page, rows.map(({ figures }) => figures.join("\t")).join("\r\n"), html);
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.press("Control+v");
  await page.getByText("已粘贴 18 格").waitFor();
  for (const { row, figures } of rows) {
    for (const [index, column] of columns.entries()) {
      expect(await cell(page, `requests.${row}.${column}`).inputValue()).toBe(String(figures[index]));
    }
  }
});

test("figures without labels go where the focus is, totals and all", async ({ page }) => {
  const draft = await sampleDraft("qinghe-2025");
  await openBlank(page);
  const block = lines(draft)
    .slice(2, 5)
    .map(({ figures }) => figures.join("\t"));
  await put(page, `${block.join("\r\n")}\r\n`);
  await cell(page, "requests.granted.naturalPerson").focus();
  await page.keyboard.press("Control+v");
  await page.getByText("已粘贴 18 格，其中 18 格有变化；3 个总计由程序计算，没有贴").waitFor();
  for (const row of ["granted", "partiallyGranted", "denied_stateSecret"]) {
    for (const column of columns) {
      const figure = draft.tables.requests?.[row]?.[column];
      expect(await cell(page, `requests.${row}.${column}`).inputValue()).toBe(String(figure));
    }
  }
});

test("rows are matched by label, in any order and wording, and what is left over is shown", async ({
  page,
}) => {
  await openBlank(page);
  const rows = [
    ["重复申请", "", "", "5", "1", "0", "0", "0", "0", "6"],
    ["1. 属于国家秘密", "", "", "1", "0", "0", "0", "0", "0", "1"],
    ["(一) 予以公开", "", "", "92", "14", "2", "2", "4", "5", "119"],
    ["网上咨询", "", "", "7", "0", "0", "0", "0", "0", "7"],
  ];
  await put(page, rows.map((row) => row.join("\t")).join("\n"));
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("没有位置的 1 项").waitFor();
  expect(await dialog.getByRole("listitem").allTextContents()).toEqual(["网上咨询　7　0　0　0　0　0　7"]);
  await page.keyboard.press("Enter");
  expect(await cell(page, "requests.notProcessed_duplicate.naturalPerson").inputValue()).toBe("5");
  expect(await cell(page, "requests.granted.otherOrganisation").inputValue()).toBe("5");
  expect(await cell(page, "requests.received.naturalPerson").inputValue()).toBe("");
});

test("the table of section four is taken with its three rows below each other", async ({ page }) => {
  const { disputes = {} } = (await sampleDraft("qinghe-2025")).tables;
  await openSample(page, "qinghe-2025");
  await openSection(page, "四、");
  await cell(page, "disputes.litigationDirect.upheld").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  const line = (label: string, row: string): string => {
    const figures = ["upheld", "corrected", "otherOutcome", "pending"].map((column) =>
      Number(disputes[row]?.[column]),
    );
    return [label, ...figures, figures.reduce((sum, figure) => sum + figure, 0)].join("\t");
  };
  const heads = "\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
  await put(
    page,
    [
      heads,
      line("行政复议", "reconsideration"),
      line("未经复议直接起诉", "litigationDirect"),
      line("复议后起诉", "litigationAfterReconsideration"),
    ].join("\n"),
  );
  await page.keyboard.press("Control+v");
  await page.getByRole("heading", { name: "粘贴 12 格" }).waitFor();
  await page.keyboard.press("Enter");
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "disputes"));
});

test("a block that fits nowhere says so and offers nothing to paste", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await put(page, "重复申请\t1\t2\t3\t4\t5\t6\t7\t8\t9\n网上咨询\t3\t4");
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "没有找到对应的格子" }).waitFor();
  expect(await dialog.getByRole("button").allTextContents()).toEqual(["知道了"]);
  await page.keyboard.press("Enter");
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "requests"));
});

test("a paste that is called off changes nothing", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await put(page, "重复申请\t1\t1\t1\t1\t1\t1\n予以公开\t1\t1\t1\t1\t1\t1");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.press("Control+v");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "requests"));
});

test("the line of section four is taken with its heads and totals", async ({ page }) => {
  const draft = await sampleDraft("qinghe-2025");
  await openSample(page, "lanling-2020");
  await openSection(page, "四、");
  const rows = Object.values(draft.tables.disputes ?? {}).map((row) => Object.values(row).map(Number));
  const figures = rows.flatMap((row) => [...row, row.reduce((sum, figure) => sum + figure, 0)]);
  const heads = Array.from({ length: 3 }, () => "结果维持\t结果纠正\t其他结果\t尚未审结\t总计").join("\t");
  await put(page, `${heads}\n${figures.join("\t")}`);
  await cell(page, "disputes.litigationDirect.upheld").focus();
  await page.keyboard.press("Control+v");
  await page.getByText("已粘贴 12 格").waitFor();
  expect(await typedFigures(page)).toEqual(expectedInputs(draft, "disputes"));
});

test("a copied block pastes into a spreadsheet and back", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await cell(page, "requests.received.legalService").focus();
  for (const key of ["Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown"])
    await page.keyboard.press(key);
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("9\t12\t308\r\n1\t0\t14");
  await page.keyboard.press("Control+x");
  expect(await cell(page, "requests.carriedIn.legalService").inputValue()).toBe("");
  await page.keyboard.press("Control+v");
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "requests"));
});

test("a single figure fills the selected block", async ({ page }) => {
  await openBlank(page);
  await put(page, "0");
  for (const key of ["Shift+ArrowRight", "Shift+ArrowDown"]) await page.keyboard.press(key);
  await page.keyboard.press("Control+v");
  await page.getByText("已粘贴 4 格").waitFor();
  expect(await cell(page, "requests.carriedIn.business").inputValue()).toBe("0");
  // Esc takes back what was typed; what was pasted is taken back by Ctrl+Z.
  await page.keyboard.press("Escape");
  expect(await cell(page, "requests.received.naturalPerson").inputValue()).toBe("0");
});
