import type { ReportState } from "../report-state/report-state.ts";
import type { Keeping } from "./keeping.ts";

/** A report that changes only while this page may write it: another page may have it, and this one reads along. */
export function guardedState(
  state: ReportState,
  { mayWrite, beforeGreatChange }: Pick<Keeping, "mayWrite" | "beforeGreatChange">,
): ReportState {
  const whileWriting =
    <Given extends unknown[], Result>(act: (...given: Given) => Result, otherwise: Result) =>
    (...given: Given): Result =>
      mayWrite() ? act(...given) : otherwise;
  return {
    ...state,
    typeCell: whileWriting(state.typeCell, undefined),
    typeText: whileWriting(state.typeText, undefined),
    setCells: whileWriting(state.setCells, 0),
    setTexts: whileWriting(state.setTexts, undefined),
    setCover: whileWriting(state.setCover, undefined),
    setPrior: whileWriting(state.setPrior, undefined),
    carryOver: whileWriting(state.carryOver, undefined),
    takeOver: whileWriting((next) => {
      beforeGreatChange("handEdits");
      state.takeOver(next);
    }, undefined),
    confirm: whileWriting(state.confirm, undefined),
    reopen: whileWriting(state.reopen, undefined),
    undo: whileWriting(state.undo, undefined),
    redo: whileWriting(state.redo, undefined),
  };
}
