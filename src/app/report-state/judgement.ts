import { type Cause, causesOf } from "../../check/causes.ts";
import { figuresOf, finishedFindings } from "../../check/check.ts";
import { type ConfirmedFinding, splitByConfirmation } from "../../check/confirmations.ts";
import { cellsOf, type Finding, inOrder, saysTheSame } from "../../check/finding.ts";
import { startLiveCheck } from "../../check/live.ts";
import { type NarrativeCheck, startNarrativeCheck } from "../../check/narrative/check-narrative.ts";
import type { LineBalance } from "../../check/rules/balance.ts";
import type { Editions } from "../../edition/builtin.ts";
import type { Edition } from "../../edition/read.ts";
import type { CellValue, Draft } from "../../report/file/draft.ts";

/** How a cell looks because of the findings it takes part in. */
export type CellState = "plain" | "illTyped" | "violated" | "warned";

/** The sentence that is being typed: a stretch of the plain text of its slot. */
export type Writing = { readonly slot: string; readonly from: number; readonly to: number };

/** What the checks say of the report as it stands. */
export type Judgement = {
  /** Compiles every check: another edition, another kind of office, another last year's report. */
  readonly begin: (edition: Edition, draft: Draft) => void;
  /** Asks only the checks that the cells touch. */
  readonly cellsChanged: (ids: readonly string[], draft: Draft) => void;
  /** Reads anew what has changed in the texts, or what they are held against; gives whether it was the first time. */
  readonly lookAtTexts: (draft: Draft) => boolean;
  /** Looks anew at what the finished report lacks outside its tables. It takes longer than a keystroke may. */
  readonly lookBeside: (draft: Draft) => void;
  /**
   * Brings findings and states of cells up to date; `finished` counts blanks and missing parts too. Of the
   * sentence that is being typed nothing is said. Gives the ids of the cells whose state changed, or undefined
   * where every finding stands as it was.
   */
  readonly settle: (
    draft: Draft,
    finished: boolean,
    writing: Writing | undefined,
  ) => readonly string[] | undefined;
  /** Whether the texts have been looked at. */
  readonly knowsTexts: () => boolean;
  /** What is to be settled, and the warnings the clerk confirmed with a reason. */
  readonly findings: () => readonly Finding[];
  /** The same as it is told and counted: one cause once. A cause that stands as it was is the same object. */
  readonly causes: () => readonly Cause[];
  readonly confirmed: () => readonly ConfirmedFinding[];
  readonly cellState: (id: string) => CellState;
  readonly figure: (id: string) => CellValue;
  readonly balances: (table: string) => readonly LineBalance[];
};

export function createJudgement(firstEdition: Edition, draft: Draft, editions: Editions): Judgement {
  let edition = firstEdition;
  let live = startLiveCheck(edition, draft);
  let findings: readonly Finding[] = [];
  let beside: readonly Finding[] = [];
  let texts: { readonly edition: Edition; readonly check: NarrativeCheck } | undefined;
  let inTexts: readonly Finding[] = [];
  let causes: { readonly of: readonly Finding[]; readonly all: readonly Cause[] } = { of: findings, all: [] };
  let confirmed: readonly ConfirmedFinding[] = [];
  let states: ReadonlyMap<string, CellState> = new Map();
  let settled: readonly unknown[] = [];
  return {
    begin: (nextEdition, next) => {
      if (nextEdition !== edition) inTexts = [];
      edition = nextEdition;
      live = startLiveCheck(edition, next);
    },
    cellsChanged: (ids, next) => {
      for (const id of ids) live.cellChanged(id, next);
    },
    lookAtTexts: (next) => {
      const isFirst = texts?.edition !== edition;
      if (texts?.edition === edition) texts.check.changed(next, figuresOf(next));
      else texts = { edition, check: startNarrativeCheck(edition, next, figuresOf(next)) };
      inTexts = texts.check.findings();
      return isFirst;
    },
    knowsTexts: () => texts?.edition === edition,
    lookBeside: (next) => {
      beside = finishedFindings(edition, next, editions);
    },
    settle: (next, finished, writing) => {
      const inTables = live.findings(finished ? "finished" : "typing");
      const given = [inTables, inTexts, finished, beside, writing?.slot, writing?.from, writing?.to];
      const isSettled = given.every((one, index) => one === settled[index]);
      settled = given;
      // A confirmation is given to certain figures: it may fall where every finding stands.
      const isConfirmed = confirmed.length > 0 || (next.confirmations ?? []).length > 0;
      if (isSettled && !isConfirmed) return undefined;
      const said = inTexts.filter((one) => (finished || one.stage !== "finished") && !isIn(one, writing));
      const now = [...inTables, ...(finished ? beside : []), ...said];
      const split = splitByConfirmation(inOrder(now, edition), next);
      if (sameFindings(findings, split.open) && sameConfirmed(confirmed, split.confirmed)) return undefined;
      findings = split.open;
      confirmed = split.confirmed;
      const before = states;
      states = statesFrom(findings);
      const ids = new Set([...before.keys(), ...states.keys()]);
      return [...ids].filter((id) => before.get(id) !== states.get(id));
    },
    findings: () => findings,
    // Lists ask when typing rests: not worked out at every keystroke.
    causes: () => {
      if (causes.of !== findings)
        causes = { of: findings, all: sameCauses(causes.all, causesOf(findings, edition, live.figure)) };
      return causes.all;
    },
    confirmed: () => confirmed,
    cellState: (id) => states.get(id) ?? "plain",
    figure: (id) => live.figure(id),
    balances: (table) => live.balances(table),
  };
}

function isIn({ at }: Finding, writing: Writing | undefined): boolean {
  return (
    writing !== undefined &&
    "slot" in at &&
    at.slot === writing.slot &&
    at.from < writing.to &&
    at.to > writing.from
  );
}

function sameFindings(before: readonly Finding[], now: readonly Finding[]): boolean {
  return before.length === now.length && now.every((finding, index) => saysTheSame(before[index], finding));
}

function sameConfirmed(before: readonly ConfirmedFinding[], now: readonly ConfirmedFinding[]): boolean {
  const isSame = now.every(({ confirmation }, index) => confirmation === before[index]?.confirmation);
  return isSame && sameFindings(before, now);
}

/** The causes, each the object it was before where it says the same of the same findings. */
function sameCauses(before: readonly Cause[], now: readonly Cause[]): Cause[] {
  const known = new Map(before.map((cause) => [cause.key, cause]));
  return now.map((cause) => {
    const was = known.get(cause.key);
    const isSame = was && was.message === cause.message && sameFindings(was.findings, cause.findings);
    return isSame ? was : cause;
  });
}

function statesFrom(findings: readonly Finding[]): Map<string, CellState> {
  const states = new Map<string, CellState>();
  for (const finding of findings) {
    const state = stateFrom(finding);
    for (const id of cellsOf(finding)) {
      if (strength[state] > strength[states.get(id) ?? "plain"]) states.set(id, state);
    }
  }
  return states;
}

const strength: Readonly<Record<CellState, number>> = { plain: 0, warned: 1, violated: 2, illTyped: 3 };

function stateFrom(finding: Finding): CellState {
  if (finding.severity !== "error") return finding.severity === "warning" ? "warned" : "plain";
  return finding.code.startsWith("cell.") && finding.code !== "cell.blank" ? "illTyped" : "violated";
}
