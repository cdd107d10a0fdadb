import type { Cell } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { instancesOf, type RuleInstance, type Term } from "../../edition/rules.ts";
import type { RuleTemplate } from "../../edition/schema.ts";
import { fill } from "../../edition/wording.ts";
import { appliesTo, figureIn, type Side, sideOf } from "../../report/figures/linear.ts";
import { sum } from "../../report/figures/totals.ts";
import type { Organisation } from "../../report/file/draft.ts";
import type { Assertion, Figures } from "../assertion.ts";
import type { Finding } from "../finding.ts";

/** The edition's rules (勾稽关系 and the like), each applied to every row or column it names. */
export function ruleChecks(edition: Edition, organisation: Organisation): Assertion[] {
  return edition.rules
    .filter((rule) => appliesTo(rule, organisation))
    .flatMap((rule) => instancesOf(rule, edition).map((instance) => checkFor(rule, instance, edition)));
}

function checkFor(rule: RuleTemplate, instance: RuleInstance, edition: Edition): Assertion {
  const cells = [...new Set([...instance.left, ...instance.right].flatMap((term) => currentCell(term)))];
  return {
    ...(rule.severity === "error" && rule.each
      ? { line: { table: rule.each.table, label: instance.line } }
      : {}),
    inputs: cells.flatMap((id) => edition.cells.get(id)?.addends ?? [id]),
    stage: "typing",
    evaluate: (figures) => {
      const left = sideOf(instance.left, (term) => figureOf(term, figures, edition.cells));
      const right = sideOf(instance.right, (term) => figureOf(term, figures, edition.cells));
      if (!left || !right || holds(left.value, rule.relation, right.value)) return undefined;
      return findingFor(rule, instance, left, right, cells);
    },
  };
}

function currentCell(term: Term): string[] {
  return term.cell !== undefined && term.period === "current" ? [term.cell] : [];
}

function holds(left: number, relation: RuleTemplate["relation"], right: number): boolean {
  switch (relation) {
    case "=":
      return left === right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
  }
}

function figureOf(term: Term, figures: Figures, cells: ReadonlyMap<string, Cell>): number | undefined {
  if (term.cell === undefined) return term.constant;
  return figureIn(term.cell, term.period === "prior" ? figures.prior : figures.current, cells);
}

function findingFor(
  rule: RuleTemplate,
  instance: RuleInstance,
  left: Side,
  right: Side,
  cells: readonly string[],
): Finding {
  const values = {
    row: instance.line,
    column: instance.line,
    left: left.text,
    right: right.text,
    leftValue: left.value,
    rightValue: right.value,
    difference: sum([Math.abs(left.value - right.value)]),
  };
  return {
    code: rule.id,
    severity: rule.severity,
    headline: fill(rule.headline, values),
    message: fill(rule.message, values),
    at: { cells },
    expected: left.value,
    actual: right.value,
    source: rule.source,
  };
}
