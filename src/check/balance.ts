import type { Edition } from "../edition/read.ts";
import type { Draft } from "../report/draft.ts";
import { type Figures, figuresOf, type TableCheck } from "./check.ts";
import { ruleChecks } from "./rule-checks.ts";

/** How a row or column stands with the rules that the notice fixes for it. */
export type LineBalance = {
  readonly label: string;
  readonly state: "balanced" | "unbalanced" | "open";
  /** By how much the two sides differ; how many inputs are still missing. */
  readonly difference: number;
  readonly missing: number;
};

/** The rules of a table that must balance line by line, ready to be asked after every change. */
export function balanceRules(edition: Edition, draft: Draft, table: string): readonly TableCheck[] {
  const binding = new Set(edition.rules.filter((rule) => rule.severity === "error").map((rule) => rule.id));
  return ruleChecks(edition, draft.organisation).filter(
    (check) =>
      check.line !== undefined &&
      check.line.label !== "" &&
      binding.has(check.line.code) &&
      check.inputs.some((input) => input.startsWith(`${table}.`)),
  );
}

/** Asks the rules of a table: balanced, by how much not, or how many cells are missing to tell. */
export function balancesOf(rules: readonly TableCheck[], draft: Draft): LineBalance[] {
  const figures = figuresOf(draft);
  return rules.map((rule) => balanceOf(rule, figures));
}

function balanceOf(rule: TableCheck, figures: Figures): LineBalance {
  const label = rule.line?.label ?? "";
  const missing = rule.inputs.filter((input) => typeof figures.current(input) !== "number").length;
  const finding = missing === 0 ? rule.evaluate(figures) : undefined;
  if (finding) {
    const difference = Math.abs((finding.expected ?? 0) - (finding.actual ?? 0));
    return { label, state: "unbalanced", difference, missing };
  }
  return { label, state: missing === 0 ? "balanced" : "open", difference: 0, missing };
}
