import type { Cell } from "../edition/cells.ts";
import type { Edition } from "../edition/read.ts";
import { instancesOf, type RuleInstance, type Term } from "../edition/rules.ts";
import type { RuleTemplate } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import type { Organisation } from "../report/draft.ts";
import { sum, totalOf } from "../report/totals.ts";
import type { Lookup } from "../report/values.ts";
import type { Figures, TableCheck } from "./check.ts";
import type { Finding } from "./finding.ts";
import { sectionOfTable } from "./places.ts";

/** The edition's rules (勾稽关系 and the like), each applied to every row or column it names. */
export function ruleChecks(edition: Edition, organisation: Organisation): TableCheck[] {
  return edition.rules
    .filter((rule) => appliesTo(rule, organisation))
    .flatMap((rule) => instancesOf(rule, edition).map((instance) => checkFor(rule, instance, edition)));
}

function appliesTo(rule: RuleTemplate, organisation: Organisation): boolean {
  const { level, kind } = rule.when ?? {};
  return (level?.includes(organisation.level) ?? true) && (kind?.includes(organisation.kind) ?? true);
}

function checkFor(rule: RuleTemplate, instance: RuleInstance, edition: Edition): TableCheck {
  const cells = [...new Set([...instance.left, ...instance.right].flatMap((term) => currentCell(term)))];
  return {
    line: { code: rule.id, label: instance.line },
    inputs: cells.flatMap((id) => edition.cells.get(id)?.addends ?? [id]),
    stage: "typing",
    evaluate: (figures) => {
      const left = sideOf(instance.left, figures, edition);
      const right = sideOf(instance.right, figures, edition);
      if (!left || !right || holds(left.value, rule.relation, right.value)) return undefined;
      return findingFor(rule, instance, left, right, cells, edition);
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

type Side = { readonly value: number; readonly text: string };

/** One side with its figures, 一（12）＋二（3）＝15; undefined where a cell is blank or no number. */
function sideOf(terms: readonly Term[], figures: Figures, edition: Edition): Side | undefined {
  const figuresOfTerms = terms.map((term) => figureOf(term, figures, edition.cells));
  if (!figuresOfTerms.every((figure) => figure !== undefined)) return undefined;
  const value = sum(terms.map((term, index) => term.weight * (figuresOfTerms[index] ?? 0)));
  const spoken = terms
    .map((term, index) => `${signOf(term, index)}${term.name}（${figuresOfTerms[index]}）`)
    .join("");
  return { value, text: terms.length > 1 ? `${spoken}＝${value}` : spoken };
}

function signOf(term: Term, index: number): string {
  const times = Math.abs(term.weight) === 1 ? "" : `${Math.abs(term.weight)}×`;
  if (term.weight < 0) return `－${times}`;
  return index === 0 ? times : `＋${times}`;
}

function figureOf(term: Term, figures: Figures, cells: ReadonlyMap<string, Cell>): number | undefined {
  if (term.cell === undefined) return term.constant;
  return figureIn(term.cell, term.period === "prior" ? figures.prior : figures.current, cells);
}

/** A cell's figure, computed where the edition makes it a total; undefined where a part of it is missing. */
function figureIn(id: string, lookup: Lookup, cells: ReadonlyMap<string, Cell>): number | undefined {
  const cell = cells.get(id);
  if (cell?.addends !== undefined) {
    const total = totalOf(cell, lookup);
    return total.complete && total.value !== null ? total.value : undefined;
  }
  const value = lookup(id);
  return typeof value === "number" ? value : undefined;
}

function findingFor(
  rule: RuleTemplate,
  instance: RuleInstance,
  left: Side,
  right: Side,
  cells: readonly string[],
  edition: Edition,
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
    cells,
    expected: left.value,
    actual: right.value,
    section: sectionOfTable(edition, cells[0]?.split(".")[0] ?? ""),
    source: rule.source,
  };
}
