import type { PDFPageProxy } from "pdfjs-dist";
import { combined, type Matrix, pointAt } from "../matrix.ts";

/** A line of a table: at `at`, from one place to another. In points from the upper left corner of the page. */
export type Ruling = { readonly at: number; readonly from: number; readonly to: number };

export type Rulings = { readonly across: readonly Ruling[]; readonly down: readonly Ruling[] };

/** Thinner than this a filled box is a line, in points. */
const thickest = 3;

/** Shorter lines are signs and patterns. */
const shortest = 3;

/** A page with more is a drawing. */
const mostRulings = 20_000;

type Operators = Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>;
type Point = readonly [number, number];

/** The lines that a page draws across and down: strokes, and thin boxes, as most programs draw borders. */
export function rulingsOf(
  page: PDFPageProxy,
  operators: Operators,
  ops: Readonly<Record<string, number>>,
): Rulings {
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const found = { across: [] as Ruling[], down: [] as Ruling[] };
  const add = ([x1, y1]: Point, [x2, y2]: Point): void => {
    const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
    if (high <= 1 && wide >= shortest)
      found.across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (wide <= 1 && high >= shortest)
      found.down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  };
  walkPaths(operators, ops, view, (points, isStroked) => {
    if (found.across.length + found.down.length > mostRulings) return;
    if (!isStroked) addBox(points, add);
    else for (const [index, point] of points.entries()) add(points[index - 1] ?? point, point);
  });
  return found.across.length + found.down.length > mostRulings ? { across: [], down: [] } : found;
}

/** A thin box is the line along its middle. */
function addBox(points: readonly Point[], add: (from: Point, to: Point) => void): void {
  if (points.length < 3 || points.length > 6) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (bottom - top <= thickest && right - left > bottom - top) add([left, y], [right, y]);
  else if (right - left <= thickest) add([x, top], [x, bottom]);
}

function walkPaths(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
  view: Matrix,
  see: (points: readonly Point[], isStroked: boolean) => void,
): void {
  const strokes = new Set([ops.stroke, ops.closeStroke]);
  const fills = new Set([ops.fill, ops.eoFill]);
  const both = new Set([ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
  const kept: Matrix[] = [];
  let at = view;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === ops.save) kept.push(at);
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) at = kept.pop() ?? view;
    else if (operator === ops.transform) at = combined(at, args as unknown as Matrix);
    else if (operator === ops.paintFormXObjectBegin) {
      kept.push(at);
      if (args?.[0]) at = combined(at, args[0] as Matrix);
    } else if (operator === ops.constructPath) {
      const [paint, [path] = []] = (args ?? []) as [number, ArrayLike<number>[]?];
      const isStroked = strokes.has(paint) || both.has(paint);
      if (path && (isStroked || fills.has(paint)))
        for (const points of figuresIn(path, at)) see(points, isStroked);
    }
  });
}

/** How many numbers follow each operator of a path in pdf.js: to, line, curve, quadratic curve, close. */
const numbersAfter = [2, 2, 6, 4, 0];

/** The corners of each figure of a path; one that is closed ends where it began. A curve counts as its end. */
function figuresIn(path: ArrayLike<number>, at: Matrix): Point[][] {
  const figures: Point[][] = [];
  let figure: Point[] = [];
  for (let index = 0; index < path.length; ) {
    const operator = path[index] ?? 0;
    const count = numbersAfter[operator];
    if (count === undefined) break;
    const end = index + count;
    if (operator === 0 || figure.length === 0) {
      figure = [];
      figures.push(figure);
    }
    if (operator === 4) {
      const [first] = figure;
      if (first) figure.push(first);
    } else figure.push(pointAt(at, path[end - 1] ?? 0, path[end] ?? 0));
    index = end + 1;
  }
  return figures;
}
