import { sectionOfSlot, sectionOfTable } from "../../../check/places.ts";
import type { EditedPlace } from "./editing.ts";
import { elementIdOf, textIdOf, useReport } from "./report-context.ts";

/** Taking back the last step and doing it again; the place where something changed gets the focus. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { state, editing, jumpTo } = useReport();
  const show = (place: EditedPlace | undefined): void => {
    if (!place) return;
    const isCell = "cell" in place;
    const element = document.getElementById(isCell ? elementIdOf(place.cell.id) : textIdOf(place.slot));
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
    if (element instanceof HTMLTextAreaElement && !isCell) {
      const caret = endOfChange(place.was, place.is);
      element.setSelectionRange(caret, caret);
    }
    if (element) return;
    if (isCell) jumpTo(sectionOfTable(state.edition(), place.cell.table), place.cell.id);
    else jumpTo(sectionOfSlot(state.edition(), place.slot));
  };
  return { undo: () => show(editing.undo()), redo: () => show(editing.redo()) };
}

/** Where the changed part of a text ends. What both begin with counts first: writing mostly goes forward. */
function endOfChange(was: string, is: string): number {
  const shorter = Math.min(was.length, is.length);
  let begin = 0;
  while (begin < shorter && was[begin] === is[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  return is.length - end;
}
