import wording from "../../../templates/wording.json" with { type: "json" };
import { linesOf, messageNames } from "../rules.ts";
import type { RuleTemplate, TermTemplate } from "../schema.ts";
import { fill, placeholdersOf } from "../wording.ts";
import type { Checking } from "./checking.ts";
import { readName, readPattern } from "./names.ts";
import type { Path } from "./problem.ts";
import { stopgapsAt } from "./stopgaps.ts";

/** Reports the names in a rule that the edition does not declare, and gives the rule as it is meant. */
export function checkRuleNames(rule: RuleTemplate, path: Path, checking: Checking): RuleTemplate {
  for (const part of ["headline", "message"] as const) {
    for (const id of placeholdersOf(rule[part])) {
      if (!messageNames.includes(id)) checking.report("unknownPlaceholder", [...path, part], { id });
    }
  }
  const each = eachAsMeant(rule, path, checking);
  const inEach = { ...rule, each };
  const strayCells: string[] = [];
  const side = (name: "left" | "right"): TermTemplate[] =>
    rule[name].map((term, index) =>
      termAsMeant(term, inEach, [...path, name, index, "cells"], checking, strayCells),
    );
  const meant = { ...inEach, left: side("left"), right: side("right") };
  const isUncertain = stopgapsAt(checking.stopgaps, [...path, "each"]).length > 0;
  if (strayCells.length > 0 && !isUncertain)
    checking.report("unknownCell", [...path, "each"], { id: strayCells.join(wording.finding.and) });
  return meant;
}

function eachAsMeant({ each }: RuleTemplate, path: Path, checking: Checking): RuleTemplate["each"] {
  if (!each) return undefined;
  const { template, stopgaps, report } = checking;
  const tables = template.tables.map(({ id }) => id);
  const table = readName(each.table, tables, stopgaps);
  if (table.isSlip) report("unknownTable", [...path, "each", "table"], { id: each.table });
  const way = "columns" in each ? "columns" : "rows";
  const wanted = "columns" in each ? each.columns : each.rows;
  const all = { table: table.means, [way]: "all" } as NonNullable<RuleTemplate["each"]>;
  if (wanted === "all" || !tables.includes(table.means)) return all;
  const lines = linesOf({ each: all }, template).map(({ id }) => id);
  const meant = wanted.map((id, index) => {
    const { means, isSlip } = readName(id, lines, stopgaps);
    if (isSlip) report("unknownLine", [...path, "each", way, index], { table: table.means, id });
    return means;
  });
  return { ...all, [way]: meant };
}

/** `strayCells` takes the cells that are missing in some lines only: there the line is wrong, not the term. */
function termAsMeant(
  term: TermTemplate,
  rule: RuleTemplate,
  path: Path,
  checking: Checking,
  strayCells: string[],
): TermTemplate {
  if ("constant" in term) return term;
  const { template, cells, priorCells, stopgaps, report } = checking;
  const known = term.period === "prior" ? priorCells : cells.map(({ id }) => id);
  if (known === undefined) return term;
  const lines = linesOf(rule, template);
  const unknown = lines
    .map((line) => fill(term.cells, { row: line.id, column: line.id }))
    .filter((id) => !known.includes(id) && readPattern(id, known, stopgaps).isSlip);
  if (unknown.length === 0) return term;
  if (unknown.length < lines.length) {
    strayCells.push(...unknown);
    return term;
  }
  report("unknownCell", path, { id: term.cells });
  const line = rule.each && "rows" in rule.each ? "{row}" : "{column}";
  return { ...term, cells: readPattern(term.cells, known, stopgaps, line).means };
}
