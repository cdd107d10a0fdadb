import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serialiseDraft } from "../../src/report/file/serialise.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { opened, sample, sampleNames } from "../fixtures/reports.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = { [key: string]: Json };

/** Every object of a draft in which a key of another program may stand. */
function holdersOf(value: Json): Holder[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(holdersOf);
  return [value, ...Object.values(value).flatMap(holdersOf)];
}

/** Keys no draft uses; those of the prototype among them, but `__proto__`, which is refused. */
const keys = fc.oneof(
  fc.constantFrom("x-note", "备注", "constructor", "toString", "hasOwnProperty", "Type", "type ", "1"),
  fc.string({ minLength: 1, maxLength: 8 }).map((key) => `x${key}`),
);

const values = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes("__proto__"));

/**
 * Puts keys into any object of a draft but its maps: what stands directly in `narrative` is a narrative, and in
 * `tables` a table, a row or a figure, whatever it is called.
 */
function spoil(draft: Holder, additions: readonly (readonly [number, string, Json])[]): void {
  const prior = draft.prior as Holder;
  const maps = new Set([draft.narrative, prior.narrative, ...holdersOf(draft.tables as Json)]);
  const free = holdersOf(draft).filter((holder) => !maps.has(holder));
  for (const [position, key, value] of additions) {
    const holder = free[position % free.length];
    if (holder && !Object.hasOwn(holder, key)) holder[key] = value;
  }
}

describe("keys the program does not know", () => {
  const anywhere = pinned(20250301, 150);
  it(`survive opening and saving at every level ${seedOf(anywhere)}`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleNames),
        fc.array(fc.tuple(fc.nat(10_000), keys, values), { minLength: 1, maxLength: 12 }),
        (name, additions) => {
          const draft = {
            ...(structuredClone(sample(name)) as unknown as Holder),
            prior: { year: 2019, narrative: { other: { type: "doc", content: [] } } },
            confirmations: [{ code: "a", cells: [], fingerprint: "", reason: "", date: "" }],
          };
          spoil(draft, additions as (readonly [number, string, Json])[]);
          const before = JSON.stringify(draft);
          expect(JSON.parse(serialiseDraft(opened(before)))).toEqual(JSON.parse(before));
        },
      ),
      anywhere,
    );
  });

  const cells = pinned(20250302, 100);
  it(`tables, rows and columns of another edition survive with them ${seedOf(cells)}`, () => {
    const name = fc.oneof(keys, fc.constantFrom("requests", "received", "naturalPerson"));
    const cell = fc.oneof(fc.constant(null), fc.integer(), fc.string({ maxLength: 6 }));
    const tables = fc.dictionary(name, fc.dictionary(name, fc.dictionary(name, cell)));
    fc.assert(
      fc.property(tables, (extra) => {
        const draft = sample("lixia-2020");
        const before = JSON.stringify({ ...draft, tables: { ...extra, ...draft.tables } });
        const text = serialiseDraft(opened(before));
        expect(JSON.parse(text)).toEqual(JSON.parse(before));
        expect(serialiseDraft(opened(text))).toBe(text);
      }),
      cells,
    );
  });
});
