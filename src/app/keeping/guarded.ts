import type { Editing } from "../editor/report/editing.ts";
import type { ReportState } from "../report-state/report-state.ts";
import type { Keeping } from "./keeping.ts";

type Writer = Pick<Keeping, "mayWrite">;

/** A report that changes only while this page may write it: another page may have it, and this one reads along. */
export function guardedState(state: ReportState, { mayWrite }: Writer): ReportState {
  const whileWriting =
    <Given extends unknown[]>(act: (...given: Given) => void) =>
    (...given: Given): void => {
      if (mayWrite()) act(...given);
    };
  return {
    ...state,
    setCells: whileWriting(state.setCells),
    setNarrative: whileWriting(state.setNarrative),
    change: whileWriting(state.change),
    replace: whileWriting(state.replace),
  };
}

/** Its editing: what would change nothing is not remembered either. */
export function guardedEditing(editing: Editing, { mayWrite }: Writer): Editing {
  return {
    ...editing,
    typed: (cell, text) => mayWrite() && editing.typed(cell, text),
    typedText: (slot, narrative) => mayWrite() && editing.typedText(slot, narrative),
    write: (cells, texts) => (mayWrite() ? editing.write(cells, texts) : 0),
    undo: () => (mayWrite() ? editing.undo() : undefined),
    redo: () => (mayWrite() ? editing.redo() : undefined),
  };
}
