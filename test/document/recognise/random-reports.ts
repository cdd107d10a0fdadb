import type { Edition } from "../../../src/edition/read.ts";
import { instancesOf } from "../../../src/edition/rules.ts";
import { totalOf } from "../../../src/report/figures/totals.ts";
import { lookupIn, withCell } from "../../../src/report/figures/values.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import type { Draft } from "../../../src/report/file/draft.ts";

/** The same numbers for the same seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A report whose figures are random and keep the balances of its edition, as most published ones do. */
export function randomReport(edition: Edition, seed: number): Draft {
  const random = randomFrom(seed);
  const year = edition.years.to ?? edition.years.from + 3;
  let draft = createDraft(edition, year, { name: "青禾县水务局", kind: "department", level: "county" });
  for (const cell of edition.cells.values()) {
    if (cell.addends === undefined) draft = withCell(draft, cell, figure(cell.kind, random));
  }
  for (const rule of edition.rules.filter((own) => own.severity === "error" && own.relation === "="))
    for (const { left, right } of instancesOf(rule, edition)) draft = balanced(draft, edition, left, right);
  return draft;
}

function figure(kind: "count" | "signed" | "amount", random: () => number): number {
  const size = random();
  if (size < 0.55) return 0;
  const count =
    size < 0.85
      ? Math.ceil(random() * 9)
      : size < 0.97
        ? Math.ceil(random() * 99)
        : Math.ceil(random() * 9999);
  if (kind === "signed") return random() < 0.5 ? -count : count;
  return kind === "amount" ? Math.round(random() * count * 100) / 100 : count;
}

type Side = ReturnType<typeof instancesOf>[number]["left"];

/** Makes both sides equal through the first input of the left side, and through the last where that is too small. */
function balanced(draft: Draft, edition: Edition, left: Side, right: Side): Draft {
  const lookup = lookupIn(draft.tables);
  const sum = (side: Side): number =>
    side.reduce((all, term) => {
      const cell = term.cell === undefined ? undefined : edition.cells.get(term.cell);
      return all + term.weight * (cell ? (totalOf(cell, lookup).value ?? 0) : 0);
    }, 0);
  const off = sum(right) - sum(left);
  const term = off >= 0 ? left[0] : right.at(-1);
  const cell = term?.cell === undefined ? undefined : edition.cells.get(term.cell);
  if (!cell || cell.addends !== undefined) return draft;
  return withCell(draft, cell, Number(lookup(cell.id)) + Math.abs(off));
}
