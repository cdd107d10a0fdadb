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

/** More combinations than this are not tried; the lines then stay undecided. */
const mostSteps = 60_000;

/**
 * For each line the ways in which it can stand while the balances of its table hold. A balance that no way can
 * keep decides nothing: the published table is then wrong somewhere.
 */
export function balancedWays(lines: readonly PlacedLine[], equations: readonly Equation[]): Placement[][] {
  const where = new Map(
    lines.flatMap((line, at) => line.cells.map((cell, x) => [cell.id, { at, x }] as const)),
  );
  const usable = equations.filter((equation) => [...equation.keys()].every((id) => where.has(id)));
  const ways = lines.map((line) => [...line.ways]);
  const numberAt = (id: string, chosen: (at: number) => Placement | undefined): number => {
    const place = where.get(id);
    return place ? (numberIn(chosen(place.at)?.[place.x]) ?? 0) : 0;
  };
  const openIn = (equation: Equation): number[] => [
    ...new Set(
      [...equation.keys()]
        .flatMap((id) => where.get(id)?.at ?? [])
        .filter((at) => (ways[at]?.length ?? 0) !== 1),
    ),
  ];
  const holds = (equation: Equation, chosen: (at: number) => Placement | undefined): boolean =>
    Math.abs([...equation].reduce((sum, [id, weight]) => sum + weight * numberAt(id, chosen), 0)) < 1e-6;

  for (let changed = true; changed; ) {
    changed = false;
    for (const equation of usable) {
      const [at, ...more] = openIn(equation);
      const own = at === undefined ? undefined : ways[at];
      if (at === undefined || more.length > 0 || !own || own.length === 0) continue;
      const left = own.filter((way) => holds(equation, (line) => (line === at ? way : ways[line]?.[0])));
      if (left.length === 0 || left.length === own.length) continue;
      ways[at] = left;
      changed = true;
    }
  }
  const solvable = usable.map(openIn).filter((open) => open.every((at) => (ways[at]?.length ?? 0) > 0));
  for (const group of groupsOf(solvable)) searchTogether(group, ways, usable, openIn, holds);
  return ways;
}

/** Lines that are still open and bound to each other. */
function groupsOf(open: readonly (readonly number[])[]): number[][] {
  const groups: Set<number>[] = [];
  for (const lines of open.filter((list) => list.length > 1)) {
    const joined = groups.filter((group) => lines.some((line) => group.has(line)));
    const all = new Set([...lines, ...joined.flatMap((group) => [...group])]);
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(all);
  }
  return groups.map((group) => [...group]);
}

/** Tries all combinations of the open lines of a group and keeps the ways that are part of one that balances. */
function searchTogether(
  group: readonly number[],
  ways: Placement[][],
  equations: readonly Equation[],
  openIn: (equation: Equation) => number[],
  holds: (equation: Equation, chosen: (at: number) => Placement | undefined) => boolean,
): void {
  const lines = [...group].sort((a, b) => (ways[a]?.length ?? 0) - (ways[b]?.length ?? 0));
  const bound = equations
    .map((equation) => ({ equation, open: openIn(equation) }))
    .filter(({ open }) => open.length > 0 && open.every((at) => lines.includes(at)))
    .map(({ equation, open }) => ({ equation, last: Math.max(...open.map((at) => lines.indexOf(at))) }));
  const kept = lines.map(() => new Set<Placement>());
  const chosen = new Map<number, Placement>();
  let steps = 0;
  const at = (line: number): Placement | undefined => chosen.get(line) ?? ways[line]?.[0];
  const search = (depth: number): boolean => {
    if (depth === lines.length) return true;
    let found = false;
    const line = lines[depth] ?? -1;
    for (const way of ways[line] ?? []) {
      if (++steps > mostSteps) return found;
      chosen.set(line, way);
      const fits = bound.every(({ equation, last }) => last !== depth || holds(equation, at));
      if (fits && search(depth + 1)) {
        kept[depth]?.add(way);
        found = true;
      }
    }
    chosen.delete(line);
    return found;
  };
  if (!search(0) || steps > mostSteps) return;
  lines.forEach((line, depth) => {
    ways[line] = [...(kept[depth] ?? [])];
  });
}
