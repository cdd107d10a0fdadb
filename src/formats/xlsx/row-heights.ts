import { fullGrid } from "../../document/grid.ts";
import { cellLinesOf, type Table, type TableCell, textOf } from "../../document/tree.ts";
import type { Style } from "../style.ts";

/** Space above and below the lines of a row, in points. */
const rowPaddingPt = 4;
const pointsPerMm = 72 / 25.4;

/**
 * The height of each row in points. Spreadsheets fit a row to its text by themselves only where no cell is
 * merged, so the lines are counted here, a character of ASCII as half a Chinese one.
 *
 * @param widthsMm the width of each column
 */
export function rowHeights(table: Table, widthsMm: readonly number[], style: Style): number[] {
  const heights = table.rows.map(() => style.table.linePitchPt + rowPaddingPt);
  const spanning: { cell: TableCell; y: number; needed: number }[] = [];
  fullGrid(table).forEach((row, y) => {
    row.forEach(({ cell, origin }, x) => {
      if (!origin) return;
      const width = widthsMm.slice(x, x + cell.colSpan).reduce((a, b) => a + b, 0);
      const lines = cellLinesOf(cell).map((runs) => linesOf(textOf(runs), width, style));
      const needed = lines.reduce((a, b) => a + b, 0) * style.table.linePitchPt + rowPaddingPt;
      if (cell.rowSpan === 1) heights[y] = Math.max(heights[y] ?? 0, needed);
      else spanning.push({ cell, y, needed });
    });
  });
  for (const { cell, y, needed } of spanning) {
    const last = y + cell.rowSpan - 1;
    const had = heights.slice(y, last + 1).reduce((a, b) => a + b, 0);
    if (had < needed) heights[last] = (heights[last] ?? 0) + needed - had;
  }
  return heights;
}

/** How many lines a text takes in a cell of this width. */
export function linesOf(text: string, widthMm: number, style: Style): number {
  const inside = (widthMm - 2 * style.table.cellPaddingMm.horizontal) * pointsPerMm;
  const perLine = Math.max(1, Math.floor(inside / style.table.sizePt));
  const width = [...text].reduce((sum, character) => sum + (character < "\u0100" ? 0.5 : 1), 0);
  return Math.max(1, Math.ceil(width / perLine));
}
