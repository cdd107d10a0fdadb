import type { UseFormReturn } from "react-hook-form";
import type { Cell } from "../../edition/cells.ts";
import { readTyped } from "../../report/notation.ts";
import type { ReportState } from "../report-state.ts";
import type { ReportFields } from "./fields.ts";

/** The text of one input, before and after. */
type CellEdit = { readonly cell: Cell; readonly before: string; readonly after: string };
type Step = { readonly edits: readonly CellEdit[]; readonly typing: boolean };

/** Every change of the tables goes through here, so that it can be undone. */
export type Editing = {
  /** A keystroke in an input; keystrokes in one cell are one step until the focus moves. */
  readonly typed: (cell: Cell, text: string) => void;
  /** The focus came to a cell: what is typed next is a step of its own. */
  readonly moved: (cell: Cell) => void;
  /** Writes texts into cells as one step; gives how many changed. */
  readonly write: (texts: readonly { cell: Cell; text: string }[]) => number;
  /** Takes back, or does again, the last step; gives the first cell it touched. */
  readonly undo: () => Cell | undefined;
  readonly redo: () => Cell | undefined;
  readonly textOf: (cell: Cell) => string;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
};

/** How many steps are remembered. */
const mostSteps = 500;

export function createEditing(state: ReportState, form: UseFormReturn<ReportFields>): Editing {
  let done: Step[] = [];
  let undone: Step[] = [];
  let sameCell = false;
  const known = new Map<string, string>();
  const pathOf = (cell: Cell) => `cells.${cell.id}` as "cells.table.row.column";
  const textOf = (cell: Cell): string => known.get(cell.id) ?? form.getValues(pathOf(cell)) ?? "";
  const store = (edits: readonly { cell: Cell; text: string }[]): void => {
    for (const { cell, text } of edits) known.set(cell.id, text);
    state.setCells(edits.map(({ cell, text }) => ({ cell, value: readTyped(text, cell.kind) })));
    state.tell("history");
  };
  const show = (edits: readonly { cell: Cell; text: string }[]): void => {
    for (const { cell, text } of edits) form.setValue(pathOf(cell), text, { shouldDirty: true });
    store(edits);
  };
  const remember = (step: Step): void => {
    done = [...done.slice(-mostSteps), step];
    undone = [];
  };
  return {
    textOf,
    typed: (cell, text) => {
      const last = done.at(-1);
      const [edit] = last?.edits ?? [];
      if (sameCell && last?.typing && edit?.cell.id === cell.id) {
        done = [...done.slice(0, -1), { typing: true, edits: [{ ...edit, after: text }] }];
        undone = [];
      } else remember({ typing: true, edits: [{ cell, before: textOf(cell), after: text }] });
      sameCell = true;
      store([{ cell, text }]);
    },
    moved: (cell) => {
      sameCell = false;
      // From now on the form's own value is the typed one; the text before it is kept here.
      known.set(cell.id, textOf(cell));
    },
    write: (texts) => {
      const edits = texts
        .map(({ cell, text }) => ({ cell, before: textOf(cell), after: text }))
        .filter((edit) => edit.before !== edit.after);
      if (edits.length === 0) return 0;
      remember({ typing: false, edits });
      sameCell = false;
      show(edits.map(({ cell, after }) => ({ cell, text: after })));
      return edits.length;
    },
    undo: () => {
      const step = done.at(-1);
      if (!step) return undefined;
      done = done.slice(0, -1);
      undone = [...undone, step];
      sameCell = false;
      show(step.edits.map(({ cell, before }) => ({ cell, text: before })));
      return step.edits[0]?.cell;
    },
    redo: () => {
      const step = undone.at(-1);
      if (!step) return undefined;
      undone = undone.slice(0, -1);
      done = [...done, step];
      sameCell = false;
      show(step.edits.map(({ cell, after }) => ({ cell, text: after })));
      return step.edits[0]?.cell;
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  };
}
