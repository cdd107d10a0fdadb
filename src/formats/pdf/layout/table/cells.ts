import { fullGrid } from "../../../../document/grid.ts";
import { cellLinesOf, type Run, type Table, type TableCell } from "../../../../document/tree.ts";
import { isLabel, placesAtWords } from "../../../lines/label-places.ts";
import { breakPlaces } from "../../../lines/line-breaks.ts";
import type { Style } from "../../../style.ts";
import type { StructureElement } from "../../tags/element.ts";
import { glyphsOf, type SetGlyph } from "../text/glyphs.ts";
import { widestPiece } from "../text/line-ends.ts";
import { type Line, setLines } from "../text/lines.ts";
import type { Measures } from "../text/measures.ts";

/** A cell at its place in the grid, with its text set. */
export type MeasuredCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** A head or a caption: it says what the rows under it are. */
  readonly announces: boolean;
  readonly lines: readonly Line[];
  readonly sizePt: number;
  /** What lies behind its text: six hexadecimal digits. */
  readonly tint: string | undefined;
  /** What it is in the structure. */
  readonly mark: StructureElement;
};

/** A cell with the size at which its longest word or figure fits. */
type FittedCell = {
  readonly cell: TableCell;
  readonly mark: StructureElement;
  readonly row: number;
  readonly column: number;
  readonly glyphs: readonly SetGlyph[];
  /** Between the lines at its sides, in points. */
  readonly widthPt: number;
  readonly sizePt: number;
};

/**
 * Sets the text of a table's cells.
 *
 * @param element the table in the structure: rows of cells
 * @param columnWidthsPt between the lines that separate columns, in points
 * @param paddingPt at each side of a cell's text, in points
 */
export function measureCells(
  table: Table,
  element: StructureElement,
  columnWidthsPt: readonly number[],
  paddingPt: number,
  measures: Measures,
): MeasuredCell[] {
  const fitted = fullGrid(table).flatMap((places, row) => {
    const marks = element.children[row]?.children.values();
    return places.flatMap(({ cell, origin }, column) => {
      const mark = origin && marks?.next().value;
      return mark ? [fitCell(cell, mark, row, column, columnWidthsPt, measures)] : [];
    });
  });
  return fitted.map((cell) => setCell(cell, paddingPt, measures));
}

/** Height or width of neighbouring rows or columns with the lines between them, in points. */
export function spanOf(sizes: readonly number[], from: number, count: number, borderPt: number): number {
  return sizes.slice(from, from + count).reduce((sum, size) => sum + size, (count - 1) * borderPt);
}

/** A figure is never cut in two, as a reader takes the parts for two figures: it is set smaller, in its cell alone. */
function fitCell(
  cell: TableCell,
  mark: StructureElement,
  row: number,
  column: number,
  columnWidthsPt: readonly number[],
  { style, faces }: Measures,
): FittedCell {
  const { borderPt, sizePt, roles } = style.table;
  const glyphs = glyphsOf(runsOf(cell), roles[cell.role].font, style, faces);
  const widthPt = spanOf(columnWidthsPt, column, cell.colSpan, borderPt);
  const roomPt = widthPt - 2 * leastMarginPt(borderPt);
  const widestPt = widestPiece(glyphs, breakPlaces(textsOf(glyphs)), sizePt);
  const fittingPt = widestPt > roomPt ? (sizePt * roomPt) / widestPt : sizePt;
  return { cell, mark, row, column, glyphs, widthPt, sizePt: fittingPt };
}

/** The runs of a cell, with a line end between those of two lines. */
function runsOf(cell: TableCell): Run[] {
  return cellLinesOf(cell).flatMap((runs, index) => (index === 0 ? runs : [{ text: "\n" }, ...runs]));
}

function setCell(fitted: FittedCell, paddingPt: number, { style }: Measures): MeasuredCell {
  const { cell, mark, row, column, glyphs, widthPt, sizePt } = fitted;
  const announces = cell.role === "head" || cell.role === "caption";
  const freePt = (widthPt - widestPiece(glyphs, breakPlaces(textsOf(glyphs)), sizePt)) / 2;
  const marginPt = Math.max(leastMarginPt(style.table.borderPt), Math.min(paddingPt, freePt));
  const lines = linesOfCell(fitted, widthPt - 2 * marginPt, style);
  return {
    row,
    column,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    announces,
    tint: announces ? style.table.headTint : undefined,
    lines: lines.map((line) => ({ ...line, xPt: line.xPt + marginPt })),
    sizePt,
    mark,
  };
}

/**
 * The lines of a cell. What names a row or a column is broken between words where its words fit, and where that
 * makes the table no higher: a label that spans rows has room.
 */
function linesOfCell({ cell, glyphs, sizePt }: FittedCell, widthPt: number, style: Style): Line[] {
  const { align } = style.table.roles[cell.role];
  const setting = { sizePt, align, widthPt, firstIndentPt: 0, rightIndentPt: 0, trackingPt: 0 };
  const lines = setLines(glyphs, setting);
  const places = lines.length < 2 || !isLabel(cell.role) ? undefined : placesAtWords(textsOf(glyphs));
  if (!places || widestPiece(glyphs, places, sizePt) > widthPt) return lines;
  const byWords = setLines(glyphs, setting, () => places);
  return byWords.length <= Math.max(lines.length, cell.rowSpan) ? byWords : lines;
}

function textsOf(glyphs: readonly SetGlyph[]): string[] {
  return glyphs.map(({ text }) => text);
}

/** Text that needs the padding's room too keeps this distance from the lines. */
function leastMarginPt(borderPt: number): number {
  return 2 * borderPt;
}
