import type { FoundBlock, FoundCell, FoundTable } from "../../../document/found.ts";
import { keyOf, type SheetCells } from "./sheet-cells.ts";

/** What is asked of a sheet at most; a cell far out would else make a table of millions of blank ones. */
const mostColumns = 200;
const mostRows = 5_000;

/** The year of a report, in figures or Chinese ones. */
const year = /\d{4}|[\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]{4}/;

/** What stands over the heads of a sheet down to its title, which is the line with a year; and the table below. */
export function blocksOfSheet(name: string, cells: SheetCells): FoundBlock[] {
  const table = tableOfSheet(name, cells);
  const texts = table.rows.map((row) => row.filter(({ text }) => text.trim() !== "").map(({ text }) => text));
  const heads = texts.findIndex((row) => row.length > 1);
  const lines = texts.slice(0, Math.max(heads, 0)).map(([text = ""]) => text);
  const titleEnd = lines.reduce((end, line, index) => (year.test(line) ? index + 1 : end), 0);
  const above = lines
    .slice(0, titleEnd)
    // The name of the sheet, printed once more, is that of the table.
    .filter((line) => line !== "" && line !== name)
    .map((text): FoundBlock => ({ type: "text", runs: [{ text }], place: { sheet: name } }));
  return [...above, { ...table, rows: table.rows.slice(titleEnd) }];
}

/** A sheet as one table: its columns up to the last text, blank rows left out. */
function tableOfSheet(name: string, { texts, merged, width, height }: SheetCells): FoundTable {
  const [columns, rows] = [Math.min(width, mostColumns), Math.min(height, mostRows)];
  const covered = new Set<string>();
  const spans = new Map<string, { colSpan: number; rowSpan: number }>();
  for (const { from, to } of merged) {
    const colSpan = Math.min(to.x, columns - 1) - from.x + 1;
    const rowSpan = Math.min(to.y, rows - 1) - from.y + 1;
    if (colSpan < 1 || rowSpan < 1 || covered.has(keyOf(from))) continue;
    spans.set(keyOf(from), { colSpan, rowSpan });
    for (let y = from.y; y < from.y + rowSpan; y++) {
      for (let x = from.x; x < from.x + colSpan; x++) covered.add(keyOf({ x, y }));
    }
    covered.delete(keyOf(from));
  }
  const all = Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_, x) => keyOf({ x, y }))
      .filter((key) => !covered.has(key))
      .map((key): FoundCell => ({ text: texts.get(key) ?? "", ...(spans.get(key) ?? single) })),
  );
  return { type: "table", name, rows: withoutBlank(all), place: { sheet: name } };
}

const single = { colSpan: 1, rowSpan: 1 };

/**
 * A blank row goes, but where a merged cell stands in it or goes over it, and where it is the first below a row with
 * text: the figures there may have been left blank.
 */
function withoutBlank(rows: readonly (readonly FoundCell[])[]): (readonly FoundCell[])[] {
  const hasText = (row: readonly FoundCell[] | undefined) =>
    row?.some(({ text }) => text.trim() !== "") ?? false;
  let lastSpanned = -1;
  return rows.filter((row, index) => {
    lastSpanned = Math.max(
      lastSpanned,
      ...row.map(({ rowSpan }) => (rowSpan > 1 ? index + rowSpan - 1 : -1)),
    );
    return index <= lastSpanned || hasText(row) || hasText(rows[index - 1]);
  });
}
