import type { DraftToKeep } from "./draft-record.ts";

/** A draft that the browser did not keep, with the revision that it did keep last. */
export type HeldDraft = DraftToKeep & { readonly revision: number | undefined };

const held = new Map<string, HeldDraft>();

/**
 * Drafts that this page holds because the browser refused to keep them: where it keeps nothing a report can still
 * be begun, opened and left for the start screen. They are gone when the page is closed.
 */
export const heldDrafts = {
  hold: (draft: HeldDraft): void => void held.set(draft.id, draft),
  letGo: (id: string): void => void held.delete(id),
  get: (id: string): HeldDraft | undefined => held.get(id),
  all: (): readonly HeldDraft[] => [...held.values()],
} as const;
