import type { DBSchema, IDBPDatabase } from "idb";
import {
  type DraftEntry,
  type DraftToKeep,
  entryOf,
  isOfThisShape,
  revisionOf,
  type StoredDraft,
  type StoredEntry,
} from "./draft-record.ts";
import { type Database, databaseOf } from "./open-database.ts";

/** An edition file that the user loaded. */
export type StoredEdition = { readonly id: string; readonly text: string };

export type Keeping =
  | { readonly outcome: "kept"; readonly revision: number; readonly savedAt: number }
  /** Another page has kept a newer state meanwhile; nothing was written. */
  | { readonly outcome: "changedElsewhere" };

/** The drafts and loaded editions of this browser. Every call rejects when the browser refuses or does not answer. */
export type DraftStore = {
  /** Opens the database before there is work for it; a failure is told by the work. */
  readonly openAhead: () => void;
  /** Newest first; those put away are among them. */
  readonly list: () => Promise<DraftEntry[]>;
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
  drafts: { key: string; value: StoredDraft };
  /** Of each draft its entry in the list, written in the same transaction. */
  entries: { key: string; value: StoredEntry };
  editions: { key: string; value: StoredEdition };
};

/** The drafts in IndexedDB. `writer` names this page; `limit` is how long the browser may take to answer. */
export function draftStore(writer: string, limit?: () => number): DraftStore {
  const database: Database<Shelves> = databaseOf<Shelves>(
    "nianbao",
    2,
    (db, before) => {
      if (before < 1) {
        db.createObjectStore("drafts", { keyPath: "id" });
        db.createObjectStore("editions", { keyPath: "id" });
      }
      // Those of drafts that are there already are made when the list is asked for.
      db.createObjectStore("entries", { keyPath: "id" });
    },
    limit,
  );
  return {
    openAhead: () => void database(async () => undefined).catch(() => undefined),
    list: () => list(database),
    load: (id) => database((db) => db.get("drafts", id)),
    save: (draft, known) => database((db) => keep(db, draft, known, writer)),
    mark: (id, mark) =>
      database(async (db) => {
        const shelves = shelvesFor(db, { durability: "strict" });
        const before = await shelves.drafts.get(id);
        if (before) await shelves.put({ ...before, ...mark });
        await shelves.done;
      }),
    remove: (ids) =>
      database(async (db) => {
        const { drafts, entries, done } = shelvesFor(db);
        await Promise.all([...ids.flatMap((id) => [drafts.delete(id), entries.delete(id)]), done]);
      }),
    editions: () => database((db) => db.getAll("editions")),
    saveEdition: (edition) => database(async (db) => void (await db.put("editions", edition))),
    removeEdition: (id) => database((db) => db.delete("editions", id)),
  };
}

/** Drafts and their entries, to be written together or not at all. */
function shelvesFor(db: IDBPDatabase<Shelves>, options?: IDBTransactionOptions) {
  const transaction = db.transaction(["drafts", "entries"], "readwrite", options);
  // A refused request rejects on its own; nobody waits for the rest of the transaction then.
  transaction.done.catch(() => undefined);
  const [drafts, entries] = [transaction.objectStore("drafts"), transaction.objectStore("entries")];
  return {
    drafts,
    entries,
    /** Ends the transaction: all is with the browser in one go, and a page that dies then loses nothing of it. */
    put: async (draft: StoredDraft): Promise<void> => {
      // What is refused ends the transaction, and that says so.
      drafts.put(draft).catch(() => undefined);
      entries.put(entryOf(draft)).catch(() => undefined);
      transaction.commit();
      await transaction.done;
    },
    done: transaction.done,
  };
}

/** The entries of all drafts. Texts are read only of those without an entry of this program's shape. */
async function list(database: Database<Shelves>): Promise<DraftEntry[]> {
  const [ids, entries] = await database((db) => {
    const transaction = db.transaction(["drafts", "entries"]);
    return Promise.all([
      transaction.objectStore("drafts").getAllKeys(),
      transaction.objectStore("entries").getAll(),
    ]);
  });
  const known = new Map(entries.filter(isOfThisShape).map((entry) => [entry.id, entry]));
  const listed: DraftEntry[] = [];
  for (const id of ids) {
    // One after another, each in its own time: many long drafts together may take longer than a browser is given.
    const entry = known.get(id) ?? (await database((db) => enter(db, id)));
    if (entry) listed.push(entry);
  }
  return listed.sort((a, b) => b.savedAt - a.savedAt);
}

/** Makes the entry of a draft; undefined if the draft is gone. On a full disk it is made anew the next time. */
async function enter(db: IDBPDatabase<Shelves>, id: string): Promise<DraftEntry | undefined> {
  const { drafts, entries, done } = shelvesFor(db);
  const draft = await drafts.get(id);
  if (!draft) return undefined;
  const entry = entryOf(draft);
  try {
    await entries.put(entry);
    await done;
  } catch {
    return entry;
  }
  return entry;
}

async function keep(
  db: IDBPDatabase<Shelves>,
  draft: DraftToKeep,
  known: number | undefined,
  writer: string,
): Promise<Keeping> {
  const shelves = shelvesFor(db, { durability: "strict" });
  const isOurs = (state: DraftEntry): boolean => revisionOf(state) === known || state.writer === writer;
  const entry = await shelves.entries.get(draft.id);
  // The entry says as much as the draft, without its long text. What it does not know, or speaks against, the draft says.
  const isEnough = entry !== undefined && isOfThisShape(entry) && isOurs(entry);
  const before = isEnough ? entry : await shelves.drafts.get(draft.id);
  // Without it the database was emptied under the page: what is typed is kept all the same.
  if (before && !isOurs(before)) {
    await shelves.done;
    return { outcome: "changedElsewhere" };
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
  await shelves.put(record);
  await shelves.done;
  const found = await db.get("drafts", draft.id);
  const isThere =
    found !== undefined &&
    (revisionOf(found) > revision || (found.text === draft.text && found.revision === revision));
  if (!isThere) throw Object.assign(new Error("read back something else"), { name: "NotKept" });
  return { outcome: "kept", revision, savedAt: record.savedAt };
}
