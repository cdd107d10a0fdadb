import type { DBSchema } from "idb";
import { databaseOf } from "./open-database.ts";

/** Why a version was kept: time has passed, or what comes next changes much at once. */
export type VersionReason =
  | "time"
  | "lastYear"
  | "edition"
  | "restore"
  | "migration"
  | "takeOver"
  /** It could not be read, and was set aside as it lay there. */
  | "unreadable";

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
};

/** The earlier states of drafts. Every call rejects when the browser refuses or does not answer. */
export type VersionStore = {
  /** Latest first. */
  readonly of: (draft: string) => Promise<StoredVersion[]>;
  /** Keeps a version, unless the latest one of the draft says the same, and lets go those that are too many. */
  readonly keep: (version: Version) => Promise<void>;
  readonly removeAllOf: (drafts: readonly string[]) => Promise<void>;
};

/**
 * A database of its own, as the fonts have: raising the version of that of the drafts would close it in every
 * open tab, and a tab with the program of yesterday could no longer save what is typed there.
 */
export function versionStore(limit?: () => number): VersionStore {
  const database = databaseOf<Shelves>(
    "nianbao-versions",
    1,
    (db) => {
      db.createObjectStore("versions", { autoIncrement: true }).createIndex("draft", "draft");
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
    keep: (version) =>
      database(async (db) => {
        const transaction = db.transaction("versions", "readwrite");
        transaction.done.catch(() => undefined);
        const index = transaction.store.index("draft");
        const keys = await index.getAllKeys(version.draft);
        const before = (await index.getAll(version.draft)).map((kept, place) => ({
          ...kept,
          key: keys[place] ?? 0,
        }));
        if (before.at(-1)?.text !== version.text) {
          const key = await transaction.store.add(version);
          for (const gone of tooMany([...before, { ...version, key }])) await transaction.store.delete(gone);
        }
        await transaction.done;
      }),
    removeAllOf: (drafts) =>
      database(async (db) => {
        const transaction = db.transaction("versions", "readwrite");
        transaction.done.catch(() => undefined);
        for (const draft of drafts) {
          for (const key of await transaction.store.index("draft").getAllKeys(draft)) {
            await transaction.store.delete(key);
          }
        }
        await transaction.done;
      }),
  };
}

const latestKept = 10;
const daysKept = 60;
/** Of one draft, in characters: pictures in texts must not fill the disk. */
const mostCharacters = 40_000_000;

/**
 * The keys of the versions to let go: all but the last ten, the last ten of those kept before a great change, and
 * the last one of each of 60 days; of these the oldest, while they are too large together. The newest two stay.
 */
export function tooMany(oldestFirst: readonly StoredVersion[]): number[] {
  const latestFirst = [...oldestFirst].reverse();
  const days = new Map<string, number>();
  for (const { key, at } of latestFirst) {
    const day = new Date(at).toDateString();
    if (!days.has(day) && days.size < daysKept) days.set(day, key);
  }
  const marked = latestFirst.filter(({ reason }) => reason !== "time").slice(0, latestKept);
  const stay = new Set([
    ...latestFirst.slice(0, latestKept).map(({ key }) => key),
    ...marked.map(({ key }) => key),
    ...days.values(),
  ]);
  let characters = 0;
  return latestFirst
    .filter(({ key, text }, place) => {
      if (!stay.has(key)) return true;
      characters += text.length;
      return place >= 2 && characters > mostCharacters;
    })
    .map(({ key }) => key);
}
