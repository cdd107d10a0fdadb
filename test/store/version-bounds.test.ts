import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { tooMany, type VersionEntry, type VersionReason } from "../../src/store/version-bounds.ts";
import { type StoredVersion, versionStore } from "../../src/store/versions.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import "fake-indexeddb/auto";

const dayLong = 24 * 60 * 60_000;
const noon = new Date(2026, 0, 5, 12).getTime();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function version(key: number, changed: Partial<VersionEntry> = {}): VersionEntry {
  return { key, draft: "draft-1", characters: 10, at: noon, reason: "time", ...changed };
}

const goneOf = (versions: readonly VersionEntry[], most?: Parameters<typeof tooMany>[2]): number[] =>
  [...tooMany(versions, noon, most)].sort((a, b) => a - b);

describe("of the versions of a draft stay", () => {
  test("the last ten", () => {
    const versions = Array.from({ length: 25 }, (_, place) => version(place + 1));
    expect(goneOf(versions)).toEqual(Array.from({ length: 15 }, (_, key) => key + 1));
  });

  test("and the last one of each day", () => {
    const before = [1, 2, 3, 4].map((key) => version(key, { at: noon - (key < 3 ? 2 : 1) * dayLong }));
    const today = Array.from({ length: 10 }, (_, place) => version(place + 5));
    expect(goneOf([...before, ...today])).toEqual([1, 3]);
  });

  test("for sixty days and no longer", () => {
    const daily = Array.from({ length: 63 }, (_, place) =>
      version(place + 1, { at: noon + place * dayLong }),
    );
    expect(goneOf(daily)).toEqual([1, 2, 3]);
  });

  test("and those kept before a great change", () => {
    const before = [version(1, { reason: "edition" }), version(2)];
    const later = Array.from({ length: 12 }, (_, place) => version(place + 3));
    expect(goneOf([...before, ...later])).toEqual([2, 3, 4]);
  });

  test("of those that are too large together the oldest go, the newest two never", () => {
    const large = [1, 2, 3, 4].map((key) => version(key, { characters: 15_000_000 }));
    expect(goneOf(large)).toEqual([1, 2]);
    const larger = [1, 2, 3].map((key) => version(key, { characters: 45_000_000 }));
    expect(goneOf(larger)).toEqual([1]);
  });

  test("a year of work stays bounded: 2,000 versions kept leave at most 80", () => {
    const kept: VersionEntry[] = [];
    for (let key = 1; key <= 2000; key += 1) {
      const at = noon + key * (dayLong / 8);
      kept.push(version(key, { at, reason: key % 50 === 0 ? "edition" : "time" }));
      const gone = tooMany(kept, at);
      kept.splice(0, kept.length, ...kept.filter((one) => !gone.has(one.key)));
    }
    expect(kept.length).toBeLessThanOrEqual(80);
    expect(kept.length).toBeGreaterThan(60);
  });
});

describe("of the versions of all drafts that are too large together go", () => {
  const most = { ofDraft: 1000, ofAll: 60 };
  const of = (draft: number, key: number, changed: Partial<VersionEntry> = {}): VersionEntry =>
    version(key, { draft: `draft-${draft}`, ...changed });

  test("none while there is room", () => {
    const versions = [1, 2, 3, 4, 5, 6].map((key) => of(key % 3, key));
    expect(goneOf(versions, most)).toEqual([]);
    expect(goneOf([...versions, of(9, 7)], most)).toEqual([1]);
  });

  test("those of the draft that rested longest, the oldest first, and its newest stays", () => {
    const versions = [
      of(1, 1),
      of(2, 2),
      of(2, 3),
      of(2, 4),
      of(1, 5),
      of(1, 6),
      of(3, 7),
      of(3, 8),
      of(3, 9),
    ];
    expect(goneOf(versions, most)).toEqual([1, 2, 3]);
  });

  test("not what was kept before a great change, for 30 days", () => {
    const restored = (days: number) => of(1, 1, { reason: "restore", at: noon - days * dayLong });
    const others = [2, 3, 4, 5, 6, 7].map((key) => of(1, key));
    expect(goneOf([restored(30), ...others], most)).toEqual([2]);
    expect(goneOf([restored(31), ...others], most)).toEqual([1]);
  });
});

type Step = {
  readonly draft: number;
  readonly length: number;
  readonly reason: VersionReason;
  /** How the clock went since the step before, in hours; it may run back. */
  readonly hours: number;
  readonly removes: boolean;
};

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    draft: fc.nat({ max: 4 }),
    length: fc.integer({ min: 1, max: 120 }),
    reason: fc.constantFrom<VersionReason>("time", "time", "time", "restore", "edition"),
    hours: fc.constantFrom(0, 1, 30, 24 * 12, -50),
    removes: fc.constantFrom(false, false, false, false, false, false, false, false, true),
  }),
  { minLength: 10, maxLength: 40 },
);
const runs = pinned(20261123, 40);
const drafts = [0, 1, 2, 3, 4].map((number) => `draft-${number}`);
const most = { ofDraft: 300, ofAll: 400 };
const sizeOf = (versions: readonly StoredVersion[]): number =>
  versions.reduce((sum, { text }) => sum + text.length, 0);

test(`whatever is kept, in what order and by what clock, all versions together stay within their room, or only those are left that nothing takes ${seedOf(runs)}`, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (done) => {
      globalThis.indexedDB = new IDBFactory();
      const store = versionStore(undefined, most);
      const keptOf = (): Promise<StoredVersion[][]> => Promise.all(drafts.map((draft) => store.of(draft)));
      let [at, after] = [noon, await keptOf()];
      for (const [count, { draft, length, reason, hours, removes }] of done.entries()) {
        const id = `draft-${draft}`;
        at += hours * 3_600_000;
        const before = after;
        if (removes) {
          await store.removeAllOf([id]);
          after = await keptOf();
          expect(after.flat()).toEqual(before.flat().filter((kept) => kept.draft !== id));
          continue;
        }
        const text = `${count}：`.padEnd(length, "文");
        await store.keep({ draft: id, text, title: "", at, reason });
        after = await keptOf();
        const spared = (kept: StoredVersion): boolean =>
          kept.reason !== "time" && at - kept.at <= 30 * dayLong;
        // What was kept just now is there, and so is the newest of each other draft.
        expect(after[draft]?.[0]?.text).toBe(text);
        for (const [other, versions] of before.entries())
          if (other !== draft) expect(after[other]?.[0]).toEqual(versions[0]);
        // Of the other drafts nothing goes that is spared, and nothing at all while there is room.
        const others = before.flat().filter((kept) => kept.draft !== id);
        const gone = others.filter((kept) => !after.flat().some(({ key }) => key === kept.key));
        expect(gone.filter(spared)).toEqual([]);
        if (sizeOf(before.flat()) + text.length <= most.ofAll) expect(gone).toEqual([]);
        const takeable = after.flatMap((versions) => versions.slice(1)).filter((kept) => !spared(kept));
        if (sizeOf(after.flat()) > most.ofAll) expect(takeable).toEqual([]);
      }
    }),
    runs,
  );
}, 120_000);
