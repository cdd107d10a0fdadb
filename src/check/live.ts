import type { Edition } from "../edition/read.ts";
import type { Draft } from "../report/draft.ts";
import { balanceOf, type LineBalance } from "./balance.ts";
import { compileChecks, type Figures, figuresOf, type TableCheck } from "./check.ts";
import type { Finding } from "./finding.ts";

/**
 * The checks of the tables while typing. After a change only the checks that touch the cell are asked
 * again; the answers of all others stand.
 */
export type LiveCheck = {
  /** Asks the checks that the cell touches; gives how many were asked. `draft` is the changed draft. */
  readonly cellChanged: (id: string, draft: Draft) => number;
  /** Findings of the stage `typing`, or with the blanks of the finished document. */
  readonly findings: (stage: TableCheck["stage"]) => Finding[];
  /** The rows or columns of a table that must balance, and how each stands. */
  readonly balances: (table: string) => LineBalance[];
};

/** Starts live checking from a draft; the office's kind and level stay what they are. */
export function startLiveCheck(edition: Edition, draft: Draft): LiveCheck {
  const checks = compileChecks(edition, draft);
  const touching = indexByInput(checks);
  const answers: (Finding | undefined)[] = [];
  const balances: (LineBalance | undefined)[] = [];
  const ask = (index: number, figures: Figures): void => {
    const check = checks[index];
    if (!check) return;
    answers[index] = check.evaluate(figures);
    balances[index] = balanceOf(check, answers[index], figures);
  };
  for (const index of checks.keys()) ask(index, figuresOf(draft));
  return {
    cellChanged: (id, changed) => {
      const figures = figuresOf(changed);
      const asked = touching.get(id) ?? [];
      for (const index of asked) ask(index, figures);
      return asked.length;
    },
    balances: (table) =>
      balances.filter((line, index) => line && checks[index]?.line?.table === table) as LineBalance[],
    findings: (stage) =>
      answers.filter((finding, index): finding is Finding => {
        return finding !== undefined && (stage === "finished" || checks[index]?.stage === "typing");
      }),
  };
}

function indexByInput(checks: readonly TableCheck[]): Map<string, number[]> {
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
