import type { DBSchema } from "idb";
import { databaseOf } from "./open-database.ts";

/** The browser's handle of a file on the disk; the part of it that is used. */
export type FileHandle = Pick<FileSystemFileHandle, "name" | "getFile" | "createWritable"> & {
  readonly queryPermission?: (wanted: { readonly mode: "readwrite" }) => Promise<PermissionState>;
  /** Asks the clerk; only right after a key or a press. */
  readonly requestPermission?: (wanted: { readonly mode: "readwrite" }) => Promise<PermissionState>;
};

/** The file on the disk into which a draft is saved again and again. */
export type KeptFile = {
  readonly draft: string;
  readonly handle: FileHandle;
  /** What may stand in the file without anybody else having changed it: what was read or written last. */
  readonly states: readonly string[];
};

type Shelves = DBSchema & { files: { key: string; value: KeptFile } };

/** The files of the drafts of this browser. Every call rejects when the browser refuses or does not answer. */
export type OwnFileStore = {
  readonly all: () => Promise<KeptFile[]>;
  readonly of: (draft: string) => Promise<KeptFile | undefined>;
  readonly keep: (file: KeptFile) => Promise<void>;
  readonly remove: (drafts: readonly string[]) => Promise<void>;
};

/** A database of its own, as the versions have: that of the drafts stays as it is. */
export function ownFileStore(limit?: () => number): OwnFileStore {
  const database = databaseOf<Shelves>(
    "nianbao-files",
    1,
    (db) => {
      db.createObjectStore("files", { keyPath: "draft" });
    },
    limit,
  );
  return {
    all: () => database((db) => db.getAll("files")),
    of: (draft) => database((db) => db.get("files", draft)),
    keep: (file) => database(async (db) => void (await db.put("files", file))),
    remove: (drafts) =>
      database(async (db) => {
        const transaction = db.transaction("files", "readwrite");
        await Promise.all([...drafts.map((draft) => transaction.store.delete(draft)), transaction.done]);
      }),
  };
}
