import type { CellState } from "../../report-state/judgement.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import type { Selection } from "./selection.ts";

/** The classes of a cell: its state, whether it is 0, selected, or part of the finding pointed at. */
export function lookOf(id: string, state: ReportState, selection: Selection): string {
  let look = `figure figure-${state.cellState(id)}`;
  if (state.figure(id) === 0) look += " figure-zero";
  for (const edge of selection.edges(id)) look += ` ${edge}`;
  return state.isMarked(id) ? `${look} figure-marked` : look;
}

export function isFaulty(state: CellState): boolean {
  return state === "violated" || state === "illTyped";
}
