import type { CellObject } from "write-excel-file/universal";
import wording from "../../../templates/document.json" with { type: "json" };
import { fullGrid } from "../../document/grid.ts";
import type { Table, TableCheck } from "../../document/tree.ts";
import { faceOf, type Style } from "../style.ts";
import { addressOf, differenceFormula, type Place } from "./formulas.ts";
import { numberIn } from "./number-in.ts";
import { linesOf } from "./row-heights.ts";

/** The checks under a table: one line for those of the same label, each difference in its own column. */
export type CheckLines = {
  readonly rows: readonly (readonly (CellObject | null)[])[];
  readonly results: ReadonlyMap<string, number | "">;
  readonly differences: readonly Place[];
};

type Located = {
  readonly label: string;
  readonly left: Place[];
  readonly right: Place[];
  readonly x: number;
};

/**
 * @param places where the figures stand in the sheet
 * @param y the row under the table; one row is left blank
 */
export function checkLines(
  table: Table,
  places: ReadonlyMap<string, Place>,
  y: number,
  widths: readonly number[],
  style: Style,
): CheckLines {
  const figures = figuresOf(table, places);
  const results = new Map<string, number | "">();
  const differences: Place[] = [];
  const lines = linesOfChecks((table.checks ?? []).flatMap((check) => locate(check, places, widths.length)));
  const rows = lines.map((line, index) => {
    const row: (CellObject | null)[] = widths.map(() => null);
    const free = Math.min(...line.map(({ x }) => x));
    row[0] = labelCell(line[0]?.label ?? "", free, widths, style);
    for (const { x, left, right } of line) {
      const place = { x, y: y + 1 + index };
      row[x] = differenceCell(differenceFormula(left, right), style);
      results.set(addressOf(place), differenceOf(left, right, figures));
      differences.push(place);
    }
    return row;
  });
  return { rows: rows.length === 0 ? [] : [[], ...rows], results, differences };
}

/** A check stands in the column that all its figures share, else in the last one; the first is for the label. */
function locate(check: TableCheck, places: ReadonlyMap<string, Place>, width: number): Located[] {
  const find = (ids: readonly string[]): Place[] => ids.flatMap((id) => places.get(id) ?? []);
  const [left, right] = [find(check.left), find(check.right)];
  if (left.length < check.left.length || right.length < check.right.length || width < 2) return [];
  const columns = new Set([...left, ...right].map(({ x }) => x));
  const [only = 0] = columns;
  return [{ label: check.label, left, right, x: columns.size === 1 && only > 0 ? only : width - 1 }];
}

function linesOfChecks(checks: readonly Located[]): Located[][] {
  const lines: Located[][] = [];
  for (const check of checks) {
    const line = lines.find(
      (other) => other[0]?.label === check.label && other.every(({ x }) => x !== check.x),
    );
    if (line) line.push(check);
    else lines.push([check]);
  }
  return lines;
}

function figuresOf(table: Table, places: ReadonlyMap<string, Place>): Map<string, number> {
  const cells = fullGrid(table).flatMap((row) => row.filter(({ origin }) => origin).map(({ cell }) => cell));
  return new Map(
    cells.flatMap((cell) => {
      const place = cell.id === undefined ? undefined : places.get(cell.id);
      const number = numberIn(cell.text);
      return place && number !== undefined ? [[addressOf(place), number] as const] : [];
    }),
  );
}

function differenceOf(
  left: readonly Place[],
  right: readonly Place[],
  figures: ReadonlyMap<string, number>,
): number | "" {
  const sum = (side: readonly Place[]): number =>
    side.reduce((total, place) => total + (figures.get(addressOf(place)) ?? Number.NaN), 0);
  const difference = sum(left) - sum(right);
  return Number.isNaN(difference) ? "" : Math.round(difference * 1e6) / 1e6;
}

function labelCell(label: string, free: number, widths: readonly number[], style: Style): CellObject {
  const width = widths.slice(0, free).reduce((a, b) => a + b, 0);
  return {
    value: label,
    type: String,
    ...(free > 1 ? { columnSpan: free } : {}),
    ...text(style),
    align: "left",
    height: linesOf(label, width, style) * style.table.linePitchPt + 4,
  };
}

/** A number that shows itself in words: 平, 差2, 差-0.4. */
function differenceCell(formula: string, style: Style): CellObject {
  const { balanced, unbalanced } = wording.check;
  const format = `"${unbalanced}"General;"${unbalanced}"-General;"${balanced}"`;
  return { value: formula, type: "Formula", format, ...text(style), align: "center" };
}

function text(style: Style): CellObject {
  return {
    fontFamily: faceOf(style.table.font, style),
    fontSize: style.table.sizePt,
    alignVertical: "center",
    wrap: true,
    textColor: "#5b6775",
  };
}
