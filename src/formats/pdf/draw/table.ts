import type { TableRows } from "../layout/flow.ts";
import { type MeasuredCell, spanOf } from "../layout/table/cells.ts";
import { heightOfLines, heightOfRows, type MeasuredTable } from "../layout/table/table.ts";
import { ascent, drawLine } from "./line.ts";
import { black, type Pen } from "./pen.ts";

/** A cell as far as it stands among rows that are drawn together; `top` and `left` within its borders, in points. */
type DrawnCell = {
  readonly cell: MeasuredCell;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Draws rows of a table, with the heads above them where they go on from an earlier page.
 *
 * @param xPt its left edge, and `yPt` its upper one, from the upper left corner of the page
 * @param isNew whether a cell has not been drawn before: heads and labels that stand again are not read again
 */
export function drawRows(
  { table, from, to }: TableRows,
  xPt: number,
  yPt: number,
  pen: Pen,
  isNew: (cell: MeasuredCell) => boolean,
): void {
  const headRows = from >= table.headRows && from > 0 ? table.headRows : 0;
  const heads = cellsOf(table, 0, headRows, xPt, yPt);
  const rows = cellsOf(table, from, to, xPt, yPt + heightOfRows(table, 0, headRows));
  const cells = [...heads, ...rows];
  drawTints(cells, table.borderPt, pen);
  drawRules(cells, table.borderPt, pen);
  for (const cell of cells) drawText(cell, table, pen, isNew);
}

function cellsOf(table: MeasuredTable, from: number, to: number, xPt: number, yPt: number): DrawnCell[] {
  const { columnWidthsPt, rowHeightsPt, borderPt } = table;
  const before = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size + borderPt, 0);
  return table.cells.flatMap((cell) => {
    // A span that crosses the edge of a page is cut there.
    const row = Math.max(cell.row, from);
    const rowSpan = Math.min(cell.row + cell.rowSpan, to) - row;
    if (rowSpan <= 0) return [];
    return {
      cell,
      top: yPt + borderPt + before(rowHeightsPt.slice(from, row)),
      left: xPt + borderPt + before(columnWidthsPt.slice(0, cell.column)),
      width: spanOf(columnWidthsPt, cell.column, cell.colSpan, borderPt),
      height: spanOf(rowHeightsPt, row, rowSpan, borderPt),
    };
  });
}

function drawTints(cells: readonly DrawnCell[], borderPt: number, pen: Pen): void {
  for (const { cell, left, top, width, height } of cells) {
    if (cell.tint === undefined) continue;
    pen.begin("Layout");
    pen.fill(`#${cell.tint}`);
    pen.pdf.rect(left - borderPt / 2, top - borderPt / 2, width + borderPt, height + borderPt).fill();
  }
}

type Rule = { readonly isUpright: boolean; readonly at: number; from: number; to: number };

/** The lines around cells, each drawn once, however many cells lie along it. */
function drawRules(cells: readonly DrawnCell[], borderPt: number, pen: Pen): void {
  if (borderPt === 0 || cells.length === 0) return;
  const half = borderPt / 2;
  pen.begin("Layout");
  pen.stroke(black, borderPt);
  for (const { isUpright, at, from, to } of joined(cells.flatMap((cell) => edgesOf(cell, half)))) {
    const [start, end] = [from - half, to + half];
    if (isUpright) pen.pdf.moveTo(at, start).lineTo(at, end).stroke();
    else pen.pdf.moveTo(start, at).lineTo(end, at).stroke();
  }
}

function edgesOf({ left, top, width, height }: DrawnCell, half: number): Rule[] {
  const [x1, x2, y1, y2] = [left - half, left + width + half, top - half, top + height + half];
  return [
    { isUpright: false, at: y1, from: x1, to: x2 },
    { isUpright: false, at: y2, from: x1, to: x2 },
    { isUpright: true, at: x1, from: y1, to: y2 },
    { isUpright: true, at: x2, from: y1, to: y2 },
  ];
}

/** Less than a hair: sums of points in floating numbers. */
const tolerancePt = 0.01;

/** Edges that lie on or behind one another as one rule. */
function joined(edges: readonly Rule[]): Rule[] {
  const near = (a: number, b: number) => Math.abs(a - b) < tolerancePt;
  const sorted = [...edges].sort(
    (a, b) => Number(a.isUpright) - Number(b.isUpright) || (near(a.at, b.at) ? a.from - b.from : a.at - b.at),
  );
  const rules: Rule[] = [];
  for (const edge of sorted) {
    const last = rules[rules.length - 1];
    const goesOn =
      last &&
      last.isUpright === edge.isUpright &&
      near(last.at, edge.at) &&
      edge.from <= last.to + tolerancePt;
    if (goesOn) last.to = Math.max(last.to, edge.to);
    else rules.push({ ...edge });
  }
  return rules;
}

function drawText(
  { cell, left, top, height }: DrawnCell,
  { density }: MeasuredTable,
  pen: Pen,
  isNew: (cell: MeasuredCell) => boolean,
): void {
  const { lines, sizePt } = cell;
  const pitchPt = density.linePitchPt;
  // The label of a span that goes on overleaf stands there again, if there is room for it.
  if (lines.length === 0 || heightOfLines(lines.length, density) > height + pitchPt / 2) return;
  const mark = isNew(cell) ? cell.mark : undefined;
  const aboveText = (height - (lines.length - 1) * pitchPt - sizePt) / 2;
  const baselinePt = top + aboveText + ascent * sizePt;
  lines.forEach((line, index) => {
    drawLine(line, { xPt: left, baselinePt: baselinePt + index * pitchPt, sizePt, mark }, pen);
  });
}
