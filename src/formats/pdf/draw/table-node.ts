import type { CellNode, TableNode } from "pdfmake/build/pdfmake.min.js";
import type { Line } from "../layout/lines.ts";
import { type MeasuredCell, spanOf } from "../layout/table/cells.ts";
import { heightOfLines, type MeasuredTable } from "../layout/table/table.ts";
import { lineNode } from "./line-node.ts";

/**
 * Rows of a table as they stand on one page, in pdfmake's terms: `from` inclusive, `to` exclusive, the head
 * rows above them where the table goes on from an earlier page.
 *
 * @param isNew whether lines have not been drawn before: heads and labels that stand again are not read again
 */
export function tableNode(
  table: MeasuredTable,
  from: number,
  to: number,
  isNew: (lines: readonly Line[]) => boolean,
): TableNode {
  const heads = from >= table.headRows ? rowsOf(table, 0, from === 0 ? 0 : table.headRows, isNew) : noRows;
  const rows = rowsOf(table, from, to, isNew);
  const none = () => 0;
  const border = () => table.borderPt;
  return {
    table: {
      widths: [...table.columnWidthsPt],
      heights: [...heads.heights, ...rows.heights],
      body: [...heads.body, ...rows.body],
    },
    // Padding is part of the cells' own measures.
    layout: {
      hLineWidth: border,
      vLineWidth: border,
      paddingLeft: none,
      paddingRight: none,
      paddingTop: none,
      paddingBottom: none,
    },
  };
}

type Rows = { readonly heights: readonly number[]; readonly body: readonly (readonly CellNode[])[] };

const noRows: Rows = { heights: [], body: [] };

/** pdfmake wants a cell at every place of the grid, also under a span. */
function rowsOf(
  table: MeasuredTable,
  from: number,
  to: number,
  isNew: (lines: readonly Line[]) => boolean,
): Rows {
  const body: CellNode[][] = Array.from({ length: to - from }, () =>
    table.columnWidthsPt.map(() => ({ text: "" })),
  );
  for (const cell of table.cells) {
    const part = partOf(cell, from, to);
    const row = part && body[part.row - from];
    if (row) row[part.column] = cellNode(part, table, isNew);
  }
  return { heights: table.rowHeightsPt.slice(from, to), body };
}

/** What stands of a cell in the given rows: a span that crosses the edge of a page is cut there. */
function partOf(cell: MeasuredCell, from: number, to: number): MeasuredCell | undefined {
  const row = Math.max(cell.row, from);
  const rowSpan = Math.min(cell.row + cell.rowSpan, to) - row;
  return rowSpan > 0 ? { ...cell, row, rowSpan } : undefined;
}

function cellNode(
  cell: MeasuredCell,
  table: MeasuredTable,
  isNew: (lines: readonly Line[]) => boolean,
): CellNode {
  const { colSpan, rowSpan, lines, sizePt, tint } = cell;
  const place = { colSpan, rowSpan, ...(tint === undefined ? {} : { fillColor: `#${tint}` }) };
  const heightPt = spanOf(table.rowHeightsPt, cell.row, rowSpan, table.borderPt);
  const pitchPt = table.density.linePitchPt;
  // The label of a span that goes on overleaf stands there again, if there is room for it.
  if (lines.length === 0 || heightOfLines(lines.length, table.density) > heightPt + pitchPt / 2) {
    return { stack: [], ...place };
  }
  const mark = isNew(lines) ? cell.mark : undefined;
  const abovePt = (heightPt - (lines.length - 1) * pitchPt - sizePt) / 2;
  const stack = lines.map((line, index) =>
    lineNode(line, {
      sizePt,
      // The last line is only as high as its letters, so that the text stands in the middle of the cell.
      heightPt: index < lines.length - 1 ? pitchPt : sizePt,
      abovePt: index === 0 ? abovePt : 0,
      mark,
    }),
  );
  return { stack, ...place };
}
