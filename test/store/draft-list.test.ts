import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import type { DBSchema } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { entryOf, type StoredDraft, type StoredEntry } from "../../src/store/draft-record.ts";
import { type DraftStore, draftStore } from "../../src/store/drafts.ts";
import { databaseOf } from "../../src/store/open-database.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import "fake-indexeddb/auto";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const bureau = (number: number): StoredDraft => ({
  id: `draft-${number}`,
  text: `{"organisation":"青禾县第${number}局"}`,
  title: `青禾县第${number}局2025年年报`,
  savedAt: 1000 * number,
  revision: number,
});

async function opened(version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("nianbao", version);
    opening.onupgradeneeded = () => upgrade?.(opening.result);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** Writes into the browser's database past the program. */
async function write(database: IDBDatabase, shelf: string, records: readonly object[]): Promise<void> {
  const transaction = database.transaction(shelf, "readwrite");
  for (const record of records) transaction.objectStore(shelf).put(record);
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
}

/** The database as the program before the entries made it. */
const earlierDatabase = (): Promise<IDBDatabase> =>
  opened(1, (database) => {
    database.createObjectStore("drafts", { keyPath: "id" }).createIndex("savedAt", "savedAt");
    database.createObjectStore("editions", { keyPath: "id" });
  });

async function allOn<Kept>(shelf: "drafts" | "entries"): Promise<Kept[]> {
  const database = await opened();
  const asked = database.transaction(shelf).objectStore(shelf).getAll();
  await new Promise((resolve) => asked.addEventListener("success", resolve));
  database.close();
  return asked.result;
}

/** What the list must be: of every draft that lies there its entry, newest first. */
async function truth(): Promise<StoredEntry[]> {
  return (await allOn<StoredDraft>("drafts")).map(entryOf).sort((a, b) => b.savedAt - a.savedAt);
}

/** Counts how many drafts are read whole. */
function textsRead(): () => number {
  let count = 0;
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
    if (this.name === "drafts") count += 1;
    return get.call(this, key as IDBValidKey);
  });
  const { getAll } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (this: IDBObjectStore, ...asked) {
    if (this.name === "drafts") count += 1000;
    return getAll.apply(this, asked as []);
  });
  return () => count;
}

describe("the list of drafts", () => {
  test("reads no text, however many drafts there are", async () => {
    const store = draftStore("page-1");
    for (let number = 1; number <= 60; number += 1) await store.save(bureau(number), undefined);
    const read = textsRead();
    expect(await store.list()).toHaveLength(60);
    expect(read()).toBe(0);
  });

  test("is made once of the drafts that an earlier program kept, newest first, and they stay as they lie", async () => {
    const drafts = [3, 1, 2].map(bureau);
    await write(await earlierDatabase(), "drafts", drafts);
    const store = draftStore("page-1");
    const read = textsRead();
    expect((await store.list()).map(({ title }) => title)).toEqual(
      [3, 2, 1].map((number) => bureau(number).title),
    );
    expect(read()).toBe(3);
    expect(await store.list()).toHaveLength(3);
    expect(read()).toBe(3);
    for (const draft of drafts) expect(await store.load(draft.id)).toEqual(draft);
  });

  test("goes on where making it was broken off", async () => {
    await write(await earlierDatabase(), "drafts", [1, 2, 3].map(bureau));
    const broken = breakPut(2);
    // The entry that could not be written is listed all the same: the disk may be full.
    expect(await draftStore("page-1").list()).toEqual(await truth());
    broken.mockRestore();
    const read = textsRead();
    expect(await draftStore("page-2").list()).toEqual([3, 2, 1].map((number) => entryOf(bureau(number))));
    expect(read()).toBe(1);
  });

  test("makes an entry of another shape anew from its draft", async () => {
    const store = draftStore("page-1");
    await store.save(bureau(1), undefined);
    await write(await opened(), "entries", [{ id: "draft-1", title: "别的写法", savedAt: 1, shape: 0 }]);
    expect(await store.list()).toEqual(await truth());
  });

  test("keeps no draft from being saved where an entry speaks against it, or stands alone", async () => {
    const store = draftStore("page-1");
    const foreign = { id: "draft-1", revision: 9, writer: "page-2", savedAt: 1, shape: 1 };
    await store.save(bureau(1), undefined);
    await write(await opened(), "entries", [foreign]);
    expect(await store.save(bureau(1), 1)).toMatchObject({ outcome: "kept", revision: 2 });
    await store.remove(["draft-1"]);
    await write(await opened(), "entries", [foreign]);
    expect(await store.save(bureau(1), 2)).toMatchObject({ outcome: "kept", revision: 3 });
    expect(await store.list()).toEqual(await truth());
  });

  test("is made while a page with the program of yesterday is open, which is then told of the newer one", async () => {
    type Shelves = DBSchema & { drafts: { key: string; value: StoredDraft } };
    const yesterday = databaseOf<Shelves>("nianbao", 1, (database) => {
      database.createObjectStore("drafts", { keyPath: "id" });
    });
    await yesterday((database) => database.put("drafts", bureau(1)));
    expect(await draftStore("page-1").list()).toEqual([entryOf(bureau(1))]);
    await expect(yesterday((database) => database.put("drafts", bureau(2)))).rejects.toMatchObject({
      name: "VersionError",
    });
  });
});

