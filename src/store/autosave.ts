import type { Draft } from "../report/file/draft.ts";
import { isOfEarlierFormat } from "../report/file/migrations.ts";
import { serialiseDraft } from "../report/file/serialise.ts";
import { type DraftToKeep, revisionOf, type StoredDraft } from "./draft-record.ts";
import type { DraftStore } from "./drafts.ts";
import { createRest } from "./rest.ts";
import type { VersionReason } from "./version-bounds.ts";
import type { VersionStore } from "./versions.ts";

/** What the clerk may be told: nothing is called saved before it was read back from the browser. */
export type SaveState =
  | { readonly state: "unchanged" }
  | { readonly state: "unsaved" }
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly at: number }
  /** `reason` is the name of the browser's error. It is tried again until it succeeds. */
  | { readonly state: "failed"; readonly reason: string }
  /** Another page has kept a newer state: nothing is written until the clerk says which one goes on. */
  | { readonly state: "elsewhere" };

export type Autosave = {
  /** Notes that the draft changed; it is on its way to the disk within half a second. */
  readonly changed: () => void;
  /** Saves now what is not saved yet; resolves when it is, or has failed. */
  readonly flush: () => Promise<void>;
  readonly current: () => SaveState;
  /** Whether there is something that is not saved. */
  readonly isWaiting: () => boolean;
  /** Under which id the draft is kept. */
  readonly id: () => string;
  /** The revision that was kept or loaded last; undefined before the first time. */
  readonly revision: () => number | undefined;
  /** The newest state of another page was put in the place of this one. */
  readonly follow: (stored: StoredDraft, draft: Draft) => void;
  /** Writes over the state of another page, which is kept as a version. */
  readonly writeOver: () => Promise<void>;
  /** Keeps the draft under another id, because the clerk asked for a copy. */
  readonly keepApart: (id: string) => Promise<void>;
  /** Something is about to change much: what the next save writes over is kept as a version for this reason. */
  readonly beforeGreatChange: (reason: VersionReason) => void;
  /** Ends trying. */
  readonly stop: () => void;
};

/** Where a draft is kept, and the state that was loaded; undefined before the first time. */
export type KeptAs = { readonly id: string; readonly stored: StoredDraft | undefined };

/** The draft as it stands, and what is kept with it. */
export type Newest = { readonly draft: Draft } & Omit<DraftToKeep, "id" | "text">;

/** How long typing must rest before a save, and how long a change waits at the most, in milliseconds. */
const rest = 200;
const longestWait = 350;
/** After so many milliseconds a failed save is tried again; the last one over and over. */
const retries = [1000, 2000, 5000, 10_000, 30_000];
/** A version is kept when the last one of this page is so many milliseconds old. */
const versionEvery = 10 * 60_000;

/**
 * Keeps a draft saved. Saves run one after another, and each writes the newest draft. A failed or unanswered one
 * is said and tried again. A state that another page has kept meanwhile is never written over unasked. Before a
 * state is written over, it is kept as a version: now and then, and before every great change.
 *
 * @param notify called when the state, the id or the revision has changed
 */
export function startAutosave(
  opened: KeptAs,
  opening: Draft,
  newest: () => Newest,
  store: Pick<DraftStore, "save" | "load">,
  versions: Pick<VersionStore, "keep">,
  notify: () => void,
): Autosave {
  let { id } = opened;
  let stored = opened.stored;
  let revision = stored && revisionOf(stored);
  /** The draft as it was kept last. */
  let keptDraft = opening;
  let versionAt: number | undefined;
  let announced: VersionReason | undefined;
  let state: SaveState = { state: "unchanged" };
  let dirty = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  const show = (next: SaveState): void => {
    const same = next.state === state.state && next.state !== "saved" && next.state !== "failed";
    state = next;
    if (!same) notify();
  };
  /** What is about to be written over. Saving the draft does not wait for it, and does not fail with it. */
  const keepVersion = (draft: Draft): void => {
    if (!stored) return;
    const great = announced ?? greatChange(stored, keptDraft, draft);
    const reason = great ?? (isTime(versionAt) ? "time" : undefined);
    if (reason === undefined) return;
    announced = undefined;
    versionAt = performance.now();
    versions.keep(versionOf(stored, reason)).catch(() => undefined);
  };
  const keep = async (): Promise<void> => {
    const { draft, ...about } = newest();
    keepVersion(draft);
    const record = { ...about, id, text: serialiseDraft(draft) };
    const keeping = await store.save(record, revision);
    if (keeping.outcome === "changedElsewhere") {
      dirty = true;
      return show({ state: "elsewhere" });
    }
    ({ revision } = keeping);
    stored = { ...record, savedAt: keeping.savedAt, revision };
    keptDraft = draft;
    failures = 0;
    if (dirty) show({ state: "unsaved" });
    else show({ state: "saved", at: keeping.savedAt });
  };
  const fail = (error: unknown): void => {
    dirty = true;
    const wait = retries[Math.min(failures, retries.length - 1)];
    failures += 1;
    show({ state: "failed", reason: error instanceof Error ? error.name : String(error) });
    clearTimeout(retry);
    if (!stopped) retry = setTimeout(() => void flush(), wait);
  };
  const save = async (): Promise<void> => {
    if (!dirty || state.state === "elsewhere") return;
    dirty = false;
    if (state.state !== "failed") show({ state: "saving" });
    await keep().catch(fail);
  };
  const flush = (): Promise<void> => {
    resting.stop();
    clearTimeout(retry);
    running = running.then(save);
    return running;
  };
  const resting = createRest(rest, () => void flush(), longestWait);
  return {
    changed: () => {
      dirty = true;
      if (state.state === "elsewhere") return;
      if (state.state !== "failed") show({ state: "unsaved" });
      resting.stir();
    },
    flush,
    current: () => state,
    isWaiting: () => dirty || ["unsaved", "saving", "failed", "elsewhere"].includes(state.state),
    id: () => id,
    revision: () => revision,
    follow: (next, draft) => {
      stored = next;
      revision = revisionOf(next);
      keptDraft = draft;
      dirty = false;
      show({ state: "saved", at: next.savedAt });
    },
    writeOver: async () => {
      await running;
      const other = await store.load(id);
      if (other) await versions.keep(versionOf(other, "takeOver")).catch(() => undefined);
      revision = other && revisionOf(other);
      stored = other;
      show({ state: "unsaved" });
      await flush();
    },
    keepApart: async (next) => {
      await running;
      [id, revision, stored, dirty] = [next, undefined, undefined, true];
      show({ state: "unsaved" });
      await flush();
    },
    beforeGreatChange: (reason) => {
      announced = reason;
    },
    stop: () => {
      stopped = true;
      resting.stop();
      clearTimeout(retry);
    },
  };
}

function isTime(versionAt: number | undefined): boolean {
  return versionAt === undefined || performance.now() - versionAt >= versionEvery;
}

function versionOf({ id, text, title }: StoredDraft, reason: VersionReason) {
  return { draft: id, text, title, at: Date.now(), reason };
}

/** What changes much at once, and may be regretted later. */
function greatChange(stored: StoredDraft, before: Draft, after: Draft): VersionReason | undefined {
  if (isOfEarlierFormat(stored.text)) return "migration";
  if (before.edition !== after.edition || before.year !== after.year) return "edition";
  if (before.prior !== after.prior) return "lastYear";
  return undefined;
}
