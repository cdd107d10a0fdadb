import type { Draft } from "../report/draft.ts";
import { serialiseDraft } from "../report/serialise.ts";
import type { DraftStore } from "./drafts.ts";
import { createRest } from "./rest.ts";

/** What the clerk may be told: nothing is called saved before the browser has confirmed it. */
export type SaveState =
  | { readonly state: "unchanged" }
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly at: number }
  | { readonly state: "failed"; readonly reason: string };

export type Autosave = {
  /** Notes that the draft changed; it is saved after a short rest. */
  readonly changed: () => void;
  /** Saves now what is not saved yet; resolves when it is, or has failed. */
  readonly flush: () => Promise<void>;
  readonly current: () => SaveState;
};

/** How long typing must rest before a save, in milliseconds. */
const rest = 400;

/**
 * Keeps a draft saved. Saves run one after another, and each writes the newest draft; a failure stays
 * visible and is tried again with the next change.
 */
export function startAutosave(
  id: string,
  newest: () => { draft: Draft; title: string },
  store: Pick<DraftStore, "save">,
  notify: () => void,
): Autosave {
  let state: SaveState = { state: "unchanged" };
  let dirty = false;
  let running: Promise<void> = Promise.resolve();

  const show = (next: SaveState): void => {
    state = next;
    notify();
  };
  const save = async (): Promise<void> => {
    if (!dirty) return;
    dirty = false;
    const { draft, title } = newest();
    const at = Date.now();
    try {
      await store.save({ id, text: serialiseDraft(draft), title, savedAt: at });
      if (!dirty) show({ state: "saved", at });
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
  };
}
