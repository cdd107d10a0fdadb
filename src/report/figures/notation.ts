import wording from "../../../templates/wording.json" with { type: "json" };
import type { ValueKind } from "../../edition/schema.ts";
import type { CellValue } from "../file/draft.ts";
import { sum } from "./totals.ts";
import { parseTyped } from "./values.ts";

const { more, less, counters, tenThousandYuan, yuan } = wording.notation;

/**
 * Reads what a clerk types or pastes into a cell of a kind: `减22` and `增5` where a change is asked, `13件`,
 * `26216.97万元`. Text that could mean something else (an amount in 元) stays text, so that it is asked about
 * and never altered.
 */
export function readTyped(typed: string, kind: ValueKind): CellValue {
  const value = parseTyped(typed);
  if (typeof value !== "string") return value;
  const bare = parseTyped(withoutUnit(withSign(typed.trim(), kind), kind));
  return typeof bare === "number" ? bare : typed;
}

/** An amount written in 元, in 万元: `251000元` gives 25.1; undefined where the text is no such amount. */
export function tenThousandsFrom(value: CellValue): number | undefined {
  if (typeof value !== "string" || !value.trim().endsWith(yuan)) return undefined;
  const amount = parseTyped(value.trim().slice(0, -yuan.length));
  return typeof amount === "number" ? sum([amount / 10_000]) : undefined;
}

function withSign(text: string, kind: ValueKind): string {
  if (kind !== "signed") return text;
  for (const [words, sign] of [
    [more, "+"],
    [less, "-"],
  ] as const) {
    const word = words.find((candidate) => text.startsWith(candidate));
    if (word !== undefined) return sign + text.slice(word.length).trim();
  }
  return text;
}

function withoutUnit(text: string, kind: ValueKind): string {
  const units = kind === "amount" ? [tenThousandYuan] : counters;
  const unit = units.find((candidate) => text.endsWith(candidate));
  return unit === undefined ? text : text.slice(0, -unit.length).trim();
}
