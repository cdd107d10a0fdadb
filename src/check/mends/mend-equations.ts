import type { Cell } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { instancesOf, type RuleInstance, type Term } from "../../edition/rules.ts";
import type { RuleTemplate } from "../../edition/schema.ts";
import { sum } from "../../report/figures/totals.ts";
import type { Figures } from "../assertion.ts";
import { cellsOf, type Finding, keyFor, keyOf } from "../finding.ts";

/** An input cell in an equation; `direct` when the rule names it, not only a total that adds it up. */
export type Unknown = { readonly cell: Cell; readonly coefficient: number; readonly direct: boolean };

/**
 * A rule "=" for one row or column, brought to one side with its totals written out:
 * Σ coefficient × input ＋ Σ coefficient × last year's figure ＋ constant ＝ 0.
 */
export type Equation = {
  /** The key of the finding that says it does not hold. */
  readonly key: string;
  readonly code: string;
  readonly severity: RuleTemplate["severity"];
  readonly source: string;
  /** The cells as its finding lists them. */
  readonly cells: readonly string[];
  readonly unknowns: readonly Unknown[];
  readonly prior: readonly { readonly id: string; readonly coefficient: number }[];
  readonly constant: number;
};

/** The code of the finding that a file states a total which is not the sum. */
export const statedTotal = "total.stated";

const known = new WeakMap<Edition, readonly Equation[]>();

/** The equations of an edition: every rule "=" in every row or column it names. Worked out once. */
export function equationsOf(edition: Edition): readonly Equation[] {
  const before = known.get(edition);
  if (before) return before;
  const equations = edition.rules
    .filter((rule) => rule.relation === "=")
    .flatMap((rule) => instancesOf(rule, edition).map((instance) => equationFrom(rule, instance, edition)));
  known.set(edition, equations);
  return equations;
}

/** The equation that a finding says does not hold; undefined when it is about something else. */
export function equationOf(finding: Finding, edition: Edition, figures: Figures): Equation | undefined {
  const key = keyOf(finding);
  return equationsOf(edition).find((equation) => equation.key === key) ?? stated(finding, edition, figures);
}

/** What the left side exceeds the right by; undefined where a cell is blank or no number. */
export function residualOf(equation: Equation, figures: Figures): number | undefined {
  const parts: number[] = [equation.constant];
  for (const { cell, coefficient } of equation.unknowns) {
    const value = figures.current(cell.id);
    if (typeof value !== "number") return undefined;
    parts.push(coefficient * value);
  }
  for (const { id, coefficient } of equation.prior) {
    const value = figures.prior(id);
    if (typeof value !== "number") return undefined;
    parts.push(coefficient * value);
  }
  return sum(parts);
}

/** Of these equations those that a total column or row sums up: the same rule for a column or row in it. */
export function partsOf(equation: Equation, among: readonly Equation[]): readonly Equation[] {
  return among.filter(
    (part) =>
      part.code === equation.code &&
      part.unknowns.length < equation.unknowns.length &&
      includesAllOf(equation, part),
  );
}

/** Whether every input of the smaller equation is an input of the larger, too. */
export function includesAllOf(larger: Equation, smaller: Equation): boolean {
  const ids = new Set(larger.unknowns.map(({ cell }) => cell.id));
  return smaller.unknowns.every(({ cell }) => ids.has(cell.id));
}

/** Whether some input is in both. */
export function sharesInputs(one: Equation, other: Equation): boolean {
  const ids = new Set(one.unknowns.map(({ cell }) => cell.id));
  return other.unknowns.some(({ cell }) => ids.has(cell.id));
}

function equationFrom(rule: RuleTemplate, instance: RuleInstance, edition: Edition): Equation {
  const terms = [...instance.left, ...instance.right.map((term) => ({ ...term, weight: -term.weight }))];
  const named = terms.flatMap((term) =>
    term.cell !== undefined && term.period === "current" ? [term.cell] : [],
  );
  const cells = [...new Set(named)];
  return {
    key: keyFor({ code: rule.id, at: { cells } }),
    code: rule.id,
    severity: rule.severity,
    source: rule.source,
    cells,
    unknowns: unknownsOf(terms, edition),
    prior: terms.flatMap((term) => {
      if (term.cell === undefined || term.period === "current") return [];
      return inputIds(term.cell, edition).map((id) => ({ id, coefficient: term.weight }));
    }),
    constant: sum(terms.map((term) => (term.cell === undefined ? term.weight * term.constant : 0))),
  };
}

/** The inputs behind the terms, each once; one that cancels out is no unknown. */
function unknownsOf(terms: readonly Term[], edition: Edition): Unknown[] {
  const unknowns = new Map<string, Unknown>();
  for (const term of terms) {
    if (term.cell === undefined || term.period !== "current") continue;
    for (const id of inputIds(term.cell, edition)) {
      const cell = edition.cells.get(id);
      if (!cell) continue;
      const before = unknowns.get(id);
      unknowns.set(id, {
        cell,
        coefficient: sum([before?.coefficient ?? 0, term.weight]),
        direct: before?.direct === true || id === term.cell,
      });
    }
  }
  return [...unknowns.values()].filter(({ coefficient }) => coefficient !== 0);
}

function inputIds(id: string, edition: Edition): readonly string[] {
  return edition.cells.get(id)?.addends ?? [id];
}

/** A stated total as an equation: its addends make what the file states. */
function stated(finding: Finding, edition: Edition, figures: Figures): Equation | undefined {
  const cells = cellsOf(finding);
  const [id = ""] = cells;
  const value = figures.current(id);
  const addends = edition.cells.get(id)?.addends;
  if (finding.code !== statedTotal || !addends || typeof value !== "number") return undefined;
  return {
    key: keyOf(finding),
    code: finding.code,
    severity: finding.severity,
    source: finding.source ?? "",
    cells,
    unknowns: addends.flatMap((addend) => {
      const cell = edition.cells.get(addend);
      return cell ? [{ cell, coefficient: 1, direct: false }] : [];
    }),
    prior: [],
    constant: -value,
  };
}
