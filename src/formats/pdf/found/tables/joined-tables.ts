import type { FoundCell } from "../../../../document/found.ts";
import type { RuledTable } from "./ruled-table.ts";

/** A table and the page on which it begins. */
export type PlacedTable = { readonly table: RuledTable; readonly page: number };

/** How far columns of the two parts of one table may stand apart, in points. */
const tolerance = 4;

/** Whether a table goes on with one of the page before: the same columns, no text between. */
export function isSequel(before: RuledTable, after: RuledTable): boolean {
  const isSame = (one: number | undefined, other: number | undefined) =>
    Math.abs((one ?? 0) - (other ?? 0)) <= tolerance;
  const { xs } = after;
  if (!isSame(before.xs[0], xs[0]) || !isSame(before.xs.at(-1), xs.at(-1))) return false;
  return xs.every((x) => before.xs.some((place) => isSame(place, x)));
}

/**
 * Both parts as one table. Heads that are printed again go; a cell that goes over rows goes on where the part below
 * begins with a blank one of its columns.
 */
export function joinedTables(before: RuledTable, after: RuledTable): RuledTable {
  const rows = before.rows.map((row) => row.map((cell) => ({ ...cell })));
  const added = withoutRepeatedHeads(before, after).map((row) => row.map((cell) => ({ ...cell })));
  const xs = before.xs;
  const columnsOf = (table: RuledTable) => (x: number) =>
    xs.findIndex((place) => Math.abs(place - (table.xs[x] ?? 0)) <= tolerance);
  const spread = respanned(added, after.xs.length - 1, columnsOf(after));
  const [first = []] = spread;
  const reaching = reachingEnd(rows, xs.length - 1);
  let x = 0;
  // Only the blank cells before the first text: labels are never blank, figures may be.
  while (first[0]?.text === "" && first.length > 1) {
    const [blank] = first;
    const above = reaching[x];
    if (!above || above.colSpan !== blank.colSpan) break;
    above.rowSpan += blank.rowSpan;
    x += blank.colSpan;
    first.shift();
  }
  return { rows: [...rows, ...spread], xs, top: before.top, bottom: after.bottom };
}

type OpenCell = { -readonly [Key in keyof FoundCell]: FoundCell[Key] };

/** Cells of a part that has fewer columns, spanned over those of the whole. */
function respanned(rows: OpenCell[][], width: number, columnOf: (x: number) => number): OpenCell[][] {
  const free: number[] = Array(width).fill(0);
  return rows.map((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while ((free[x] ?? 0) > y) x += 1;
      const from = columnOf(x);
      const to = columnOf(x + cell.colSpan);
      for (let dx = 0; dx < cell.colSpan; dx++) free[x + dx] = y + cell.rowSpan;
      x += cell.colSpan;
      return { ...cell, colSpan: from >= 0 && to > from ? to - from : cell.colSpan };
    });
  });
}

/** For each column the cell that begins in it and reaches the last row. */
function reachingEnd(rows: readonly OpenCell[][], width: number): (OpenCell | undefined)[] {
  const free: number[] = Array(width).fill(0);
  const reaching: (OpenCell | undefined)[] = Array(width).fill(undefined);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while ((free[x] ?? 0) > y) x += 1;
      for (let dx = 0; dx < cell.colSpan; dx++) {
        free[x + dx] = y + cell.rowSpan;
        reaching[x + dx] = undefined;
      }
      if (y + cell.rowSpan === rows.length) reaching[x] = cell;
      x += cell.colSpan;
    }
  });
  return reaching;
}

function withoutRepeatedHeads(before: RuledTable, after: RuledTable): readonly (readonly FoundCell[])[] {
  const signOf = (row: readonly FoundCell[] | undefined) =>
    row?.map(({ text }) => text.replace(/\s/g, "")).join("|");
  let heads = 0;
  while (heads < after.rows.length - 1 && signOf(after.rows[heads]) === signOf(before.rows[heads]))
    heads += 1;
  return /\d/.test(signOf(after.rows[heads - 1]) ?? "") ? after.rows : after.rows.slice(heads);
}
