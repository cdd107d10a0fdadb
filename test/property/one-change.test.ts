import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { cellsOf } from "../../src/check/finding.ts";
import { isInput } from "../../src/edition/cells.ts";
import type { CellValue, Draft } from "../../src/report/file/draft.ts";
import { line, reckonedCodes, wrongWith } from "../fixtures/arithmetic.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { cellsIn, edition, sample, sampleNames, withCells } from "../fixtures/reports.ts";

/** What the program finds, in the notation of the hand reckoning. */
function foundIn(draft: Draft): string[] {
  return check(edition(draft.edition), draft)
    .filter((finding) => reckonedCodes.includes(finding.code))
    .map((one) => line(one.code, cellsOf(one), one.expected, one.actual))
    .sort();
}

/** The columns of section three that do not balance. */
function columnsOf(found: readonly string[]): string[] {
  return found.flatMap((finding) => /^requests\.balance: requests\.received\.(\w+)/.exec(finding)?.[1] ?? []);
}

/** For each input the columns whose balance one more must break: its own and the total's. */
function balancesTouched(id: string): string[] {
  const [table, , column] = id.split(".");
  return table === "requests" ? [`${column}`, "total"].sort() : [];
}

/** The samples of the editions that are reckoned by hand. */
const reckoned = sampleNames.filter((name) => ["2019", "2021"].includes(sample(name).edition));

describe.each(reckoned)("every figure of %s, changed one by one", (name) => {
  const draft = sample(name);
  const cells = [...cellsIn(draft)];

  it("is one of the 166 inputs of its edition", () => {
    const inputs = [...edition(draft.edition).cells.values()].filter(isInput);
    expect(cells.map(([id]) => id).sort()).toEqual(inputs.map((cell) => cell.id).sort());
    expect(cells).toHaveLength(166);
  });

  it("one more: it breaks its own column and the total, as reckoned by hand, and the old figure mends it", () => {
    const before = foundIn(draft);
    expect(before).toEqual(wrongWith(draft));
    for (const [id, value] of cells) {
      const changed = withCells(draft, { [id]: typeof value === "number" ? value + 1 : 1 });
      const found = foundIn(changed);
      expect(found, id).toEqual(wrongWith(changed));
      if (value !== null) expect(columnsOf(found), id).toEqual(balancesTouched(id));
      expect(foundIn(withCells(changed, { [id]: value })), `${id} restored`).toEqual(before);
    }
  });

  it("blank, text, a half or less than nothing: as reckoned by hand", () => {
    const misfits = [null, "若干", 0.5, -1];
    cells.forEach(([id], index) => {
      const changed = withCells(draft, { [id]: misfits[index % misfits.length] ?? null });
      expect(foundIn(changed), id).toEqual(wrongWith(changed));
    });
  });
});

describe("many figures changed at once", () => {
  const many = pinned(20250501, 300);
  it(`the findings are those of the hand reckoning ${seedOf(many)}`, () => {
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      { weight: 8, arbitrary: fc.nat(500) },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom<CellValue>("若干", "", -3, 2.25, 0.1, 1e15) },
    );
    const changes = fc.array(fc.tuple(fc.nat(165), value), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(fc.constantFrom(...reckoned), changes, (name, list) => {
        const draft = sample(name);
        const ids = [...cellsIn(draft).keys()];
        const changed = withCells(draft, Object.fromEntries(list.map(([at, to]) => [ids[at] ?? "", to])));
        expect(foundIn(changed)).toEqual(wrongWith(changed));
      }),
      many,
    );
  });
});
