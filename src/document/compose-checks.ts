import wording from "../../templates/document.json" with { type: "json" };
import type { Edition } from "../edition/read.ts";
import { instancesOf, type RuleInstance, type Term } from "../edition/rules.ts";
import type { RuleTemplate } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import { appliesTo } from "../report/figures/linear.ts";
import type { Draft } from "../report/file/draft.ts";
import type { TableCheck } from "./tree.ts";

/**
 * The balances that the notice prescribes for a table and that its figures alone can show. Rules that only
 * warn, or that need last year's report, are left to the program's own check.
 */
export function composeChecks(table: string, edition: Edition, draft: Draft): TableCheck[] {
  return edition.rules
    .filter((rule) => rule.severity === "error" && rule.relation === "=")
    .filter((rule) => appliesTo(rule, draft.organisation))
    .flatMap((rule) => instancesOf(rule, edition).flatMap((instance) => checkOf(table, rule, instance)));
}

function checkOf(table: string, rule: RuleTemplate, instance: RuleInstance): TableCheck[] {
  const left = cellsIn(table, instance.left);
  const right = cellsIn(table, instance.right);
  if (!left || !right) return [];
  const equation = fill(wording.check.equation, {
    left: namesOf(instance.left),
    right: namesOf(instance.right),
  });
  // Checks of columns stand each under its own column; one of a row has to name it.
  const line = rule.each && "rows" in rule.each ? instance.line : "";
  return [{ label: line === "" ? equation : fill(wording.check.ofLine, { line, equation }), left, right }];
}

/** The cells of a side that is a plain sum of this year's figures of the table. */
function cellsIn(table: string, terms: readonly Term[]): string[] | undefined {
  const cells = terms.flatMap((term) => {
    if (term.cell === undefined || term.period === "prior" || term.weight !== 1) return [];
    return term.cell.startsWith(`${table}.`) ? [term.cell] : [];
  });
  return cells.length === terms.length ? cells : undefined;
}

function namesOf(terms: readonly Term[]): string {
  return terms.map((term) => term.name).join(wording.check.plus);
}
