import type { CellObject } from "write-excel-file/universal";
import wording from "../../../templates/document.json" with { type: "json" };
import { fullGrid } from "../../document/grid.ts";
import { cellLinesOf, type Document, type Table, type TableCell, textOf } from "../../document/tree.ts";
import { faceOf, type Style } from "../style.ts";
import { isHead } from "../table-heads.ts";
import { checkLines } from "./check-lines.ts";
import { addressOf, type Place, totalFormula } from "./formulas.ts";
import { numberIn } from "./number-in.ts";
import { linesOf, rowHeights } from "./row-heights.ts";

/** A table as a sheet: two lines of headings, the table in its official shape, its checks. */
export type Sheet = {
  /** Covered places are null, as write-excel-file wants them. */
  readonly rows: readonly (readonly (CellObject | null)[])[];
  readonly columnWidthsMm: readonly number[];
  /** The rows that stay in view and repeat on each page: the first and the one after the last, from 0. */
  readonly headRows: { readonly from: number; readonly to: number };
  readonly onOnePage: boolean;
  /** What the formulas give, by address: shown before a spreadsheet has reckoned, and by viewers that never do. */
  readonly results: ReadonlyMap<string, number | "">;
  /** The places of the differences that must be 0. */
  readonly differences: readonly Place[];
};

const headingRows = 2;

export function sheetOf(table: Table, document: Document, style: Style): Sheet {
  const grid = fullGrid(table);
  const widths = columnWidthsMm(table, style);
  const places = new Map<string, Place>();
  grid.forEach((row, index) => {
    row.forEach(({ cell, origin }, x) => {
      if (origin && cell.id !== undefined) places.set(cell.id, { x, y: index + headingRows });
    });
  });
  const heights = rowHeights(table, widths, style);
  const results = new Map<string, number | "">();
  const body = grid.map((row, index) =>
    row.map(({ cell, origin }, x): CellObject | null => {
      if (!origin) return null;
      const formula = formulaOf(cell, places);
      if (formula !== undefined)
        results.set(addressOf({ x, y: index + headingRows }), numberIn(cell.text) ?? "");
      return { ...contentOf(cell, formula), ...lookOf(cell, style), height: heights[index] ?? 0 };
    }),
  );
  const checks = checkLines(table, places, headingRows + body.length, widths, style);
  for (const [address, result] of checks.results) results.set(address, result);
  return {
    rows: [...headingLines(table, document, widths, style), ...body, ...checks.rows],
    columnWidthsMm: widths,
    headRows: {
      from: table.headRows > 0 ? headingRows : 0,
      to: table.headRows > 0 ? headingRows + table.headRows : 0,
    },
    onOnePage: table.keepWhole,
    results,
    differences: checks.differences,
  };
}

/** Whoever reckons on in the sheet sees ###### where a figure is wider than its column. */
const digitsToFit = 7;
const mmPerPt = 25.4 / 72;

/** The proportions of the table, scaled to the text area of the page, but no column too narrow for seven digits. */
function columnWidthsMm({ columnWidths }: Table, { page, table }: Style): number[] {
  const total = columnWidths.reduce((a, b) => a + b, 0);
  const whole = page.widthMm - page.marginMm.left - page.marginMm.right;
  const least = ((digitsToFit + 1.5) * 0.5 * table.sizePt + table.sizePt / 2) * mmPerPt;
  return columnWidths.map((width) => Math.max(least, (width / total) * whole));
}

/** The table's name and, smaller, the document it belongs to. */
function headingLines(
  table: Table,
  document: Document,
  widths: readonly number[],
  style: Style,
): (CellObject | null)[][] {
  const whole = widths.reduce((a, b) => a + b, 0);
  const line = (value: string, font: string, fontSize: number): (CellObject | null)[] => [
    {
      value,
      type: String,
      columnSpan: widths.length,
      align: "center",
      alignVertical: "center",
      wrap: true,
      fontFamily: faceOf(font, style),
      fontSize,
      height: 1.6 * fontSize * linesOf(value, (whole * style.table.sizePt) / fontSize, style),
    },
    ...Array<null>(widths.length - 1).fill(null),
  ];
  const { stamp } = document;
  const title =
    stamp === undefined
      ? document.title
      : `${document.title}${wording.stampOpens}${stamp}${wording.stampCloses}`;
  return [
    line(table.name, style.text.heading1.font, style.text.heading1.sizePt),
    line(title, style.table.font, style.table.sizePt),
  ];
}

function formulaOf(cell: TableCell, places: ReadonlyMap<string, Place>): string | undefined {
  if (cell.sumOf === undefined) return undefined;
  const addends = cell.sumOf.flatMap((id) => places.get(id) ?? []);
  return addends.length === cell.sumOf.length && addends.length > 0 ? totalFormula(addends) : undefined;
}

function contentOf(cell: TableCell, formula: string | undefined): CellObject {
  const signed = cell.text.startsWith("+") ? { format: "+0;-0;0" } : {};
  if (formula !== undefined) return { value: formula, type: "Formula", ...signed };
  const number = cell.role === "value" || cell.role === "total" ? numberIn(cell.text) : undefined;
  if (number !== undefined) return { value: number, type: Number, ...signed };
  const lines = cellLinesOf(cell).map(textOf);
  return cell.text === "" ? {} : { value: lines.join("\n"), type: String };
}

function lookOf(cell: TableCell, style: Style): CellObject {
  const { roles, sizePt, headTint } = style.table;
  const { font, align } = roles[cell.role];
  const tinted = headTint !== undefined && isHead(cell);
  return {
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    align: align === "center" ? "center" : "left",
    alignVertical: "center",
    wrap: true,
    fontFamily: faceOf(font, style),
    fontSize: sizePt,
    borderStyle: "thin",
    borderColor: "#000000",
    ...(tinted ? { backgroundColor: `#${headTint}` } : {}),
  };
}
