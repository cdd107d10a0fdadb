import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { Place } from "../../check/finding.ts";
import type { EditNotice } from "../../exchange/hand-edits/edit-notice.ts";
import type { Keeping } from "../keeping/keeping.ts";
import { atRest, notAtRest } from "../report-state/at-rest.ts";
import type { ReportState, Topic } from "../report-state/report-state.ts";

/** The report on the screen, how it is kept, and the way to a place in it. */
export type OpenReport = {
  readonly state: ReportState;
  readonly keeping: Keeping;
  /** Shows the section of a place and puts the focus there. */
  readonly goTo: (place: Place) => void;
  /** Shows the card of a cause among the findings and puts the focus there. */
  readonly showCard: (cause: string) => void;
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
 * What is called saved must not be called so for a moment longer than it is; and 重做 is pressed right after 撤销: a press
 * on a button that cannot be pressed yet is lost.
 */
const atOnce: ReadonlySet<Topic> = new Set(["save", "history"]);

/**
 * A value of the report; renders again when one of the topics is told and the value differs, once what was
 * typed is painted. The value must be stable or primitive, and the number of topics always the same.
 */
export function useValue<Value>(value: () => Value, ...topics: readonly Topic[]): Value {
  const { state } = useReport();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the topics are the dependencies.
  const subscribe = useCallback(
    (listener: () => void) => {
      const later = (): void => atRest(listener);
      const leave = topics.map((topic) => state.subscribe(topic, atOnce.has(topic) ? listener : later));
      return () => {
        notAtRest(listener);
        for (const unsubscribe of leave) unsubscribe();
      };
    },
    [state, ...topics],
  );
  return useSyncExternalStore(subscribe, value);
}

/** The id of a cause's card in the page. */
export function cardIdOf(cause: string): string {
  return `card-${encodeURIComponent(cause)}`;
}

/** The id of a cell's input in the page. */
export function elementIdOf(cell: string): string {
  return `cell-${cell.replaceAll(".", "-")}`;
}

/** The id of a text's field in the page. */
export function textIdOf(slot: string): string {
  return `narrative-${slot}`;
}

/** The id of a field of the cover in the page. */
export function coverIdOf(field: string): string {
  return `cover-${field}`;
}

/** The id of what stands around a text, there before its editor is. */
export function textFrameIdOf(slot: string): string {
  return `narrative-frame-${slot}`;
}