type Act =
  | { readonly does: "edit" | "editFromAnOlderState" | "copy" | "putAway" | "takeBack" | "rename" | "remove" }
  | { readonly does: "breakOff"; readonly atPut: number };
type Step = { readonly page: 0 | 1; readonly draft: number; readonly act: Act };

const steps = fc.array(
  fc.record({
    page: fc.constantFrom(0 as const, 1 as const),
    draft: fc.nat({ max: 3 }),
    act: fc.oneof(
      fc.record({
        does: fc.constantFrom(
          "edit" as const,
          "edit" as const,
          "editFromAnOlderState" as const,
          "copy" as const,
          "putAway" as const,
          "takeBack" as const,
          "rename" as const,
          "remove" as const,
        ),
      }),
      fc.record({ does: fc.constant("breakOff" as const), atPut: fc.integer({ min: 1, max: 2 }) }),
    ),
  }),
  { minLength: 1, maxLength: 25 },
);

/** From now on the writing of that number is broken off, as by a crash, until the spy is taken away. */
function breakPut(number: number) {
  const { put } = IDBObjectStore.prototype;
  let puts = 0;
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value) {
    puts += 1;
    const request = put.call(this, value);
    if (puts === number) this.transaction.abort();
    return request;
  });
}

/** Saves and is broken off at its first or second writing, as by a crash: nothing of it may stand. */
async function brokenOff(atPut: number, save: () => Promise<unknown>): Promise<void> {
  const broken = breakPut(atPut);
  await save().catch(() => undefined);
  broken.mockRestore();
}

async function doStep(stores: readonly DraftStore[], { page, draft, act }: Step, count: number) {
  const store = stores[page] as DraftStore;
  const id = `draft-${draft}`;
  const stored = await store.load(id);
  const filled = {
    organisation: "青禾县档案局",
    year: 2025,
    filled: count,
    inputs: 166,
    problems: count % 3,
  };
  const next = { id, text: `第${count}次`, title: `标题${count}`, summary: filled };
  switch (act.does) {
    case "edit":
      return store.save(next, stored?.revision);
    case "editFromAnOlderState":
      return store.save(next, (stored?.revision ?? 1) - 1);
    case "copy":
      return stored && store.save({ ...stored, id: `draft-${(draft + 1) % 4}` }, undefined);
    case "putAway":
      return store.mark(id, { deletedAt: count });
    case "takeBack":
      return store.mark(id, { deletedAt: undefined });
    case "rename":
      return store.mark(id, { label: `名称${count}` });
    case "remove":
      return store.remove([id]);
    case "breakOff":
      return brokenOff(act.atPut, () => store.save(next, stored?.revision));
  }
}

const runs = pinned(20261122, 150);

test(`each entry of the list is that of its draft, whatever two pages do with them ${seedOf(runs)}`, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (done) => {
      globalThis.indexedDB = new IDBFactory();
      const stores = [draftStore("page-0"), draftStore("page-1")];
      for (const [count, step] of done.entries()) {
        await doStep(stores, step, count);
        // Written together: nothing is made anew for the list, and no entry outlives its draft.
        expect((await allOn<StoredEntry>("entries")).sort((a, b) => b.savedAt - a.savedAt)).toEqual(
          await truth(),
        );
        for (const store of stores) expect(await store.list()).toEqual(await truth());
      }
    }),
    runs,
  );
});
