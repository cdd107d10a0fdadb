import { addendsOf, type Cell, type rowLeavesOf } from "../../../edition/cells.ts";
import type { Edition } from "../../../edition/read.ts";
import { instancesOf } from "../../../edition/rules.ts";
import type { TableTemplate } from "../../../edition/schema.ts";
import { type PlacedLeaf, placedLeavesOf } from "../../../edition/tree.ts";
import { numberIn, type Placement } from "./placements.ts";

/** An equation that the printed figures of a table must satisfy: the weighted sum of its cells is 0. */
type Equation = ReadonlyMap<string, number>;

/** A line of a table: its cells, and the ways in which its figures may stand in them. */
export type PlacedLine = { readonly cells: readonly Cell[]; readonly ways: readonly Placement[] };

/** What binds the rows of a table: a total row adds up others, and the rules of the edition that are errors. */
export function equationsOf(table: TableTemplate, edition: Edition): Equation[] {
  const totals = table.blocks.flatMap((block) => {
    const rows = placedLeavesOf(block.rows) as PlacedLeaf<ReturnType<typeof rowLeavesOf>[number]>[];
    const columns = [...edition.cells.values()].filter((cell) => cell.table === table.id);
    return rows
      .filter((row) => row.leaf.sumOf !== undefined)
      .flatMap((row) =>
        columns
          .filter((cell) => cell.row === row.leaf.id)
          .map(
            (cell): Equation =>
              new Map([
                [cell.id, -1],
                ...addendsOf(row).map((id) => [`${table.id}.${id}.${cell.column}`, 1] as const),
              ]),
          ),
      );
  });
  const rules = edition.rules
    .filter((rule) => rule.severity === "error" && rule.relation === "=")
    .flatMap((rule) => instancesOf(rule, edition))
    .flatMap(({ left, right }): Equation[] => {
      const terms = [
        ...left.map((term) => ({ term, sign: 1 })),
        ...right.map((term) => ({ term, sign: -1 })),
      ];
      if (!terms.every(({ term }) => term.cell?.startsWith(`${table.id}.`) && term.period === "current"))
        return [];
      return [new Map(terms.map(({ term, sign }) => [term.cell ?? "", sign * term.weight]))];
    });
  return [...totals, ...rules];
}

/** More sums than this are not tried; the lines then stay undecided. */
const mostSums = 100_000;

/**
 * For each line the ways in which it can stand while each balance of its table holds, taken by itself. A balance
 * that no way can keep decides nothing: the published table is then wrong somewhere.
 */
export function balancedWays(lines: readonly PlacedLine[], equations: readonly Equation[]): Placement[][] {
  const ways = lines.map((line) =>
    line.ways.map((way) => ({ way, numbers: way.map((figure) => numberIn(figure?.text) ?? 0) })),
  );
  const where = new Map(
    lines.flatMap((line, at) => line.cells.map((cell, x) => [cell.id, { at, x }] as const)),
  );
  const usable = equations
    .filter((equation) => [...equation.keys()].every((id) => where.has(id)))
    .map((equation) => termsOf(equation, where));
  for (let changed = true; changed; ) {
    changed = false;
    for (const terms of usable) {
      const values = terms.map(
        ({ at, parts }) => ways[at]?.map(({ numbers }) => valueOfParts(parts, numbers)) ?? [],
      );
      if (values.some((own) => own.length === 0) || values.every((own) => own.length === 1)) continue;
      const kept = balancing(values);
      terms.forEach(({ at }, index) => {
        const left = ways[at]?.filter((_, way) => kept?.[index]?.[way]) ?? [];
        if (!kept || left.length === 0 || left.length === ways[at]?.length) return;
        ways[at] = left;
        changed = true;
      });
    }
  }
  return ways.map((own) => own.map(({ way }) => way));
}

type LineTerm = {
  readonly at: number;
  readonly parts: readonly { readonly x: number; readonly weight: number }[];
};

/** What each line adds to an equation. */
function termsOf(equation: Equation, where: ReadonlyMap<string, { at: number; x: number }>): LineTerm[] {
  const terms = new Map<number, { x: number; weight: number }[]>();
  for (const [id, weight] of equation) {
    const place = where.get(id);
    if (place) terms.set(place.at, [...(terms.get(place.at) ?? []), { x: place.x, weight }]);
  }
  return [...terms].map(([at, parts]) => ({ at, parts }));
}

/** In millionths, so that sums of decimals compare exactly. */
function valueOfParts(parts: LineTerm["parts"], numbers: readonly number[]): number {
  return parts.reduce((sum, { x, weight }) => sum + Math.round(weight * (numbers[x] ?? 0) * 1e6), 0);
}

/**
 * For each line and each of its ways whether the others can be chosen so that all add up to 0; undefined where
 * nothing adds up, or there are too many sums to tell.
 */
function balancing(values: readonly (readonly number[])[]): boolean[][] | undefined {
  const before: Set<number>[] = [new Set([0])];
  for (const own of values) {
    const [sums, reached, distinct] = [new Set<number>(), before.at(-1) ?? new Set<number>(), new Set(own)];
    if (reached.size * distinct.size > mostSums) return undefined;
    for (const sum of reached) for (const value of distinct) sums.add(sum + value);
    before.push(sums);
  }
  if (!before.at(-1)?.has(0)) return undefined;
  let behind = new Set([0]);
  const kept: boolean[][] = values.map(() => []);
  for (let at = values.length - 1; at >= 0; at--) {
    const [own = [], reached = new Set<number>()] = [values[at], before[at]];
    const fits = new Map<number, boolean>();
    const sums = new Set<number>();
    for (const value of new Set(own)) {
      const rest = [...behind].filter((sum) => reached.has(-sum - value));
      fits.set(value, rest.length > 0);
      for (const sum of rest) sums.add(sum + value);
    }
    kept[at] = own.map((value) => fits.get(value) ?? false);
    behind = sums;
  }
  return kept;
}
