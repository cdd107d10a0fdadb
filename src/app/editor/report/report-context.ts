import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { EditNotice } from "../../../exchange/edit-notice.ts";
import type { Keeping } from "../../keeping/keeping.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import type { Editing } from "./editing.ts";

/** The report on the screen, how it is kept, and the way to a cell or section. */
export type OpenReport = {
  readonly state: ReportState;
  readonly keeping: Keeping;
  readonly editing: Editing;
  /** Shows a section and, where given, puts the focus on one of its cells. */
  readonly jumpTo: (section: string, cell?: string) => void;
  /** Shows, until it is dismissed, what was changed by hand in a file that was opened. */
  readonly tellEdits: (notice: EditNotice) => void;
};

const ReportContext = createContext<OpenReport | undefined>(undefined);
export const ReportProvider = ReportContext.Provider;

export function useReport(): OpenReport {
  const report = useContext(ReportContext);
  if (!report) throw new Error("a report component stands outside ReportProvider");
  return report;
}

/**
 * Renders again when one of the topics (several with a space between) is told and the snapshot differs. The
 * snapshot must be stable or primitive.
 */
export function useTopic<Snapshot>(topics: string, snapshot: () => Snapshot): Snapshot {
  const { state } = useReport();
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = topics.split(" ").map((topic) => state.subscribe(topic, listener));
      return () => {
        for (const unsubscribe of leave) unsubscribe();
      };
    },
    [state, topics],
  );
  return useSyncExternalStore(subscribe, snapshot);
}

/** The id of a cell's input in the page. */
export function elementIdOf(cell: string): string {
  return `cell-${cell.replaceAll(".", "-")}`;
}

/** The id of a text's field in the page. */
export function textIdOf(slot: string): string {
  return `narrative-${slot}`;
}
