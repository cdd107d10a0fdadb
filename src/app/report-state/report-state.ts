import type { Cause } from "../../check/causes.ts";
import { type ConfirmedFinding, withConfirmation, withoutConfirmation } from "../../check/confirmations.ts";
import type { Finding, Place } from "../../check/finding.ts";
import type { LineBalance } from "../../check/rules/balance.ts";
import { type Editions, editionOf } from "../../edition/builtin.ts";
import { type Cell, totalsByInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { totalOf } from "../../report/figures/totals.ts";
import { lookupIn, withCell } from "../../report/figures/values.ts";
import type { CellValue, Draft, NarrativeNode } from "../../report/file/draft.ts";
import { type CarryOver, withCarryOver } from "../../report/last-year/carry-over.ts";
import { type Prior, withoutPrior, withPrior } from "../../report/last-year/prior.ts";
import { withNarratives } from "../../report/narrative/narrative.ts";
import { createRest } from "../../store/rest.ts";
import { afterPaint } from "./after-paint.ts";
import { type CoverPart, changedParts, isJudgedOtherwise, placeOfChange, withStep } from "./changed-parts.ts";
import { createDraftHistory, type Part, type Step } from "./draft-history.ts";
import { type CellState, createJudgement, type Writing } from "./judgement.ts";
import { createTopics } from "./topics.ts";

/**
 * What a part of the screen may want to know of. `draft`: any change of the report; `cover`: of anything but
 * figures and texts; `findings`: also whether it is looked at as a finished report; `focus`: the row explained.
 */
export type Topic =
  | "draft"
  | "cover"
  | "findings"
  | "focus"
  | "history"
  | "save"
  | `cell:${string}`
  | `table:${string}`
  | `text:${string}`;

export type CellChange = { readonly cell: Cell; readonly value: CellValue };

/** What the cover asks for, and the words of the picture. A signature that was never filled in leaves no trace in the draft. */
export type CoverChange = Partial<Pick<Draft, CoverPart>>;

/**
 * The report that is open: the draft, its findings, and who wants to know of changes. It stands outside
 * React, so that a keystroke renders only the cells and lists it changes. A figure stands in the draft and
 * nowhere else; every change of the draft can be taken back.
 */
export type ReportState = {
  readonly edition: () => Edition;
  readonly draft: () => Draft;
  readonly editions: Editions;
  /** A keystroke in a cell; keystrokes in one cell are one step until the focus moves. */
  readonly typeCell: (cell: Cell, value: CellValue) => void;
  /** A keystroke in a text; keystrokes without a pause between are one step. */
  readonly typeText: (slot: string, narrative: NarrativeNode) => void;
  /** The focus came elsewhere: what is typed next is a step of its own. */
  readonly endStep: () => void;
  /** Fills in cells as one step; gives how many changed. */
  readonly setCells: (changes: readonly CellChange[]) => number;
  readonly setTexts: (texts: Readonly<Record<string, NarrativeNode>>) => void;
  /** The sentence that is being typed, asked for when the texts are looked at; nothing is said of it until it is left. */
  readonly setWriting: (writing: (() => Writing) | undefined) => void;
  /** Changes the cover; changes of one field without a pause between are one step. */
  readonly setCover: (change: CoverChange, field: string) => void;
  readonly setPrior: (prior: Prior | undefined) => void;
  /** Fills in what follows from last year's report. */
  readonly carryOver: (carried: CarryOver) => void;
  /** Takes what was changed in a file over into the draft, as one step. */
  readonly takeOver: (next: Draft) => void;
  /** Confirms a warning on a date (2026-01-20), or opens it again. */
  readonly confirm: (findings: readonly Finding[], reason: string, date: string) => void;
  readonly reopen: (findings: readonly Finding[]) => void;
  /** Another page has changed the report: it stands so here too. What was done here can still be taken back. */
  readonly follow: (draft: Draft) => void;
  /** Takes back, or does again, the last step; says where. */
  readonly undo: () => Place | undefined;
  readonly redo: () => Place | undefined;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;

  readonly figure: (id: string) => CellValue;
  readonly total: (cell: Cell) => number | null;
  readonly cellState: (id: string) => CellState;
  /** What is to be settled, and the warnings the clerk confirmed with a reason. */
  readonly findings: () => readonly Finding[];
  /** The findings as they are told and counted. */
  readonly causes: () => readonly Cause[];
  readonly confirmed: () => readonly ConfirmedFinding[];
  /** Whether the texts, too, have been looked at: the report was opened, or its edition changed, just now. */
  readonly knowsTexts: () => boolean;
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

  readonly subscribe: (topic: Topic, listener: () => void) => () => void;
  readonly tell: (topic: Topic) => void;
};

/** How long typing in a text or on the cover may rest within one step, in milliseconds. */
const pause = 1000;

/** How long typing rests before what a table or the cover changes in texts and structure is looked at, in milliseconds. */
const restBeside = 150;

/** Opens a report for editing. */
export function createReportState(opened: Draft, editions: Editions): ReportState {
  const topics = createTopics<Topic>();
  const history = createDraftHistory();
  let draft = opened;
  let edition = editionOf(opened, editions);
  let totalsOf = totalsByInput(edition.cells.values());
  let finished = false;
  let focused: Cell | undefined;
  let marked: ReadonlySet<string> = new Set();
  let writing: (() => Writing) | undefined;
  /** A figure is being typed: 2 on the way to 247 is not held against the texts. */
  let isInCell = false;
  const judgement = createJudgement(edition, draft, editions);

  /** Tells the cells that changed, or whose state did, once each; then who lists the findings. */
  const settle = (cells: readonly string[] = []): void => {
    const changed = judgement.settle(draft, finished, writing?.());
    for (const id of new Set([...cells, ...(changed ?? [])])) topics.tell(`cell:${id}`);
    if (changed) topics.tell("findings");
  };
  const lookAtTexts = (): void => {
    const isFirst = judgement.lookAtTexts(draft);
    settle();
    if (isFirst) topics.tell("findings");
  };
  const lookAtTextsSoon = afterPaint(lookAtTexts);
  const { stir: lookBesideSoon } = createRest(restBeside, () => {
    if (finished) judgement.lookBeside(draft);
    if (isInCell) settle();
    else lookAtTexts();
  });
  const become = (next: Draft, { cells, slots, others } = changedParts(draft, next), inCell = false) => {
    const before = draft;
    draft = next;
    isInCell = inCell;
    if (finished || others || (cells.length > 0 && !inCell)) lookBesideSoon();
    if (slots.length > 0) lookAtTextsSoon();
    if (isJudgedOtherwise(before, next)) {
      edition = editionOf(next, editions);
      totalsOf = totalsByInput(edition.cells.values());
      judgement.begin(edition, next);
    } else judgement.cellsChanged(cells, next);
    if (cells.length > 0 || others) settle(cells.flatMap((id) => [id, ...(totalsOf.get(id) ?? [])]));
    for (const table of new Set(cells.map((id) => id.split(".")[0]))) topics.tell(`table:${table}`);
    for (const slot of slots) topics.tell(`text:${slot}`);
    if (others) topics.tell("cover");
    for (const topic of ["draft", "history"] as const) topics.tell(topic);
  };
  const change = (next: Draft, part?: Part): void => {
    const parts = changedParts(draft, next);
    if (parts.cells.length === 0 && parts.slots.length === 0 && !parts.others) return;
    history.note({ before: draft, after: next }, part);
    become(next, parts);
  };
  const walk = (step: Step | undefined): Place | undefined => {
    if (!step) return undefined;
    const before = draft;
    become(withStep(draft, step));
    return placeOfChange(before, draft);
  };
  settle();
  lookAtTextsSoon();

  return {
    editions,
    edition: () => edition,
    draft: () => draft,
    typeCell: (cell, value) => {
      if (judgement.figure(cell.id) === value) return;
      const step = { before: draft, after: withCell(draft, cell, value) };
      history.note(step, { name: cell.id, pause: Number.POSITIVE_INFINITY });
      // A keystroke has changed nothing else: that need not be looked for.
      become(step.after, { cells: [cell.id], slots: [], others: false }, true);
    },
    typeText: (slot, text) =>
      change(withNarratives(draft, { [slot]: text }), { name: `text ${slot}`, pause }),
    endStep: () => {
      history.endStep();
      if (isInCell) lookAtTextsSoon();
      isInCell = false;
    },
    setCells: (changes) => {
      const standing = lookupIn(draft.tables);
      const writes = changes.filter(({ cell, value }) => standing(cell.id) !== value);
      change(writes.reduce((filled, { cell, value }) => withCell(filled, cell, value), draft));
      return writes.length;
    },
    setTexts: (texts) => change(withNarratives(draft, texts)),
    setWriting: (sentence) => {
      if (!sentence && !writing) return;
      writing = sentence;
      lookAtTextsSoon();
    },
    setCover: (cover, field) => change({ ...draft, ...cover }, { name: `cover ${field}`, pause }),
    setPrior: (prior) => change(prior ? withPrior(draft, prior) : withoutPrior(draft)),
    carryOver: (carried) => change(withCarryOver(draft, carried)),
    takeOver: (next) => change(next),
    confirm: (all, why, on) => change(all.reduce((to, one) => withConfirmation(to, one, why, on), draft)),
    reopen: (findings) => change(findings.reduce(withoutConfirmation, draft)),
    follow: (next) => become(next),
    undo: () => walk(history.back()),
    redo: () => walk(history.forth()),
    canUndo: history.canGoBack,
    canRedo: history.canGoForth,
    figure: judgement.figure,
    total: (cell) => totalOf(cell, judgement.figure).value,
    cellState: judgement.cellState,
    findings: judgement.findings,
    causes: judgement.causes,
    confirmed: judgement.confirmed,
    knowsTexts: judgement.knowsTexts,
    balances: judgement.balances,
    finished: () => finished,
    setFinished: (value) => {
      finished = value;
      if (finished) {
        judgement.lookBeside(draft);
        judgement.lookAtTexts(draft);
      }
      settle();
      topics.tell("findings");
    },
    mark: (cells) => {
      const before = marked;
      marked = new Set(cells);
      for (const id of new Set([...before, ...marked]))
        if (before.has(id) !== marked.has(id)) topics.tell(`cell:${id}`);
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
