import { useReport } from "./open-report.ts";

/** Taking back the last step and doing it again; the place where something changed gets the focus. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { state, goTo } = useReport();
  const show = (place: ReturnType<typeof state.undo>): void => {
    if (place) goTo(place);
  };
  return { undo: () => show(state.undo()), redo: () => show(state.redo()) };
}
