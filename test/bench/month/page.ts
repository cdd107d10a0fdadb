import { withCell } from "../../../src/report/figures/values.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { serialiseDraft } from "../../../src/report/file/serialise.ts";
import { startAutosave } from "../../../src/store/autosave.ts";
import { draftStore } from "../../../src/store/drafts.ts";
import { versionStore } from "../../../src/store/versions.ts";

/** A part of a month's work: which draft is worked on, on which day, and how many times it is saved. */
export type Shift = { readonly draft: string; readonly day: number; readonly saves: number };

export type MonthPage = {
  /** Keeps a draft for the first time; gives the length of its text in bytes. */
  readonly begin: (id: string, draft: Draft) => Promise<number>;
  /** Works on a draft as the editor does: each change of a figure is saved by the autosave. */
  readonly work: (shift: Shift) => Promise<void>;
  /** How many earlier states of a draft are kept. */
  readonly versions: (draft: string) => Promise<number>;
  /** What the browser says it holds, in bytes. */
  readonly usage: () => Promise<number>;
  /** How long the list of drafts takes to come from the store, in milliseconds. */
  readonly list: () => Promise<number>;
};

const drafts = draftStore("month");
const versions = versionStore();
const typed = { table: "requests", row: "received", column: "naturalPerson" };
const summary = { organisation: "", year: 2025, filled: 0, inputs: 166, problems: 0 };

const page: MonthPage = {
  begin: async (id, draft) => {
    const text = serialiseDraft(draft);
    await drafts.save({ id, text, title: id, summary }, undefined);
    return new TextEncoder().encode(text).length;
  },
  work: async ({ draft: id, day, saves }) => {
    const stored = await drafts.load(id);
    if (!stored) throw new Error(`no draft ${id}`);
    let draft: Draft = JSON.parse(stored.text);
    const at = Date.UTC(2026, 0, day, 8);
    const kept = {
      keep: (version: Parameters<typeof versions.keep>[0]) => versions.keep({ ...version, at }),
    };
    const newest = () => ({ draft, title: stored.title, summary });
    const autosave = startAutosave({ id, stored }, draft, newest, drafts, kept, () => undefined);
    for (let save = 0; save < saves; save++) {
      draft = withCell(draft, typed, day * 1000 + save);
      autosave.changed();
      await autosave.flush();
      if (autosave.current().state !== "saved") throw new Error(`not saved: ${autosave.current().state}`);
    }
    autosave.stop();
  },
  list: async () => {
    const begun = performance.now();
    await drafts.list();
    return performance.now() - begun;
  },
  versions: async (draft) => (await versions.of(draft)).length,
  usage: async () => (await navigator.storage.estimate()).usage ?? Number.NaN,
};

(globalThis as unknown as { month: MonthPage }).month = page;
