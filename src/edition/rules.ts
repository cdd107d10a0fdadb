import { columnLeavesOf, rowLeavesOf } from "./cells.ts";
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

/** The rule applied to each of its rows or columns. */
export function instancesOf(rule: RuleTemplate, template: EditionTemplate): RuleInstance[] {
  return linesOf(rule, template).map((line) => {
    const terms = (list: readonly TermTemplate[]): Term[] => list.map((term) => termFor(term, line.id));
    return { line: line.label, left: terms(rule.left), right: terms(rule.right) };
  });
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

/** The lines a rule is applied to, each once: the blocks of a table may repeat a column. */
export function linesOf({ each }: Pick<RuleTemplate, "each">, template: EditionTemplate): Line[] {
  if (!each) return [{ id: "", label: "" }];
  const blocks = template.tables.find((table) => table.id === each.table)?.blocks ?? [];
  const leaves: Line[] = "columns" in each ? blocks.flatMap(columnLeavesOf) : blocks.flatMap(rowLeavesOf);
  const wanted = "columns" in each ? each.columns : each.rows;
  const byId = new Map([...leaves].reverse().map((leaf) => [leaf.id, leaf]));
  const ids = wanted === "all" ? leaves.map((leaf) => leaf.id) : wanted;
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
