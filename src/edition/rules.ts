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

/** The rule applied to each of its rows or columns. */
export function instancesOf(rule: RuleTemplate, template: EditionTemplate): RuleInstance[] {
  return linesOf(rule, template).map((line) => {
    const terms = (list: readonly TermTemplate[]): Term[] => list.map((term) => termFor(term, line.id));
    return { line: line.label, left: terms(rule.left), right: terms(rule.right) };
  });
}

/** A name in a rule that the edition does not declare; `place` is inside the rule (`left[0]`). */
export type UnknownName = {
  readonly code: "unknownTable" | "unknownLine" | "unknownCell";
  readonly place: string;
  readonly ids: readonly string[];
};

/**
 * The tables, lines and cells that a rule names and the edition does not declare: one entry for a term that
 * fits no line, and one for the lines that do not fit. Cells of last year's report may belong to another
 * edition and are not looked up.
 */
export function unknownNamesOf(
  rule: RuleTemplate,
  template: EditionTemplate,
  cells: ReadonlyMap<string, Cell>,
): UnknownName[] {
  const { each } = rule;
  if (each && !template.tables.some((table) => table.id === each.table)) {
    return [{ code: "unknownTable", place: "each", ids: [each.table] }];
  }
  const lines = linesOf(rule, template);
  const wanted = each ? ("columns" in each ? each.columns : each.rows) : "all";
  const missing = wanted === "all" ? [] : wanted.filter((id) => !lines.some((line) => line.id === id));
  const inLines: string[] = [];
  const inTerms = (["left", "right"] as const).flatMap((side) =>
    rule[side].flatMap((term, index): UnknownName[] => {
      if ("constant" in term || term.period === "prior") return [];
      const ids = lines.map((line) => fill(term.cells, { row: line.id, column: line.id }));
      const unknown = ids.filter((id) => !cells.has(id));
      if (unknown.length > 0 && unknown.length === ids.length) {
        return [{ code: "unknownCell", place: `${side}[${index}]`, ids: [term.cells] }];
      }
      inLines.push(...unknown);
      return [];
    }),
  );
  return [
    ...missing.map((id) => ({ code: "unknownLine" as const, place: "each", ids: [id] })),
    ...(inLines.length > 0 ? [{ code: "unknownCell" as const, place: "each", ids: inLines }] : []),
    ...inTerms,
  ];
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
function linesOf(rule: RuleTemplate, template: EditionTemplate): Line[] {
  const { each } = rule;
  if (!each) return [{ id: "", label: "" }];
  const blocks = template.tables.find((table) => table.id === each.table)?.blocks ?? [];
  const leaves: Line[] = "columns" in each ? blocks.flatMap(columnLeavesOf) : blocks.flatMap(rowLeavesOf);
  const wanted = "columns" in each ? each.columns : each.rows;
  const byId = new Map([...leaves].reverse().map((leaf) => [leaf.id, leaf]));
  const ids = wanted === "all" ? leaves.map((leaf) => leaf.id) : wanted;
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
