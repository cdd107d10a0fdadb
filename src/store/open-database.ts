import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from "idb";
import { inTime, noAnswer } from "./in-time.ts";

/** How long the browser may take to open or to answer, in milliseconds. A busy desk needs some seconds. */
const answerLimit = 8000;

/** A database of this browser: does work with it, in time. */
export type Database<Shelves extends DBSchema> = <Result>(
  work: (db: IDBPDatabase<Shelves>) => Promise<Result>,
) => Promise<Result>;

/**
 * A database of this browser, opened at the first piece of work and once. Opening that failed, and a database
 * that does not answer or was taken away, is opened anew for the next piece of work. Work rejects when the browser
 * refuses or does not answer within `limit` milliseconds.
 */
export function databaseOf<Shelves extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Shelves>["upgrade"]>,
  limit: () => number = () => answerLimit,
): Database<Shelves> {
  let opened: Promise<IDBPDatabase<Shelves>> | undefined;
  const forget = (): void => {
    const given = opened;
    opened = undefined;
    given?.then(
      (db) => db.close(),
      () => undefined,
    );
  };
  const open = async (): Promise<IDBPDatabase<Shelves>> =>
    openDB<Shelves>(name, version, {
      upgrade,
      // Another tab with a newer program must not wait for this one for ever.
      blocking: forget,
      terminated: () => {
        opened = undefined;
      },
    });
  return async (work) => {
    opened ??= open();
    const given = opened;
    try {
      return await inTime(
        limit(),
        given.then((db) => work(db)),
      );
    } catch (error) {
      if (opened === given && isOfDatabase(error, await settled(given))) forget();
      throw error;
    }
  };
}

/** Whether another opening may help: the database did not open, is closing, or does not answer. */
function isOfDatabase(error: unknown, isOpen: boolean): boolean {
  const name = error instanceof Error ? error.name : "";
  return !isOpen || ["InvalidStateError", "UnknownError", "NotFoundError", noAnswer].includes(name);
}

/** Whether the opening has succeeded by now. */
async function settled(opening: Promise<unknown>): Promise<boolean> {
  const notYet = Symbol();
  const now = await Promise.race([opening.catch(() => notYet), Promise.resolve(notYet)]);
  return now !== notYet;
}
