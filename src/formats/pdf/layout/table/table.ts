import type { Table } from "../../../../document/tree.ts";
import type { StructureElement } from "../../tags/element.ts";
import type { Measures } from "../text/measures.ts";
import { points } from "../text/page-frame.ts";
import { type MeasuredCell, measureCells, spanOf } from "./cells.ts";

/** A table whose every measure is known before it is drawn. Lengths in points. */
export type MeasuredTable = {
  readonly cells: readonly MeasuredCell[];
  /** Between the lines that separate columns. */
  readonly columnWidthsPt: readonly number[];
  /** Between the lines that separate rows. */
  readonly rowHeightsPt: readonly number[];
  readonly headRows: number;
  readonly borderPt: number;
  readonly density: Density;
};

/** Pitch and padding of a table's lines, in points. */
export type Density = {
  readonly linePitchPt: number;
  readonly verticalPt: number;
  readonly horizontalPt: number;
};

/** How far a table that is to stand whole may be drawn together, step by step. */
const densities = [1, 0.95, 0.9, 0.85, 0.8];

/**
 * Sets a table at the width of the text area. A table that is to stand whole is drawn together a little where
 * that makes it fit.
 *
 * @param element the table in the structure
 * @param roomPt height that is there for it on a page of its own, under the heading that stays with it
 */
export function measureTable(
  table: Table,
  element: StructureElement,
  measures: Measures,
  roomPt: number,
): MeasuredTable {
  const loose = measureAt(table, element, measures, 1);
  if (!table.keepWhole || heightOfTable(loose) <= roomPt) return loose;
  const fitting = densities
    .map((density) => measureAt(table, element, measures, density))
    .find((measured) => heightOfTable(measured) <= roomPt);
  return fitting ?? loose;
}

/** Height of rows with the lines under them, in points; `to` exclusive. */
export function heightOfRows(table: MeasuredTable, from: number, to: number): number {
  return table.rowHeightsPt.slice(from, to).reduce((sum, height) => sum + height + table.borderPt, 0);
}

/** Height of a whole table, in points. */
export function heightOfTable(table: MeasuredTable): number {
  return table.borderPt + heightOfRows(table, 0, table.rowHeightsPt.length);
}

/** Height that lines of text need between the lines of a table, in points. */
export function heightOfLines(lines: number, density: Density): number {
  return lines * density.linePitchPt + 2 * density.verticalPt;
}

function measureAt(
  table: Table,
  element: StructureElement,
  measures: Measures,
  density: number,
): MeasuredTable {
  const { borderPt, cellPaddingMm, linePitchPt } = measures.style.table;
  const close: Density = {
    linePitchPt: linePitchPt * density,
    verticalPt: points(cellPaddingMm.vertical) * density,
    horizontalPt: points(cellPaddingMm.horizontal),
  };
  const columnWidthsPt = columnWidths(table, measures);
  const cells = measureCells(table, element, columnWidthsPt, close.horizontalPt, measures);
  const rowHeightsPt = rowHeights(cells, table.rows.length, borderPt, close);
  const headRows = Math.min(table.headRows, table.rows.length - 1);
  return { cells, columnWidthsPt, rowHeightsPt, headRows, borderPt, density: close };
}

function columnWidths(table: Table, { style, frame }: Measures): number[] {
  const borders = (table.columnWidths.length + 1) * style.table.borderPt;
  const whole = table.columnWidths.reduce((sum, width) => sum + width, 0);
  return table.columnWidths.map((width) => ((frame.textWidthPt - borders) * width) / whole);
}

function rowHeights(
  cells: readonly MeasuredCell[],
  rows: number,
  borderPt: number,
  density: Density,
): number[] {
  const heights = Array<number>(rows).fill(heightOfLines(1, density));
  const bySpan = [...cells].sort((a, b) => a.rowSpan - b.rowSpan);
  for (const cell of bySpan) {
    const wanting =
      heightOfLines(cell.lines.length, density) - spanOf(heights, cell.row, cell.rowSpan, borderPt);
    if (wanting <= 0) continue;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      heights[row] = (heights[row] ?? 0) + wanting / cell.rowSpan;
    }
  }
  return heights;
}
