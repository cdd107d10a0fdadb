import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../src/check/check.ts";
import { inputsOf } from "../../../src/check/rules/cell-checks.ts";
import type { Edition } from "../../../src/edition/read.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import type { CellValue, Draft } from "../../../src/report/file/draft.ts";
import { carryOver, withCarryOver } from "../../../src/report/last-year/carry-over.ts";
import { priorFrom, withPrior } from "../../../src/report/last-year/prior.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { cellsIn, edition2019, edition2021, withCells } from "../../fixtures/reports.ts";
import { textOf } from "./last-year.ts";

const organisation = { name: "青禾县水务局", kind: "department", level: "city" } as const;
const pairs = fc.constantFrom(
  [edition2019, edition2019, 2020],
  [edition2019, edition2021, 2021],
  [edition2021, edition2021, 2025],
) as fc.Arbitrary<readonly [Edition, Edition, number]>;

const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 1, arbitrary: fc.constantFrom("/", "无", "12件", "-") },
);

function filled(edition: Edition, year: number, value: fc.Arbitrary<CellValue>): fc.Arbitrary<Draft> {
  const cells = inputsOf(edition);
  const empty = createDraft(edition, year, organisation);
  return fc
    .array(value, { minLength: cells.length, maxLength: cells.length })
    .map((values) =>
      withCells(empty, Object.fromEntries(cells.map((cell, index) => [cell.id, values[index] ?? null]))),
    );
}

const anyTexts = fc.record({
  preface: fc.constantFrom(textOf(), textOf("编制2024年度报告。")),
  overview: fc.constantFrom(textOf(), textOf("（一）主动公开"), textOf("全年公开信息12条。")),
});

describe("carrying over from last year", () => {
  const pins = pinned(20260108, 150);

  const twoYears = pairs.chain(([lastEdition, edition, year]) =>
    fc.record({
      edition: fc.constant(edition),
      last: filled(lastEdition, year - 1, anyValue),
      now: filled(edition, year, anyValue),
      lastTexts: anyTexts,
      nowTexts: anyTexts,
    }),
  );

  it(`never changes a filled cell or a written text ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(twoYears, ({ edition, last, now, lastTexts, nowTexts }) => {
        const draft = { ...now, narrative: nowTexts };
        const result = withCarryOver(draft, carryOver(edition, draft, { ...last, narrative: lastTexts }));
        const after = cellsIn(result);
        for (const [id, value] of cellsIn(draft)) if (value !== null) expect(after.get(id)).toBe(value);
        for (const [slot, text] of Object.entries(nowTexts))
          if (narrativeToText(text) !== "") expect(result.narrative[slot]).toEqual(text);
        expect(result.organisation).toEqual(draft.organisation);
      }),
      pins,
    );
  });

  it(`lists each proposal once, as a change of a blank cell or as kept ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(twoYears, ({ edition, last, now }) => {
        const { changes, kept } = carryOver(edition, now, last);
        const standing = lookupIn(now.tables);
        expect(changes.every(({ cell }) => standing(cell) === null)).toBe(true);
        expect(kept.every(({ cell, value }) => standing(cell) !== null && standing(cell) !== value)).toBe(
          true,
        );
        const cells = [...changes, ...kept].map(({ cell }) => cell);
        expect(new Set(cells).size).toBe(cells.length);
      }),
      pins,
    );
  });

  it(`done twice is done once ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(twoYears, ({ edition, last, now }) => {
        const once = withCarryOver(now, carryOver(edition, now, last));
        const again = carryOver(edition, once, last);
        expect(again.changes).toEqual([]);
        expect(withCarryOver(once, again)).toEqual(once);
      }),
      pins,
    );
  });
});

describe("carrying over from a whole year", () => {
  const pins = pinned(20260109, 100);
  const count = fc.integer({ min: 0, max: 400 });
  const carriedRows = /^requests\.carriedIn\.|\.(effective|previousItems)$/;

  const wholeYears = fc
    .constantFrom([edition2019, 2020] as const, [edition2021, 2025] as const)
    .chain(([edition, year]) =>
      fc.record({
        edition: fc.constant(edition),
        last: filled(edition, year - 1, count),
        now: filled(edition, year, count),
      }),
    );

  it(`satisfies every rule that looks back ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(wholeYears, ({ edition, last, now }) => {
        const open = [...cellsIn(now).keys()].filter((id) => carriedRows.test(id));
        const draft = withCells(now, Object.fromEntries(open.map((id) => [id, null])));
        const carried = carryOver(edition, draft, last);
        const result = withPrior(withCarryOver(draft, carried), priorFrom(last, "上年"));
        const looksBack = check(edition, result).filter(({ code }) => /carryOver|CarryOver/.test(code));
        expect(looksBack).toEqual([]);
        const notCarried = open.filter((id) => !carried.changes.some(({ cell }) => cell === id));
        // Only a figure below 0 is not proposed: more documents repealed than there were.
        const standing = lookupIn(result.tables);
        expect(notCarried.every((id) => id.endsWith(".effective") && standing(id) === null)).toBe(true);
        expect(carried.notes).toEqual([]);
      }),
      pins,
    );
  });
});
