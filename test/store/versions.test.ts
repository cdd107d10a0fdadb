import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { type StoredVersion, tooMany, versionStore } from "../../src/store/versions.ts";
import "fake-indexeddb/auto";

const dayLong = 24 * 60 * 60_000;
const noon = new Date(2026, 0, 5, 12).getTime();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function version(key: number, changed: Partial<StoredVersion> = {}): StoredVersion {
  return { key, draft: "draft-1", text: `状态${key}`, title: "", at: noon, reason: "time", ...changed };
}

describe("of the versions of a draft stay", () => {
  test("the last ten", () => {
    const versions = Array.from({ length: 25 }, (_, place) => version(place + 1));
    expect(tooMany(versions).sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, key) => key + 1));
  });

  test("and the last one of each day", () => {
    const before = [1, 2, 3, 4].map((key) => version(key, { at: noon - (key < 3 ? 2 : 1) * dayLong }));
    const today = Array.from({ length: 10 }, (_, place) => version(place + 5));
    expect(tooMany([...before, ...today]).sort()).toEqual([1, 3]);
  });

  test("for sixty days and no longer", () => {
    const daily = Array.from({ length: 63 }, (_, place) =>
      version(place + 1, { at: noon + place * dayLong }),
    );
    expect(tooMany(daily).sort()).toEqual([1, 2, 3]);
  });

  test("and those kept before a great change", () => {
    const before = [version(1, { reason: "edition" }), version(2)];
    const later = Array.from({ length: 12 }, (_, place) => version(place + 3));
    expect(tooMany([...before, ...later]).sort()).toEqual([2, 3, 4]);
  });

  test("of those that are too large together the oldest go, the newest two never", () => {
    const large = "表".repeat(15_000_000);
    const versions = [1, 2, 3, 4].map((key) => version(key, { text: large }));
    expect(tooMany(versions)).toEqual([2, 1]);
    const larger = "表".repeat(50_000_000);
    expect(tooMany([1, 2, 3].map((key) => version(key, { text: larger })))).toEqual([1]);
  });
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

test("a year of work stays bounded: 2,000 versions kept leave at most 80", async () => {
  const kept: StoredVersion[] = [];
  for (let key = 1; key <= 2000; key += 1) {
    const at = noon + key * (dayLong / 8);
    kept.push(version(key, { at, reason: key % 50 === 0 ? "edition" : "time" }));
    const gone = new Set(tooMany(kept));
    kept.splice(0, kept.length, ...kept.filter((one) => !gone.has(one.key)));
  }
  expect(kept.length).toBeLessThanOrEqual(80);
  expect(kept.length).toBeGreaterThan(60);
});
