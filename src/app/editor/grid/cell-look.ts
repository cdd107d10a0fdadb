import type { CellState } from "../../report-state/judgement.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import type { Selection } from "./selection.ts";

/** The classes of a cell: its state, whether it is 0, selected, or part of the finding pointed at. */
export function lookOf(id: string, state: ReportState, selection: Selection): string {
  return [
    `figure figure-${state.cellState(id)}`,
    state.figure(id) === 0 ? "figure-zero" : "",
    ...selection.edges(id),
    state.isMarked(id) ? "figure-marked" : "",
  ]
    .filter((name) => name !== "")
    .join(" ");
}

export function isFaulty(state: CellState): boolean {
  return state === "violated" || state === "illTyped";
}
