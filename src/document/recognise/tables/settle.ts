import type { Cell } from "../../../edition/cells.ts";
import type { Origin } from "../../origin.ts";
import { isConfirmed } from "./gaps.ts";
import type { ReadLine } from "./lines.ts";
import type { ColumnOrder } from "./order.ts";
import { type LineCells, numberIn, type Placement, textsOf, totalsFit, united } from "./placements.ts";
import { type StatedUnit, unitIn } from "./published-value.ts";
import { headOver } from "./under-heads.ts";

/** How a cell of a published table came to its text. */
export type CellReading = {
  readonly cell: Cell;
  readonly text: string;
  /** Where the text stands; several places where it was put together, or may be any of them. */
  readonly origins: readonly Origin[];
  /** The unit that the head of its column states. */
  readonly unit: StatedUnit;
};

/** Something about a line that is not beyond doubt, with all that stands in it. */
export type LineDoubt = {
  /** `placed`: by reasoning; `open`: more than one way is left; `label`, `heads`: what names it is not sure. */
  readonly kind: "placed" | "open" | "label" | "heads" | "twice";
  readonly cells: readonly string[];
  readonly source: string;
  readonly origins: readonly Origin[];
};

/** A line of a table with its cells, and the ways to place it. */
export type OpenLine = {
  readonly line: ReadLine;
  readonly own: LineCells;
  readonly order: ColumnOrder;
  /** As many figures as cells, each in its own place in the file. */
  readonly plain: boolean;
  /** The figures stand under the names of several rows and were taken for those of the last. */
  readonly alone: boolean;
  readonly ways: readonly Placement[];
  /** What the columns of the grid say: its figures stand under their `heads`, or `past` a blank that does. */
  readonly place?: "heads" | "past";
};

/** The cells in which all ways that are left agree, and what has to be said of the line. */
export function settle(
  { line, own, order, plain, alone }: OpenLine,
  ways: readonly Placement[],
): { readings: CellReading[]; doubts: LineDoubt[] } {
  const source = sourceOf(line);
  const [way] = ways;
  const whole = ways.reduce<Placement | undefined>(united, undefined);
  const ids = own.cells.filter((cell) => cell.addends === undefined).map((cell) => cell.id);
  const agreed = own.cells.map(
    (_, at) => way !== undefined && ways.every((other) => other[at]?.text === way[at]?.text),
  );
  const readings = own.cells.flatMap((cell, at): CellReading[] => {
    const figure = whole?.[at];
    if (!agreed[at] || !figure) return [];
    const head = headOver(line, cell.column);
    return [{ cell, ...figure, unit: head ? unitIn(head.token.text) : undefined }];
  });
  const doubts: LineDoubt[] = [];
  const doubt = (kind: LineDoubt["kind"]): void => {
    doubts.push({ kind, cells: ids, source, origins: line.origins });
  };
  if (ways.length !== 1) doubt("open");
  else if (!plain && (way?.includes(null) || line.figures.some((figure) => figure.text !== "")))
    doubt("placed");
  else if (
    alone ||
    line.doubtful ||
    (line.led > 0 && !isLedRightly(line, way, own)) ||
    line.figures.some((figure) => figure.type === "words")
  )
    doubt("label");
  else if (!order.sure && way && !(order.contradicted ? isEven(way) : alike(way, own))) doubt("heads");
  return { readings, doubts };
}

/**
 * A line of text that was wrapped may begin with the last figures of the line before: then totals tell. They do not
 * where as many stand there as a line has, for then those of each line may stand before its label.
 */
function isLedRightly({ figures, led }: ReadLine, way: Placement | undefined, own: LineCells): boolean {
  if (led >= own.cells.length || figures.some((figure) => figure.cell)) return false;
  return way !== undefined && isConfirmed(way, own);
}

/** Whether a line reads the same in whatever order its columns are. */
function isEven(way: Placement): boolean {
  return way.every((figure) => figure?.text === way[0]?.text);
}

/** Whether a line without sure heads reads the same, or only so, with its totals first as with them last. */
function alike(way: Placement, own: LineCells): boolean {
  if (isEven(way)) return true;
  if (own.sums.size === 0 || !totalsFit(textsOf(way), own)) return false;
  return ![...own.sums].every(([at, addends]) => {
    const [first = 0, ...others] = [...addends, at].sort((a, b) => a - b);
    const sum = others.reduce((all, index) => all + (numberIn(way[index]?.text) ?? 0), 0);
    return Math.abs(sum - (numberIn(way[first]?.text) ?? 0)) < 1e-6;
  });
}

/** A line as it stands: its label and its figures. */
export function sourceOf(line: ReadLine): string {
  return [line.label, ...line.figures.map((figure) => (figure.text === "" ? "□" : figure.text))]
    .join(" ")
    .trim();
}
