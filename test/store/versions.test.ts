import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { type Version, versionStore } from "../../src/store/versions.ts";
import "fake-indexeddb/auto";

const dayLong = 24 * 60 * 60_000;
const noon = new Date(2026, 0, 5, 12).getTime();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test("versions come back latest first by their count, whatever the clock said, and draft by draft", async () => {
  const store = versionStore();
  const keep = (draft: string, text: string, at: number) =>
    store.keep({ draft, text, title: "", at, reason: "time" });
  await keep("draft-1", "甲", noon);
  await keep("draft-2", "别的", noon);
  await keep("draft-1", "乙", noon - 10 * dayLong);
  expect((await store.of("draft-1")).map(({ text }) => text)).toEqual(["乙", "甲"]);
  await store.removeAllOf(["draft-1"]);
  expect(await store.of("draft-1")).toEqual([]);
  expect(await store.of("draft-2")).toHaveLength(1);
});

test("what is the same as the latest version is not kept twice", async () => {
  const store = versionStore();
  for (const text of ["甲", "甲", "乙", "甲"]) {
    await store.keep({ draft: "draft-1", text, title: "", at: noon, reason: "restore" });
  }
  expect((await store.of("draft-1")).map(({ text }) => text)).toEqual(["甲", "乙", "甲"]);
});

test("but a great change that comes after it is noted of it, for what was kept before one stays longer", async () => {
  const store = versionStore();
  for (const reason of ["time", "restore", "time"] as const) {
    await store.keep({ draft: "draft-1", text: "甲", title: "", at: noon, reason });
  }
  expect((await store.of("draft-1")).map(({ reason }) => reason)).toEqual(["restore"]);
});

test("versions that an earlier program kept are counted with the others", async () => {
  const opening = indexedDB.open("nianbao-versions", 1);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore("versions", { autoIncrement: true }).createIndex("draft", "draft");
  await new Promise((resolve) => opening.addEventListener("success", resolve));
  const transaction = opening.result.transaction("versions", "readwrite");
  const earlier: Omit<Version, "text"> = { draft: "draft-1", title: "", at: noon, reason: "time" };
  for (const text of ["甲".repeat(40), "乙".repeat(40)])
    transaction.objectStore("versions").add({ ...earlier, text });
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  opening.result.close();
  const store = versionStore(undefined, { ofDraft: 1000, ofAll: 100 });
  expect((await store.of("draft-1")).map(({ key }) => key)).toEqual([2, 1]);
  await store.keep({ ...earlier, draft: "draft-2", text: "丙".repeat(40) });
  expect((await store.of("draft-1")).map(({ key }) => key)).toEqual([2]);
});

test("what the browser holds of a draft that is worked on for half a year stays bounded", async () => {
  const store = versionStore();
  const most = { versions: 0, characters: 0 };
  for (let day = 1; day <= 180; day += 1) {
    for (const hour of [1, 4, 7]) {
      const reason = day % 20 === 0 ? "edition" : "time";
      const text = `${day}日${hour}时${"文".repeat(1000)}`;
      await store.keep({
        draft: "draft-1",
        text,
        title: "",
        at: noon + day * dayLong + hour * 3_600_000,
        reason,
      });
    }
    if (day % 30 !== 0) continue;
    const kept = await store.of("draft-1");
    most.versions = Math.max(most.versions, kept.length);
    most.characters = Math.max(
      most.characters,
      kept.reduce((sum, { text }) => sum + text.length, 0),
    );
  }
  // Sixty days, and at the most ten that are the last, and ten before great changes.
  expect(most.versions).toBeGreaterThan(60);
  expect(most.versions).toBeLessThanOrEqual(80);
  expect(most.characters).toBeLessThan(80 * 1010);
});
