import type { DBSchema, IDBPDatabase } from "idb";
import { type Database, databaseOf } from "./open-database.ts";

/** What the list of drafts shows of a report, as it stood when it was kept. */
export type DraftSummary = {
  readonly organisation: string;
  readonly year: number;
  /** Inputs that hold something, and all inputs. */
  readonly filled: number;
  readonly inputs: number;
  /** Findings that are errors. */
  readonly problems: number;
};

/** A draft as a page hands it over to be kept. */
export type DraftToKeep = {
  readonly id: string;
  /** The text of the draft file, so that what is kept is exactly what would be saved. */
  readonly text: string;
  readonly title: string;
  readonly summary?: DraftSummary | undefined;
  /** Stands for the bytes of the file that the draft was opened from. */
  readonly source?: string | undefined;
};

/** A draft as it lies in the browser. What is optional was not noted by earlier programs. */
export type StoredDraft = DraftToKeep & {
  /** When it was kept, in milliseconds: for people. Clocks stand and run back; which state is newer says `revision`. */
  readonly savedAt: number;
  /** Counts the states of the draft. */
  readonly revision?: number | undefined;
  /** The page that kept it. */
  readonly writer?: string | undefined;
  /** What the clerk calls the draft in the list. */
  readonly label?: string | undefined;
  /** When it was put away, in milliseconds; it can be taken back for a while. */
  readonly deletedAt?: number | undefined;
};

/** An edition file that the user loaded. */
export type StoredEdition = { readonly id: string; readonly text: string };

export type Keeping =
  | { readonly outcome: "kept"; readonly revision: number; readonly savedAt: number }
  /** Another page has kept a newer state meanwhile; nothing was written. */
  | { readonly outcome: "changedElsewhere"; readonly stored: StoredDraft };

/** The drafts and loaded editions of this browser. Every call rejects when the browser refuses or does not answer. */
export type DraftStore = {
  /** Newest first; those put away are among them. */
  readonly all: () => Promise<StoredDraft[]>;
  readonly load: (id: string) => Promise<StoredDraft | undefined>;
  /**
   * Keeps a draft as its next state and reads it back. `known` is the revision that the caller last kept or loaded
   * (`revisionOf`), undefined for a draft that was never kept. A state that another page kept meanwhile is not
   * written over; one of this page, whose answer never came, is.
   */
  readonly save: (draft: DraftToKeep, known: number | undefined) => Promise<Keeping>;
  /** Names a draft, puts it away or takes it back; it stays the same state. */
  readonly mark: (id: string, mark: Pick<StoredDraft, "label" | "deletedAt">) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly editions: () => Promise<StoredEdition[]>;
  readonly saveEdition: (edition: StoredEdition) => Promise<void>;
  readonly removeEdition: (id: string) => Promise<void>;
};

type Shelves = DBSchema & {
  drafts: { key: string; value: StoredDraft; indexes: { savedAt: number } };
  editions: { key: string; value: StoredEdition };
};

/** The revision of a stored draft; those of earlier programs had none. */
export function revisionOf(stored: StoredDraft): number {
  return stored.revision ?? 0;
}

/** The drafts in IndexedDB. `writer` names this page; `limit` is how long the browser may take to answer. */
export function draftStore(writer: string, limit?: () => number): DraftStore {
  const database: Database<Shelves> = databaseOf<Shelves>(
    "nianbao",
    1,
    (db) => {
      db.createObjectStore("drafts", { keyPath: "id" }).createIndex("savedAt", "savedAt");
      db.createObjectStore("editions", { keyPath: "id" });
    },
    limit,
  );
  return {
    all: async () => (await database((db) => db.getAllFromIndex("drafts", "savedAt"))).reverse(),
    load: (id) => database((db) => db.get("drafts", id)),
    save: (draft, known) => database((db) => keep(db, draft, known, writer)),
    mark: (id, mark) =>
      database(async (db) => {
        const transaction = db.transaction("drafts", "readwrite", { durability: "strict" });
        const before = await transaction.store.get(id);
        if (before) await transaction.store.put({ ...before, ...mark });
        await transaction.done;
      }),
    remove: (ids) =>
      database(async (db) => {
        const transaction = db.transaction("drafts", "readwrite");
        await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
      }),
    editions: () => database((db) => db.getAll("editions")),
    saveEdition: (edition) => database(async (db) => void (await db.put("editions", edition))),
    removeEdition: (id) => database((db) => db.delete("editions", id)),
  };
}

async function keep(
  db: IDBPDatabase<Shelves>,
  draft: DraftToKeep,
  known: number | undefined,
  writer: string,
): Promise<Keeping> {
  const transaction = db.transaction("drafts", "readwrite", { durability: "strict" });
  // A refused request rejects on its own; nobody waits for the rest of the transaction then.
  transaction.done.catch(() => undefined);
  const before = await transaction.store.get(draft.id);
  // Without it the database was emptied under the page: what is typed is kept all the same.
  const isOurs = before === undefined || revisionOf(before) === known || before.writer === writer;
  if (!isOurs) {
    await transaction.done;
    return { outcome: "changedElsewhere", stored: before };
  }
  const revision = Math.max(known ?? 0, before ? revisionOf(before) : 0) + 1;
  const record: StoredDraft = {
    ...draft,
    source: draft.source ?? before?.source,
    label: before?.label,
    savedAt: Date.now(),
    revision,
    writer,
  };
  await transaction.store.put(record);
  await transaction.done;
  const found = await db.get("drafts", draft.id);
  const isThere =
    found !== undefined &&
    (revisionOf(found) > revision || (found.text === draft.text && found.revision === revision));
  if (!isThere) throw Object.assign(new Error("read back something else"), { name: "NotKept" });
  return { outcome: "kept", revision, savedAt: record.savedAt };
}
