import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { draftStore } from "../../src/store/drafts.ts";
import { letGoOverdue } from "../../src/store/put-away.ts";
import { versionStore } from "../../src/store/versions.ts";
import "fake-indexeddb/auto";

const dayLong = 24 * 60 * 60_000;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const draft = { id: "draft-1", text: "{}", title: "青禾县档案局2025年年报" };

describe("keeping a draft", () => {
  test("counts its states, and gives back what was kept", async () => {
    const store = draftStore("page-1");
    expect(await store.save(draft, undefined)).toMatchObject({ outcome: "kept", revision: 1 });
    expect(await store.save({ ...draft, text: '{"a":1}' }, 1)).toMatchObject({ revision: 2 });
    expect(await store.load("draft-1")).toMatchObject({ text: '{"a":1}', revision: 2, title: draft.title });
  });

  test("a counter and not a clock says which state is newer: with a clock that stands, and one that runs back", async () => {
    const [mine, other] = [draftStore("page-1"), draftStore("page-2")];
    for (const now of [1000, 1000, 500]) {
      vi.spyOn(Date, "now").mockReturnValue(now);
      const known = (await mine.load("draft-1"))?.revision;
      await mine.save({ ...draft, text: `mine at ${now}` }, known);
      const seen = (await other.load("draft-1"))?.revision;
      await other.save({ ...draft, text: `other at ${now}` }, seen);
      const refused = await mine.save({ ...draft, text: "late" }, seen);
      expect(refused).toEqual({ outcome: "changedElsewhere" });
      expect((await mine.load("draft-1"))?.text).toBe(`other at ${now}`);
    }
  });

  test("a state of this page whose answer never came is written over, and counted", async () => {
    const store = draftStore("page-1");
    await store.save(draft, undefined);
    expect(await store.save({ ...draft, text: "later" }, undefined)).toMatchObject({ revision: 2 });
    expect(await draftStore("page-2").save({ ...draft, text: "other" }, 1)).toMatchObject({
      outcome: "changedElsewhere",
    });
  });

  test("a draft of an earlier program, which had no counter, is gone on with", async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("nianbao", 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("drafts", { keyPath: "id" }).createIndex("savedAt", "savedAt");
        opening.result.createObjectStore("editions", { keyPath: "id" });
      };
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = database.transaction("drafts", "readwrite");
    transaction.objectStore("drafts").put({ ...draft, savedAt: 7 });
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    database.close();
    const store = draftStore("page-1");
    expect(await store.save({ ...draft, text: "x" }, undefined)).toMatchObject({
      outcome: "changedElsewhere",
    });
    expect(await store.save({ ...draft, text: "x" }, 0)).toMatchObject({ outcome: "kept", revision: 1 });
  });

  test("is called kept only after it was read back", async () => {
    const store = draftStore("page-1");
    await store.save(draft, undefined);
    const { get } = IDBObjectStore.prototype;
    let reads = 0;
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
      reads += 1;
      // The second reading of a save is the one after its writing.
      return reads === 2 ? get.call(this, "nothing") : get.call(this, key as IDBValidKey);
    });
    await expect(store.save({ ...draft, text: "x" }, 1)).rejects.toMatchObject({ name: "NotKept" });
  });

  test("goes on where the database was deleted under the page", async () => {
    const store = draftStore("page-1");
    await store.save(draft, undefined);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase("nianbao").onsuccess = resolve;
    });
    expect(await store.save({ ...draft, text: "x" }, 1)).toMatchObject({ outcome: "kept", revision: 2 });
    expect((await store.load("draft-1"))?.text).toBe("x");
  });

  test("an aborted transaction rejects, and leaves the state before", async () => {
    const store = draftStore("page-1");
    await store.save(draft, undefined);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(function (this: IDBObjectStore, value) {
      const request = put.call(this, value);
      this.transaction.abort();
      return request;
    });
    await expect(store.save({ ...draft, text: "x" }, 1)).rejects.toThrow();
    expect((await store.load("draft-1"))?.text).toBe("{}");
    expect(await store.save({ ...draft, text: "x" }, 1)).toMatchObject({ outcome: "kept" });
  });

  test("a browser that never answers is not waited for, and is asked anew", async () => {
    await draftStore("page-0").save(draft, undefined);
    const store = draftStore("page-0", () => 50);
    // A request that is never answered: the listeners are put where nothing calls them.
    const silent = vi.spyOn(IDBRequest.prototype, "addEventListener").mockImplementation(() => undefined);
    await expect(store.save(draft, 1)).rejects.toMatchObject({ name: "NoAnswer" });
    silent.mockRestore();
    expect(await store.save(draft, 1)).toMatchObject({ outcome: "kept" });
  });

  test("where there is no database at all it rejects, and does not throw", async () => {
    Reflect.deleteProperty(globalThis, "indexedDB");
    await expect(draftStore("page-1").list()).rejects.toThrow();
  });
});

describe("drafts of the list", () => {
  test("keep the name that the clerk gave through every save", async () => {
    const store = draftStore("page-1");
    await store.save(draft, undefined);
    await store.mark("draft-1", { label: "给领导看的" });
    await store.save({ ...draft, text: "x" }, 1);
    expect(await store.load("draft-1")).toMatchObject({ label: "给领导看的", text: "x", revision: 2 });
  });

  test("stay 30 days after they were put away, with their versions, and are then let go", async () => {
    const [store, versions] = [draftStore("page-1"), versionStore()];
    await store.save(draft, undefined);
    const version = { draft: "draft-1", text: "a", title: "", at: 0, reason: "time" } as const;
    await versions.keep(version);
    const now = Date.now();
    await store.mark("draft-1", { deletedAt: now });
    await letGoOverdue(await store.list(), now + 29 * dayLong, store, versions);
    expect(await store.load("draft-1")).toBeDefined();
    expect(await versions.of("draft-1")).toHaveLength(1);
    await letGoOverdue(await store.list(), now + 31 * dayLong, store, versions);
    expect(await store.load("draft-1")).toBeUndefined();
    expect(await versions.of("draft-1")).toEqual([]);
  });

  test("come back when they are written again", async () => {
    const store = draftStore("page-1");
    await store.save(draft, undefined);
    await store.mark("draft-1", { deletedAt: 1 });
    await store.save({ ...draft, text: "x" }, 1);
    expect((await store.load("draft-1"))?.deletedAt).toBeUndefined();
  });
});
