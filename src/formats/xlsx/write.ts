import writeExcelFile, { type Sheet as ExcelSheet } from "write-excel-file/universal";
import type { Document, Table } from "../../document/tree.ts";
import { faceOf, type Style } from "../style.ts";
import { fontOrder } from "./font-order.ts";
import { formulaResults } from "./formula-results.ts";
import type { Place } from "./formulas.ts";
import { printSetup } from "./print-setup.ts";
import { properties } from "./properties.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { sheetNames } from "./sheet-names.ts";

type ConditionalFormatting = NonNullable<ExcelSheet<Blob>["conditionalFormatting"]>[number];

/**
 * The tables of a document as an Excel workbook, one sheet each, in their official shape: figures are
 * numbers, totals and checks are formulas. A document without tables gives one sheet with its title.
 */
export async function writeXlsx(document: Document, style: Style): Promise<Uint8Array> {
  const tables = document.blocks.filter((block): block is Table => block.type === "table");
  const shown = tables.length > 0 ? tables : [titleTable(document)];
  const names = sheetNames(shown.map((table) => table.name));
  const sheets = shown.map((table) => sheetOf(table, document, style));
  const features = [
    properties(document),
    fontOrder,
    formulaResults(sheets),
    printSetup(sheets, names, style),
  ];
  const blob = await writeExcelFile(
    sheets.map((sheet, index) => excelSheet(sheet, names[index] ?? "")),
    { features, fontFamily: faceOf(style.table.font, style), fontSize: defaultSizePt },
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
    // An empty list would stop the library.
    ...(sheet.differences.length > 0 ? { conditionalFormatting: sheet.differences.map(redUnlessZero) } : {}),
  };
}

function redUnlessZero({ x, y }: Place): ConditionalFormatting {
  const place = { row: y + 1, column: x + 1 };
  return {
    cellRange: { from: place, to: place },
    condition: { operator: "!=", value: 0 },
    style: { textColor: "#b3261e", fontWeight: "bold" },
  };
}

/** Excel measures columns in digits of the default font: 8 pixels each in SimSun 11, and 5 of margin. */
const defaultSizePt = 11;
const digitPixels = 8;

function charactersIn(widthMm: number): number {
  return Math.max(1, ((widthMm / 25.4) * 96 - 5) / digitPixels);
}
