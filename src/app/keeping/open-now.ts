import type { Draft } from "../../report/file/draft.ts";

let current: (() => Draft) | undefined;

/** Notes which report is open, so that the last resort screen can offer it as a file. Gives how to forget it. */
export function openNow(draft: () => Draft): () => void {
  current = draft;
  return () => {
    if (current === draft) current = undefined;
  };
}

/** The report that is open; undefined for none. */
export function draftOpenNow(): Draft | undefined {
  return current?.();
}
