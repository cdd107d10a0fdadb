import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from "idb";

/** A database of this browser, opened at the first call and once; a failed opening is tried again at the next. */
export function openedOnce<Shelves extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Shelves>["upgrade"]>,
): () => Promise<IDBPDatabase<Shelves>> {
  let opened: Promise<IDBPDatabase<Shelves>> | undefined;
  return () => {
    opened ??= openDB<Shelves>(name, version, {
      upgrade,
      // Another tab with a newer program must not wait for this one for ever.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        opened = undefined;
      },
      terminated: () => {
        opened = undefined;
      },
    }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
