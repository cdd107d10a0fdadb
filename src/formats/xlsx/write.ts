import writeExcelFile, { type Sheet as ExcelSheet } from "write-excel-file/universal";
import type { Document, Table } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { formulaResults } from "./formula-results.ts";
import { printSetup } from "./print-setup.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { sheetNames } from "./sheet-names.ts";

/**
 * The tables of a document as an Excel workbook, one sheet each, in their official shape: figures are
 * numbers, totals and checks are formulas. A document without tables gives one sheet with its title.
 */
export async function writeXlsx(document: Document, style: Style): Promise<Uint8Array> {
  const tables = document.blocks.filter((block): block is Table => block.type === "table");
  const shown = tables.length > 0 ? tables : [titleTable(document)];
  const names = sheetNames(shown.map((table) => table.name));
  const sheets = shown.map((table) => sheetOf(table, document, style));
  const features = [formulaResults(sheets), printSetup(sheets, names, style)];
  const blob = await writeExcelFile(
    sheets.map((sheet, index) => excelSheet(sheet, names[index] ?? "")),
    { features },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function titleTable({ title }: Document): Table {
  const rows = [[{ text: title, role: "caption" as const, colSpan: 1, rowSpan: 1 }]];
  return { type: "table", name: title, columnWidths: [1], headRows: 0, keepWhole: false, rows };
}

function excelSheet(sheet: Sheet, name: string): ExcelSheet<Blob> {
  return {
    sheet: name,
    data: sheet.rows.map((row) => [...row]),
    columns: sheet.columnWidthsMm.map((width) => ({ width: charactersIn(width) })),
    showGridLines: false,
    ...(sheet.headRows.to > 0 ? { stickyRowsCount: sheet.headRows.to } : {}),
    conditionalFormatting: sheet.differences.map(({ x, y }) => ({
      cellRange: { from: { row: y + 1, column: x + 1 }, to: { row: y + 1, column: x + 1 } },
      condition: { operator: "!=", value: 0 },
      style: { textColor: "#b3261e", fontWeight: "bold" },
    })),
  };
}

/** Excel measures columns in digits of its default font: 7 pixels each at 96 a inch, and 5 pixels of margin. */
function charactersIn(widthMm: number): number {
  return Math.max(1, ((widthMm / 25.4) * 96 - 5) / 7);
}
