import { type Cell, isInput } from "../../edition/cells.ts";
import type { Term } from "../../edition/rules.ts";
import type { RuleTemplate } from "../../edition/schema.ts";
import type { Organisation } from "../file/draft.ts";
import { sum, totalOf } from "./totals.ts";
import type { Lookup } from "./values.ts";

/** One side of a rule with its figures: 一（12）＋二（3）＝15 */
export type Side = { readonly value: number; readonly text: string };

/** A side of a rule; undefined where a figure is not known. */
export function sideOf(
  terms: readonly Term[],
  figureOf: (term: Term) => number | undefined,
): Side | undefined {
  const figures = terms.map(figureOf);
  if (!figures.every((figure) => figure !== undefined)) return undefined;
  const value = sum(terms.map((term, index) => term.weight * (figures[index] ?? 0)));
  const spoken = terms
    .map((term, index) => `${signOf(term, index)}${term.name}（${figures[index]}）`)
    .join("");
  return { value, text: terms.length > 1 ? `${spoken}＝${value}` : spoken };
}

/** A cell's figure, computed where the edition makes it a total; undefined where a part of it is missing. */
export function figureIn(id: string, lookup: Lookup, cells: ReadonlyMap<string, Cell>): number | undefined {
  const cell = cells.get(id);
  if (cell && !isInput(cell)) {
    const total = totalOf(cell, lookup);
    return total.complete && total.value !== null ? total.value : undefined;
  }
  const value = lookup(id);
  return typeof value === "number" ? value : undefined;
}

/** Whether a rule is meant for an office of this level and kind. */
export function appliesTo(rule: RuleTemplate, organisation: Organisation): boolean {
  const { level, kind } = rule.when ?? {};
  return (level?.includes(organisation.level) ?? true) && (kind?.includes(organisation.kind) ?? true);
}

function signOf(term: Term, index: number): string {
  const times = Math.abs(term.weight) === 1 ? "" : `${Math.abs(term.weight)}×`;
  if (term.weight < 0) return `－${times}`;
  return index === 0 ? times : `＋${times}`;
}
