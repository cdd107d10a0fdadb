import { documentFindings } from "../../check/check.ts";
import { splitByConfirmation } from "../../check/confirmations.ts";
import { cellsOf, type Finding, inOrder, saysTheSame } from "../../check/finding.ts";
import { type LiveCheck, startLiveCheck } from "../../check/live.ts";
import type { LineBalance } from "../../check/rules/balance.ts";
import type { Editions } from "../../edition/builtin.ts";
import type { Cell } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { totalOf } from "../../report/figures/totals.ts";
import { withCell } from "../../report/figures/values.ts";
import type { CellValue, Draft, NarrativeNode } from "../../report/file/draft.ts";
import { createTopics } from "./topics.ts";

/** How a cell looks because of the findings it takes part in. */
export type CellState = "plain" | "illTyped" | "violated" | "warned";

/**
 * The report that is open: the draft, its findings, and who wants to know of changes. It stands outside
 * React, so that a keystroke renders only the cells and lists it changes.
 */
export type ReportState = {
  readonly edition: () => Edition;
  readonly draft: () => Draft;
  readonly editions: Editions;
  /** Changes cells as one: the findings are judged once. */
  readonly setCells: (changes: readonly { cell: Cell; value: CellValue }[]) => void;
  readonly setNarrative: (slot: string, narrative: NarrativeNode) => void;
  /** Changes of the cover (name, year, edition, signature): everything is checked anew. */
  readonly change: (change: Partial<Draft>) => void;
  /** Puts another draft of the same report in its place: something was taken out of it. */
  readonly replace: (draft: Draft) => void;
  readonly figure: (id: string) => CellValue;
  readonly total: (cell: Cell) => number | null;
  readonly cellState: (id: string) => CellState;
  /** What is to be settled, and the warnings the clerk confirmed with a reason. */
  readonly findings: () => readonly Finding[];
  readonly confirmed: () => readonly Finding[];
  /** The rows or columns of a table that must balance, and how each stands. */
  readonly balances: (table: string) => readonly LineBalance[];
  /** Whether the report is looked at as a finished document: blanks and missing parts count. */
  readonly finished: () => boolean;
  readonly setFinished: (finished: boolean) => void;
  /** The cells of the finding under the pointer or the focus. */
  readonly mark: (cells: readonly string[]) => void;
  readonly isMarked: (id: string) => boolean;
  /** The cell whose row is explained beside the form. */
  readonly focused: () => Cell | undefined;
  readonly focusRow: (cell: Cell) => void;
  /**
   * Topics: a cell's id, `table:ID`, `narrative:SLOT`, `cover` (anything else of the draft), `draft` (any of
   * them), `findings`, `focus`, `history`, `save`.
   */
  readonly subscribe: (topic: string, listener: () => void) => () => void;
  readonly tell: (topic: string) => void;
};

/** Opens a report for editing. */
export function createReportState(opened: Draft, editions: Editions): ReportState {
  const topics = createTopics();
  let draft = opened;
  let edition = editionOf(opened, editions);
  let live: LiveCheck = startLiveCheck(edition, draft);
  let totalsOf = totalsByInput(edition);
  let finished = false;
  let focused: Cell | undefined;
  let marked: ReadonlySet<string> = new Set();
  let findings: readonly Finding[] = [];
  let confirmed: readonly Finding[] = [];
  let states: ReadonlyMap<string, CellState> = new Map();

  const judge = (): void => {
    const now = finished
      ? [...live.findings("finished"), ...documentFindings(edition, draft, editions)]
      : live.findings("typing");
    const { open, confirmed: settled } = splitByConfirmation(inOrder(now, edition), draft);
    if (sameFindings(findings, open) && sameFindings(confirmed, settled)) return;
    findings = open;
    confirmed = settled;
    const before = states;
    states = statesFrom(findings);
    for (const id of new Set([...before.keys(), ...states.keys()])) {
      if (before.get(id) !== states.get(id)) topics.tell(id);
    }
    topics.tell("findings");
  };
  const restart = (): void => {
    edition = editionOf(draft, editions);
    live = startLiveCheck(edition, draft);
    totalsOf = totalsByInput(edition);
    judge();
    topics.tell("cover");
    topics.tell("draft");
  };
  judge();

  return {
    editions,
    edition: () => edition,
    draft: () => draft,
    setCells: (changes) => {
      const touched = new Set<string>();
      for (const { cell, value } of changes) {
        draft = withCell(draft, cell, value);
        touched.add(cell.id);
        for (const total of totalsOf.get(cell.id) ?? []) touched.add(total);
      }
      for (const { cell } of changes) live.cellChanged(cell.id, draft);
      judge();
      for (const id of touched) topics.tell(id);
      for (const table of new Set(changes.map(({ cell }) => cell.table))) topics.tell(`table:${table}`);
      topics.tell("draft");
    },
    setNarrative: (slot, narrative) => {
      draft = { ...draft, narrative: { ...draft.narrative, [slot]: narrative } };
      if (finished) judge();
      topics.tell(`narrative:${slot}`);
      topics.tell("draft");
    },
    change: (change) => {
      draft = { ...draft, ...change };
      restart();
    },
    replace: (next) => {
      draft = next;
      restart();
    },
    figure: (id) => live.figure(id),
    total: (cell) => totalOf(cell, live.figure).value,
    cellState: (id) => states.get(id) ?? "plain",
    findings: () => findings,
    confirmed: () => confirmed,
    balances: (table) => live.balances(table),
    finished: () => finished,
    setFinished: (value) => {
      finished = value;
      judge();
      topics.tell("findings");
    },
    mark: (cells) => {
      const before = marked;
      marked = new Set(cells);
      for (const id of new Set([...before, ...marked]))
        if (before.has(id) !== marked.has(id)) topics.tell(id);
    },
    isMarked: (id) => marked.has(id),
    focused: () => focused,
    focusRow: (cell) => {
      focused = cell;
      topics.tell("focus");
    },
    subscribe: topics.subscribe,
    tell: topics.tell,
  };
}

function editionOf(draft: Draft, editions: Editions): Edition {
  const edition = editions.get(draft.edition);
  if (!edition) throw new Error(`no edition ${draft.edition}`);
  return edition;
}

/** For each input the totals that show it. */
function totalsByInput(edition: Edition): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const cell of edition.cells.values()) {
    for (const addend of cell.addends ?? []) index.set(addend, [...(index.get(addend) ?? []), cell.id]);
  }
  return index;
}

function sameFindings(before: readonly Finding[], now: readonly Finding[]): boolean {
  return before.length === now.length && now.every((finding, index) => saysTheSame(before[index], finding));
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
