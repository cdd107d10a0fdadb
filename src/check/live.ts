import type { Edition } from "../edition/read.ts";
import { type Lookup, lookupIn } from "../report/figures/values.ts";
import type { Draft } from "../report/file/draft.ts";
import type { Assertion, Figures } from "./assertion.ts";
import { compileAssertions, figuresOf } from "./check.ts";
import { type Finding, saysTheSame } from "./finding.ts";
import { balanceOf, isSameBalance, type LineBalance } from "./rules/balance.ts";

/**
 * The checks of the tables while typing. After a change only the checks that touch the cell are asked
 * again; the answers of all others stand.
 */
export type LiveCheck = {
  /** The newest figure of a cell. */
  readonly figure: Lookup;
  /** Asks the checks that the cell touches; gives how many were asked. `draft` is the changed draft. */
  readonly cellChanged: (id: string, draft: Draft) => number;
  /**
   * Findings of the stage `typing`, or with the blanks of the finished document. One that stands as it was is
   * the same object as before, and so is the list.
   */
  readonly findings: (stage: Assertion["stage"]) => readonly Finding[];
  /** The rows or columns of a table that must balance, and how each stands; the same list while all stand so. */
  readonly balances: (table: string) => readonly LineBalance[];
};

/** Starts live checking from a draft; the office's kind and level stay what they are. */
export function startLiveCheck(edition: Edition, draft: Draft): LiveCheck {
  const checks = compileAssertions(edition, draft);
  const touching = indexByInput(checks);
  const answers: (Finding | undefined)[] = [];
  const balances: (LineBalance | undefined)[] = [];
  const lists = new Map<Assertion["stage"], readonly Finding[]>();
  const strips = new Map<string, readonly LineBalance[]>();
  const ask = (index: number, figures: Figures): void => {
    const check = checks[index];
    if (!check) return;
    const before = answers[index];
    const now = check.evaluate(figures);
    if (now ? !saysTheSame(before, now) : before) {
      answers[index] = now;
      lists.clear();
    }
    const balance = balanceOf(check, answers[index], figures);
    if (!balance || isSameBalance(balances[index], balance)) return;
    balances[index] = balance;
    strips.delete(check.line?.table ?? "");
  };
  const { current, prior } = figuresOf(draft);
  // A draft is walked down by names; the live check asks hundreds of figures a keystroke and keeps them at hand.
  const known = new Map([...edition.cells.keys()].map((id) => [id, current(id)]));
  const figures: Figures = { current: (id) => known.get(id) ?? null, prior };
  for (const index of checks.keys()) ask(index, figures);
  const linesOf = indexByTable(checks);
  return {
    figure: figures.current,
    cellChanged: (id, changed) => {
      known.set(id, lookupIn(changed.tables)(id));
      const asked = touching.get(id) ?? [];
      for (const index of asked) ask(index, figures);
      return asked.length;
    },
    balances: (table) => {
      const strip = strips.get(table) ?? (linesOf.get(table) ?? []).flatMap((index) => balances[index] ?? []);
      strips.set(table, strip);
      return strip;
    },
    findings: (stage) => {
      const list =
        lists.get(stage) ?? answers.filter((finding, index) => isOf(stage, finding, checks[index]));
      lists.set(stage, list);
      return list;
    },
  };
}

function isOf(
  stage: Assertion["stage"],
  finding: Finding | undefined,
  check: Assertion | undefined,
): finding is Finding {
  return finding !== undefined && (stage === "finished" || check?.stage === "typing");
}

/** For each table the checks that hold for one of its lines. */
function indexByTable(checks: readonly Assertion[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  checks.forEach(({ line }, position) => {
    if (line) index.set(line.table, [...(index.get(line.table) ?? []), position]);
  });
  return index;
}

function indexByInput(checks: readonly Assertion[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  checks.forEach((check, position) => {
    for (const id of new Set(check.inputs)) {
      const positions = index.get(id);
      if (positions) positions.push(position);
      else index.set(id, [position]);
    }
  });
  return index;
}
