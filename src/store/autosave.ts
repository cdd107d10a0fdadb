import type { Draft } from "../report/file/draft.ts";
import { serialiseDraft } from "../report/file/serialise.ts";
import type { DraftStore } from "./drafts.ts";
import { createRest } from "./rest.ts";

/** What the clerk may be told: nothing is called saved before the browser has confirmed it. */
export type SaveState =
  | { readonly state: "unchanged" }
  | { readonly state: "saving" }
  /** `apart`: another page had changed the draft, so this one was kept beside it, as a draft of its own. */
  | { readonly state: "saved"; readonly at: number; readonly apart: boolean }
  | { readonly state: "failed"; readonly reason: string };

export type Autosave = {
  /** Notes that the draft changed; it is saved after a short rest. */
  readonly changed: () => void;
  /** Saves now what is not saved yet; resolves when it is, or has failed. */
  readonly flush: () => Promise<void>;
  readonly current: () => SaveState;
  /** Under which id the draft is kept. */
  readonly id: () => string;
  /** Whether another page has kept a newer state of the draft, and nothing here waits to be saved. */
  readonly isBehind: () => Promise<boolean>;
};

/** Where a draft is kept, and when it was last kept or loaded; undefined before the first time. */
export type KeptAs = { readonly id: string; readonly savedAt: number | undefined };

/** How long typing must rest before a save, in milliseconds. */
const rest = 400;

/**
 * Keeps a draft saved. Saves run one after another, and each writes the newest draft; a failure stays
 * visible and is tried again with the next change. A state that another page has saved meanwhile is never
 * written over: from then on this one is kept under an id from `newId`.
 */
export function startAutosave(
  opened: KeptAs,
  newest: () => { draft: Draft; title: string },
  store: Pick<DraftStore, "save" | "load">,
  newId: () => string,
  notify: () => void,
): Autosave {
  let kept = opened;
  let apart = false;
  let state: SaveState = { state: "unchanged" };
  let dirty = false;
  let running: Promise<void> = Promise.resolve();

  const show = (next: SaveState): void => {
    state = next;
    notify();
  };
  const keep = async (savedAt: number): Promise<void> => {
    const { draft, title } = newest();
    const record = { text: serialiseDraft(draft), title, savedAt };
    const outcome = await store.save({ ...record, id: kept.id }, kept.savedAt);
    if (outcome === "changedElsewhere") {
      const id = newId();
      await store.save({ ...record, id }, undefined);
      kept = { id, savedAt };
      apart = true;
    } else kept = { ...kept, savedAt };
  };
  const save = async (): Promise<void> => {
    if (!dirty) return;
    dirty = false;
    const at = Date.now();
    try {
      await keep(at);
      if (!dirty) show({ state: "saved", at, apart });
    } catch (error) {
      dirty = true;
      show({ state: "failed", reason: error instanceof Error ? error.name : String(error) });
    }
  };
  const flush = (): Promise<void> => {
    resting.stop();
    running = running.then(save);
    return running;
  };
  const resting = createRest(rest, () => void flush());
  return {
    changed: () => {
      dirty = true;
      if (state.state !== "saving") show({ state: "saving" });
      resting.stir();
    },
    flush,
    current: () => state,
    id: () => kept.id,
    isBehind: async () => {
      const { id, savedAt } = kept;
      const stored = savedAt === undefined ? undefined : await store.load(id);
      const isSettled = state.state === "unchanged" || state.state === "saved";
      return stored !== undefined && stored.savedAt !== kept.savedAt && isSettled;
    },
  };
}
