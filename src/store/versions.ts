import type { DBSchema, IDBPDatabase } from "idb";
import { type Database, databaseOf } from "./open-database.ts";
import { type MostCharacters, tooMany, type VersionEntry, type VersionReason } from "./version-bounds.ts";

/** An earlier state of a draft. */
export type Version = {
  readonly draft: string;
  /** The text of the draft file. */
  readonly text: string;
  readonly title: string;
  /** When it was kept as a version, in milliseconds. */
  readonly at: number;
  readonly reason: VersionReason;
};
/** `key` counts all versions of this browser: the greater one is the later, whatever the clock said. */
export type StoredVersion = Version & { readonly key: number };

type Shelves = DBSchema & {
  versions: { key: number; value: Version; indexes: { draft: string } };
  /** Of each version what decides whether it stays, written in the same transaction. */
  entries: { key: number; value: VersionEntry };
};

/** The earlier states of drafts. Every call rejects when the browser refuses or does not answer. */
export type VersionStore = {
  /** Latest first. */
  readonly of: (draft: string) => Promise<StoredVersion[]>;
  /**
   * Keeps a version and lets go those that are too many or too large, see `version-bounds.ts`. Where the latest one of the
   * draft says the same, it stays the only one; a great change that comes next is noted of it.
   */
  readonly keep: (version: Version) => Promise<void>;
  readonly removeAllOf: (drafts: readonly string[]) => Promise<void>;
};

/**
 * A database of its own, as the fonts have: raising the version of that of the drafts would close it in every
 * open tab, and a tab with the program of yesterday could no longer save what is typed there.
 *
 * @param limit how long the browser may take to answer
 */
export function versionStore(limit?: () => number, most?: MostCharacters): VersionStore {
  const database: Database<Shelves> = databaseOf<Shelves>(
    "nianbao-versions",
    2,
    async (db, before, _after, transaction) => {
      if (before < 1) db.createObjectStore("versions", { autoIncrement: true }).createIndex("draft", "draft");
      const entries = db.createObjectStore("entries", { keyPath: "key" });
      if (before !== 1) return;
      let cursor = await transaction.objectStore("versions").openCursor();
      for (; cursor; cursor = await cursor.continue()) await entries.put(entryOf(cursor.value, cursor.key));
    },
    limit,
  );
  return {
    of: (draft) =>
      database(async (db) => {
        const index = db.transaction("versions").store.index("draft");
        const [keys, versions] = await Promise.all([index.getAllKeys(draft), index.getAll(draft)]);
        return versions.map((version, place) => ({ ...version, key: keys[place] ?? 0 })).reverse();
      }),
    keep: (version) => database((db) => keep(db, version, most)),
    removeAllOf: (drafts) =>
      database(async (db) => {
        const shelves = shelvesFor(db);
        const all = await shelves.entries.getAll();
        await shelves.remove(all.filter(({ draft }) => drafts.includes(draft)).map(({ key }) => key));
        await shelves.done;
      }),
  };
}

/** Versions and their entries, to be written together or not at all. */
function shelvesFor(db: IDBPDatabase<Shelves>) {
  const transaction = db.transaction(["versions", "entries"], "readwrite");
  // A refused request rejects on its own; nobody waits for the rest of the transaction then.
  transaction.done.catch(() => undefined);
  const [versions, entries] = [transaction.objectStore("versions"), transaction.objectStore("entries")];
  return {
    versions,
    entries,
    put: async (version: Version, place?: number): Promise<VersionEntry> => {
      const entry = entryOf(version, await versions.put(version, place));
      await entries.put(entry);
      return entry;
    },
    remove: async (keys: Iterable<number>): Promise<void> => {
      for (const key of keys) {
        await versions.delete(key);
        await entries.delete(key);
      }
    },
    done: transaction.done,
  };
}

function entryOf({ draft, at, reason, text }: Version, key: number): VersionEntry {
  return { key, draft, at, reason, characters: text.length };
}

async function keep(
  db: IDBPDatabase<Shelves>,
  version: Version,
  most: MostCharacters | undefined,
): Promise<void> {
  const shelves = shelvesFor(db);
  const before = await shelves.entries.getAll();
  const latest = before.filter(({ draft }) => draft === version.draft).at(-1);
  const kept = latest && (await shelves.versions.get(latest.key));
  if (kept?.text !== version.text) {
    const entry = await shelves.put(version);
    await shelves.remove(tooMany([...before, entry], version.at, most));
  } else if (kept.reason === "time" && version.reason !== "time") {
    await shelves.put({ ...kept, reason: version.reason }, latest?.key);
  }
  await shelves.done;
}
