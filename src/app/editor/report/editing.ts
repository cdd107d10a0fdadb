import type { UseFormReturn } from "react-hook-form";
import type { Cell } from "../../../edition/cells.ts";
import { readTyped } from "../../../report/figures/notation.ts";
import type { NarrativeNode } from "../../../report/file/draft.ts";
import { narrativeToText } from "../../../report/narrative/narrative.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { fieldsOf, type ReportFields } from "./fields.ts";

/** The text of one input, before and after. */
type CellEdit = { readonly cell: Cell; readonly before: string; readonly after: string };
type TextEdit = {
  readonly slot: string;
  readonly before: NarrativeNode | undefined;
  readonly after: NarrativeNode;
};
/** `goesOn`: the next keystroke in the same place belongs to it. */
type Step = {
  readonly cells: readonly CellEdit[];
  readonly texts: readonly TextEdit[];
  readonly goesOn: boolean;
};
type CellText = { readonly cell: Cell; readonly text: string };
type SlotText = { readonly slot: string; readonly narrative: NarrativeNode };

/** Where a step that was taken back or done again changed something first; a text as it was and is now. */
export type EditedPlace =
  | { readonly cell: Cell }
  | { readonly slot: string; readonly was: string; readonly is: string };

/** Every change of the tables and texts goes through here, so that it can be undone. */
export type Editing = {
  /** A keystroke in an input; keystrokes in one cell are one step until the focus moves. */
  readonly typed: (cell: Cell, text: string) => void;
  /** A keystroke in a text; keystrokes without a pause between are one step. */
  readonly typedText: (slot: string, narrative: NarrativeNode) => void;
  /** The focus came to a cell: what is typed next is a step of its own. */
  readonly moved: (cell: Cell) => void;
  /** Writes into cells and texts as one step; gives how many cells changed. */
  readonly write: (cells: readonly CellText[], texts?: readonly SlotText[]) => number;
  /** Takes back, or does again, the last step; says where. */
  readonly undo: () => EditedPlace | undefined;
  readonly redo: () => EditedPlace | undefined;
  readonly textOf: (cell: Cell) => string;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Another page has changed the report: the inputs show it as it is now. What can be taken back stays. */
  readonly followed: () => void;
};

/** How many steps are remembered. */
const mostSteps = 500;
/** A pause in writing, in milliseconds, after which a new step begins. */
const pause = 1000;

export function createEditing(state: ReportState, form: UseFormReturn<ReportFields>): Editing {
  let done: Step[] = [];
  let undone: Step[] = [];
  let lastText = 0;
  const known = new Map<string, string>();
  const pathOf = (cell: Cell) => `cells.${cell.id}` as "cells.table.row.column";
  const textOf = (cell: Cell): string => known.get(cell.id) ?? form.getValues(pathOf(cell)) ?? "";
  const storeCells = (edits: readonly CellText[]): void => {
    for (const { cell, text } of edits) known.set(cell.id, text);
    state.setCells(edits.map(({ cell, text }) => ({ cell, value: readTyped(text, cell.kind) })));
  };
  const show = (cells: readonly CellText[], texts: readonly SlotText[]): void => {
    for (const { cell, text } of cells) form.setValue(pathOf(cell), text, { shouldDirty: true });
    if (cells.length > 0) storeCells(cells);
    for (const { slot, narrative } of texts) {
      form.setValue(`narrative.${slot}`, narrativeToText(narrative), { shouldDirty: true });
      state.setNarrative(slot, narrative);
    }
    state.tell("history");
  };
  /** The step goes on in its place, or a new one begins. */
  const remember = (step: Step, isSame: (last: Step) => Step | false | undefined): void => {
    const last = done.at(-1);
    const joined = last?.goesOn && isSame(last);
    done = joined ? [...done.slice(0, -1), joined] : [...done.slice(-mostSteps), step];
    undone = [];
  };
  const endStep = (): void => {
    const last = done.at(-1);
    if (last?.goesOn) done = [...done.slice(0, -1), { ...last, goesOn: false }];
  };
  return {
    textOf,
    typed: (cell, text) => {
      const edit = { cell, before: textOf(cell), after: text };
      remember({ cells: [edit], texts: [], goesOn: true }, (last) => {
        const [first] = last.cells;
        return first?.cell.id === cell.id && { ...last, cells: [{ ...first, after: text }] };
      });
      storeCells([{ cell, text }]);
      state.tell("history");
    },
    typedText: (slot, narrative) => {
      if (performance.now() - lastText > pause) endStep();
      lastText = performance.now();
      const edit = { slot, before: state.draft().narrative[slot], after: narrative };
      remember({ cells: [], texts: [edit], goesOn: true }, (last) => {
        const [first] = last.texts;
        return first?.slot === slot && { ...last, texts: [{ ...first, after: narrative }] };
      });
      state.setNarrative(slot, narrative);
      state.tell("history");
    },
    moved: (cell) => {
      endStep();
      // From now on the form's own value is the typed one; the text before it is kept here.
      known.set(cell.id, textOf(cell));
    },
    write: (cells, texts = []) => {
      const edits = cells
        .map(({ cell, text }) => ({ cell, before: textOf(cell), after: text }))
        .filter((edit) => edit.before !== edit.after);
      if (edits.length === 0 && texts.length === 0) return 0;
      const { narrative: written } = state.draft();
      const textEdits = texts.map(({ slot, narrative }) => ({
        slot,
        before: written[slot],
        after: narrative,
      }));
      remember({ cells: edits, texts: textEdits, goesOn: false }, () => false);
      show(
        edits.map(({ cell, after }) => ({ cell, text: after })),
        texts,
      );
      return edits.length;
    },
    undo: () => {
      const step = done.at(-1);
      if (!step) return undefined;
      done = done.slice(0, -1);
      undone = [...undone, { ...step, goesOn: false }];
      endStep();
      show(
        step.cells.map(({ cell, before }) => ({ cell, text: before })),
        step.texts.map(({ slot, before }) => ({ slot, narrative: before ?? blankText })),
      );
      return placeOf(step, "undo");
    },
    redo: () => {
      const step = undone.at(-1);
      if (!step) return undefined;
      undone = undone.slice(0, -1);
      done = [...done, step];
      show(
        step.cells.map(({ cell, after }) => ({ cell, text: after })),
        step.texts.map(({ slot, after }) => ({ slot, narrative: after })),
      );
      return placeOf(step, "redo");
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    followed: () => {
      known.clear();
      form.reset(fieldsOf(state));
    },
  };
}

const blankText: NarrativeNode = { type: "doc", content: [] };

function placeOf({ cells: [cell], texts: [text] }: Step, way: "undo" | "redo"): EditedPlace | undefined {
  if (cell) return { cell: cell.cell };
  if (!text) return undefined;
  const [before, after] = [narrativeToText(text.before), narrativeToText(text.after)];
  return { slot: text.slot, ...(way === "undo" ? { was: after, is: before } : { was: before, is: after }) };
}
