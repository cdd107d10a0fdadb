import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { cellsOf, keyOf, saysTheSame, sectionOf } from "../../src/check/finding.ts";
import type { CellValue, Draft } from "../../src/report/file/draft.ts";
import { priorFrom, withPrior } from "../../src/report/last-year/prior.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { cellsIn, edition, editions, reports, withCells } from "../fixtures/reports.ts";

const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -3, max: 400 }),
  fc.constantFrom("/", "无", "12件", "减22", "251000元", "99999999999999999999", 12.5),
);

/** A line of text, much of it written twice, so that several findings of a kind stand in one text. */
const anyLine = fc.constantFrom(
  "（一）主动公开",
  "（二）依申请公开",
  "全年收到政府信息公开申请999件，办结999件。",
  "全年收到政府信息公开申请999件，办结999件。",
  "2025年11月31日，××局请填写。",
  "本年度未收到申请。",
  "",
);

const anyReport: fc.Arbitrary<Draft> = fc
  .record({
    report: fc.constantFrom(...reports.map(({ draft }) => draft)),
    last: fc.constantFrom(undefined, ...reports.map(({ draft }) => draft)),
    values: fc.array(fc.tuple(fc.nat(), anyValue), { maxLength: 60 }),
    texts: fc.array(fc.array(anyLine, { maxLength: 8 }), { minLength: 4, maxLength: 4 }),
    name: fc.constantFrom("", "青禾县水务局"),
    year: fc.constantFrom(2020, 2025, 2031),
    otherEdition: fc.constantFrom(undefined, "2019", "2021"),
  })
  .map(({ report, last, values, texts, name, year, otherEdition }) => {
    const ids = [...cellsIn(report).keys()];
    const figures = values.map(([index, value]) => [ids[index % ids.length] ?? "", value] as const);
    const slots = Object.keys(report.narrative).map((slot, index) => {
      const content = (texts[index] ?? []).map((text) => ({
        type: "paragraph",
        content: text === "" ? [] : [{ type: "text", text }],
      }));
      return [slot, { type: "doc", content }] as const;
    });
    const draft = {
      ...withCells(report, Object.fromEntries(figures)),
      narrative: Object.fromEntries(slots),
      organisation: { ...report.organisation, name },
      year,
      edition: otherEdition ?? report.edition,
    };
    return last ? withPrior(draft, priorFrom(last, "上年")) : draft;
  });

describe("the findings of any report", () => {
  const pins = pinned(20260121, 300);

  it(`have each a key of its own ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(anyReport, (draft) => {
        const keys = check(edition(draft.edition), draft, editions).map(keyOf);
        expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      }),
      pins,
    );
  });

  it(`keep their key while they say something else, and stand in a known place ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(anyReport, (draft) => {
        const { cells, sections, id } = edition(draft.edition);
        for (const finding of check(edition(id), draft, editions)) {
          const saidAnew = { ...finding, message: `${finding.message}。` };
          expect(keyOf(saidAnew)).toBe(keyOf(finding));
          expect(saysTheSame(finding, saidAnew)).toBe(false);
          expect(saysTheSame(finding, { ...finding })).toBe(true);
          const graver = finding.severity === "hint" ? "warning" : "hint";
          expect(saysTheSame(finding, { ...finding, severity: graver })).toBe(false);
          expect(cellsOf(finding).filter((cell) => !cells.has(cell))).toEqual([]);
          expect(["", ...sections.map((section) => section.id)]).toContain(sectionOf(finding, edition(id)));
          expect(`${finding.headline}${finding.message}`).not.toMatch(/[a-z]+\.[a-zA-Z_]+\.[a-z]/);
        }
      }),
      pins,
    );
  });
});
