import { cellPattern } from "../cell-pattern.ts";
import { type Cell, inputsBehind, isInput } from "../cells.ts";
import { instancesOf } from "../rules.ts";
import type { RuleTemplate } from "../schema.ts";
import { type Checking, duplicates } from "./checking.ts";
import { readPattern } from "./names.ts";
import { checkRuleNames } from "./rule-names.ts";

/** Rules speak of what is declared, and each input is used by a rule or a total or listed as free. */
export function checkRules(checking: Checking): void {
  const { template, report } = checking;
  duplicates(template.rules, ["rules"], "rule", report);
  const meant = template.rules.map((rule, index) => checkRuleNames(rule, ["rules", index], checking));
  checkCoverage(meant, freeAsMeant(checking), checking);
}

function freeAsMeant({ template, cells, stopgaps, report }: Checking): string[] {
  const inputs = cells.filter(isInput).map(({ id }) => id);
  return template.free.map((pattern, index) => {
    const { means, isSlip } = readPattern(pattern, inputs, stopgaps);
    if (isSlip) report("freeWithoutCell", ["free", index], { id: pattern });
    return means;
  });
}

/** So that no input is forgotten by accident. A rule or an entry that cannot be read may be meant for any. */
function checkCoverage(rules: readonly RuleTemplate[], free: readonly string[], checking: Checking): void {
  const { template, cells, stopgaps, report } = checking;
  const isMissing = (name: string): boolean => stopgaps.names.has(name);
  if (free.some(isMissing) || rules.some((rule) => namesIn(rule).some(isMissing))) return;
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const covered = new Set(cells.flatMap((cell) => cell.addends ?? []));
  for (const term of rules
    .flatMap((rule) => instancesOf(rule, template))
    .flatMap(({ left, right }) => [...left, ...right])) {
    const cell: Cell | undefined = byId.get(term.cell ?? "");
    if (cell) for (const id of inputsBehind(cell)) covered.add(id);
  }
  const patterns = free.map(cellPattern);
  for (const cell of cells.filter(isInput)) {
    if ([cell.table, cell.row, cell.column].some(isMissing) || covered.has(cell.id)) continue;
    if (!patterns.some((pattern) => pattern.test(cell.id))) report("uncovered", ["rules"], { id: cell.id });
  }
}

/** The names by which a rule finds its cells. */
function namesIn({ each, left, right }: RuleTemplate): string[] {
  const lines = each ? ("columns" in each ? each.columns : each.rows) : [];
  const terms = [...left, ...right].flatMap((term) => ("constant" in term ? [] : [term.cells]));
  return [...(each ? [each.table] : []), ...lines, ...terms];
}
