import type { Draft } from "../../report/file/draft.ts";
import { heldDrafts } from "../../store/held.ts";

type OpenReport = {
  readonly draft: () => Draft;
  /** Saves what is not saved yet; gives whether all is saved then. */
  readonly save: () => Promise<boolean>;
};

let current: OpenReport | undefined;

/** Notes which report is open, for what goes on outside its screen. Gives how to forget it. */
export function openNow(report: OpenReport): () => void {
  current = report;
  return () => {
    if (current === report) current = undefined;
  };
}

/** The report that is open; undefined for none. The last resort screen offers it as a file. */
export function draftOpenNow(): Draft | undefined {
  return current?.draft();
}

/** Saves before the page is left; gives whether nothing would be lost, in the open report or in those the page holds. */
export async function saveOpenNow(): Promise<boolean> {
  const isSaved = (await current?.save()) ?? true;
  return isSaved && heldDrafts.all().length === 0;
}
