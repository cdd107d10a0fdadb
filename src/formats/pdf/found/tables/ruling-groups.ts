import type { Ruling, Rulings } from "./rulings.ts";

/** Lines nearer than this are one, or touch each other, in points. */
export const tolerance = 2.5;

/** Lines that hang together, as those of a table do: where they stand, and how far each goes. */
export type RulingGroup = Rulings & { readonly xs: readonly number[]; readonly ys: readonly number[] };

/** The groups of a page, from top to bottom, that enclose more than one field. */
export function groupsOf({ across, down }: Rulings): RulingGroup[] {
  const rows = merged(across);
  const columns = merged(down);
  const groupOf = rows.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (groupOf[at] !== at) at = groupOf[at] ?? at;
    return at;
  };
  const columnGroups = columns.map((column) => {
    const touched = rows.flatMap((row, index) => (cross(row, column) ? [find(index)] : []));
    const [first] = touched;
    for (const group of touched) if (first !== undefined) groupOf[find(group)] = find(first);
    return first;
  });
  const groups = new Map<number, { across: Ruling[]; down: Ruling[] }>();
  const groupAt = (index: number) => {
    const group = groups.get(find(index)) ?? { across: [], down: [] };
    groups.set(find(index), group);
    return group;
  };
  for (const [index, row] of rows.entries()) groupAt(index).across.push(row);
  columns.forEach((column, index) => {
    const group = columnGroups[index];
    if (group !== undefined) groupAt(group).down.push(column);
  });
  return [...groups.values()]
    .map(withPlaces)
    .filter(({ xs, ys }) => xs.length >= 2 && ys.length >= 2 && xs.length + ys.length >= 5)
    .sort((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0));
}

function cross(row: Ruling, column: Ruling): boolean {
  return (
    column.at >= row.from - tolerance &&
    column.at <= row.to + tolerance &&
    row.at >= column.from - tolerance &&
    row.at <= column.to + tolerance
  );
}

/** A table may be open at its sides: then its rows end where their lines end. */
function withPlaces({ across, down }: Rulings): RulingGroup {
  const xs = [...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])];
  const ys = [...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])];
  const inner = clustered(down.map(({ at }) => at));
  const innerYs = clustered(across.map(({ at }) => at));
  return {
    across,
    down,
    xs: down.length === 0 ? [] : clustered([...inner, Math.min(...xs), Math.max(...xs)]),
    ys: across.length === 0 ? [] : clustered([...innerYs, Math.min(...ys), Math.max(...ys)]),
  };
}

/** Programs draw the border of each cell: pieces of one line are put together. */
function merged(rulings: readonly Ruling[]): Ruling[] {
  const result: Ruling[] = [];
  for (const line of lines(rulings)) {
    let last: Ruling | undefined;
    for (const ruling of [...line].sort((one, other) => one.from - other.from)) {
      if (last && ruling.from <= last.to + tolerance) {
        last = { ...last, to: Math.max(last.to, ruling.to) };
        result.splice(-1, 1, last);
      } else {
        last = ruling;
        result.push(ruling);
      }
    }
  }
  return result;
}

/** Rulings that stand at the same place, as near as drawing goes. */
function lines(rulings: readonly Ruling[]): Ruling[][] {
  const result: Ruling[][] = [];
  for (const ruling of [...rulings].sort((one, other) => one.at - other.at)) {
    const last = result.at(-1);
    const first = last?.[0];
    if (last && first && ruling.at - first.at <= tolerance) last.push({ ...ruling, at: first.at });
    else result.push([ruling]);
  }
  return result;
}

function clustered(places: readonly number[]): number[] {
  const result: number[] = [];
  for (const place of [...places].sort((one, other) => one - other)) {
    if (place - (result.at(-1) ?? Number.NEGATIVE_INFINITY) > tolerance) result.push(place);
  }
  return result;
}
