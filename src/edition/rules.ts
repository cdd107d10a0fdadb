import { type Cell, columnLeavesOf, rowLeavesOf } from "./cells.ts";
import type { EditionTemplate, RuleTemplate, TermTemplate } from "./schema.ts";
import { fill } from "./wording.ts";

/** A term of a rule for one row or column: a cell of this or last year's report, or a constant. */
export type Term = {
  readonly name: string;
  readonly weight: number;
} & (
  | { readonly cell: string; readonly period: "current" | "prior" }
  | { readonly cell?: undefined; readonly constant: number }
);

/** A rule applied to one row or column. */
export type RuleInstance = {
  /** The label of the row or column it is applied to; "" for a rule without `each`. */
  readonly line: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
};

/** What a headline or message may mention in braces. */
export const messageNames: readonly string[] = [
  "row",
  "column",
  "left",
  "right",
  "leftValue",
  "rightValue",
  "difference",
];

/**
 * Applies a rule to each of its rows or columns. Lines and cells that the edition does not declare are
 * listed; cells of last year's report may belong to another edition and are not looked up.
 */
export function expandRule(
  rule: RuleTemplate,
  template: EditionTemplate,
  cells: ReadonlyMap<string, Cell>,
): { instances: RuleInstance[]; unknownLines: string[]; unknownCells: string[] } {
  const { lines, unknownLines } = linesOf(rule, template);
  const unknownCells: string[] = [];
  const instances: RuleInstance[] = [];
  for (const line of lines) {
    const terms = (list: readonly TermTemplate[]): Term[] => list.map((term) => termFor(term, line.id));
    const instance = { line: line.label, left: terms(rule.left), right: terms(rule.right) };
    const unknown = [...instance.left, ...instance.right].flatMap((term) =>
      term.cell !== undefined && term.period === "current" && !cells.has(term.cell) ? [term.cell] : [],
    );
    unknownCells.push(...unknown);
    if (unknown.length === 0) instances.push(instance);
  }
  return { instances, unknownLines, unknownCells: [...new Set(unknownCells)] };
}

function termFor(term: TermTemplate, line: string): Term {
  if ("constant" in term) return { name: term.name, weight: 1, constant: term.constant };
  return {
    name: term.name,
    weight: term.weight ?? 1,
    cell: fill(term.cells, { row: line, column: line }),
    period: term.period ?? "current",
  };
}

type Line = { id: string; label: string };

function linesOf(rule: RuleTemplate, template: EditionTemplate): { lines: Line[]; unknownLines: string[] } {
  const { each } = rule;
  if (!each) return { lines: [{ id: "", label: "" }], unknownLines: [] };
  const blocks = template.tables.find((table) => table.id === each.table)?.blocks ?? [];
  const leaves: Line[] = "columns" in each ? blocks.flatMap(columnLeavesOf) : blocks.flatMap(rowLeavesOf);
  const wanted = "columns" in each ? each.columns : each.rows;
  if (wanted === "all") return { lines: leaves, unknownLines: [] };
  const lines = wanted.flatMap((id) => leaves.find((leaf) => leaf.id === id) ?? []);
  const unknownLines = wanted.filter((id) => !leaves.some((leaf) => leaf.id === id));
  return { lines, unknownLines };
}
