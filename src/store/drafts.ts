import type { DBSchema } from "idb";
import { openedOnce } from "./open-database.ts";

/** A draft as it lies in the browser: the text of its file, and what the list of drafts shows. */
export type StoredDraft = {
  readonly id: string;
  /** The text of the draft file, so that what is kept is exactly what would be saved. */
  readonly text: string;
  readonly title: string;
  readonly savedAt: number;
};

/** An edition file that the user loaded. */
export type StoredEdition = { readonly id: string; readonly text: string };

type Shelves = DBSchema & {
  drafts: { key: string; value: StoredDraft; indexes: { savedAt: number } };
  editions: { key: string; value: StoredEdition };
};

/** The drafts and loaded editions of this browser. */
export type DraftStore = {
  readonly recent: () => Promise<StoredDraft[]>;
  readonly load: (id: string) => Promise<StoredDraft | undefined>;
  /**
   * Keeps a draft. `known` is when the caller last kept or loaded it: if the browser holds one that was kept at
   * another time, another page has changed it since, and nothing is written.
   */
  readonly save: (draft: StoredDraft, known: number | undefined) => Promise<"kept" | "changedElsewhere">;
  readonly editions: () => Promise<StoredEdition[]>;
  readonly saveEdition: (edition: StoredEdition) => Promise<void>;
};

const database = openedOnce<Shelves>("nianbao", 1, (db) => {
  db.createObjectStore("drafts", { keyPath: "id" }).createIndex("savedAt", "savedAt");
  db.createObjectStore("editions", { keyPath: "id" });
});

/** The drafts in IndexedDB. Every call rejects when the browser refuses (private mode, full disk). */
export const browserDrafts: DraftStore = {
  recent: async () => (await (await database()).getAllFromIndex("drafts", "savedAt")).reverse(),
  load: async (id) => (await database()).get("drafts", id),
  save: async (draft, known) => {
    const transaction = (await database()).transaction("drafts", "readwrite", { durability: "strict" });
    const before = await transaction.store.get(draft.id);
    const isOurs = before === undefined || before.savedAt === known;
    if (isOurs) await transaction.store.put(draft);
    await transaction.done;
    return isOurs ? "kept" : "changedElsewhere";
  },
  editions: async () => (await database()).getAll("editions"),
  saveEdition: async (edition) => {
    await (await database()).put("editions", edition);
  },
};
