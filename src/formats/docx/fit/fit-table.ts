import { cellLinesOf, type Table, textOf } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";
import { scaleWidths, sum } from "./column-widths.ts";
import { pageOf, twipsOfMm, twipsOfPt } from "./page.ts";
import { type SpannedCell, spannedRows } from "./spanned-rows.ts";

/** Whether a table stands whole, and the room above and under the text of its cells if not the style's, in twips. */
export type TableFit = { readonly whole: boolean; readonly verticalPadding?: number };

/**
 * Closes the rows of a table up until it stands on one page with what leads it, as the table of section three
 * does in print. A table that is higher than that is left to run over: kept whole by force, LibreOffice puts
 * its heading alone on a page.
 *
 * @param leadLines lines of the page that stand before the table and may not be parted from it
 */
export function fitTable(table: Table, leadLines: number, style: Style): TableFit {
  if (!table.keepWhole) return { whole: false };
  const page = pageOf(style);
  // One line in reserve, as no two programs break the lines of a cell alike.
  const reserve = twipsOfPt(style.table.linePitchPt);
  const lead = leadLines > 0 ? leadLines * page.linePitch + page.gapOverTable : 0;
  const room = page.textHeight - lead - reserve;
  const verticalPadding = Math.floor((room - sum(rowHeights(table, style))) / (2 * table.rows.length));
  if (verticalPadding < 0) return { whole: false };
  const asStyled = twipsOfMm(style.table.cellPaddingMm.vertical);
  return verticalPadding < asStyled ? { whole: true, verticalPadding } : { whole: true };
}

/**
 * The heights of the rows in twips, without the room above and under their text. A cell that spans rows makes its
 * last one higher where they do not hold it.
 */
export function rowHeights(table: Table, style: Style): number[] {
  const widths = scaleWidths(table.columnWidths, pageOf(style).textWidth);
  const pitch = twipsOfPt(style.table.linePitchPt);
  const border = twipsOfPt(style.table.borderPt);
  const heights: number[] = [];
  for (const row of spannedRows(table)) {
    const ending = row.filter((place) => place.ends);
    const needs = ending.map((place) => {
      const rowsAbove = heights.slice(heights.length - (place.cell.rowSpan - 1));
      return linesOf(place, widths, style) * pitch - sum(rowsAbove);
    });
    heights.push(Math.max(pitch, ...needs) + border);
  }
  return heights;
}

function linesOf({ cell, column }: SpannedCell, widths: readonly number[], style: Style): number {
  const { cellPaddingMm, sizePt } = style.table;
  const width = sum(widths.slice(column, column + cell.colSpan));
  const perLine = Math.floor((width - 2 * twipsOfMm(cellPaddingMm.horizontal)) / twipsOfPt(sizePt));
  // Figures are fitted to one line.
  if (cell.role === "value" || cell.role === "total" || perLine < 1) return 1;
  const lines = cellLinesOf(cell).map((runs) => Math.ceil(widthInCharacters(textOf(runs)) / perLine));
  return Math.max(1, sum(lines));
}

/** A full-width character is one, a character of ASCII half. */
function widthInCharacters(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
}
