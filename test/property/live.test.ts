import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assertion } from "../../src/check/assertion.ts";
import { check, compileAssertions, figuresOf } from "../../src/check/check.ts";
import { type Finding, inOrder } from "../../src/check/finding.ts";
import { startLiveCheck } from "../../src/check/live.ts";
import type { CellValue, Draft } from "../../src/report/file/draft.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { cellsIn, edition, reports, sample, withCells } from "../fixtures/reports.ts";
import { after } from "../fixtures/rule-cases.ts";

/** The findings of the tables alone, every check asked anew. */
function ofTables(checks: readonly Assertion[], draft: Draft, stage: Assertion["stage"]): Finding[] {
  const figures = figuresOf(draft);
  return checks
    .filter((each) => stage === "finished" || each.stage === "typing")
    .flatMap((each) => each.evaluate(figures) ?? []);
}

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(60) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>("若干", "12件", "", -1, 0.5, -0, 251000) },
);

/** Inputs and totals by position; a total may be stated by a draft that was read from a published report. */
const edits = fc.array(fc.tuple(fc.nat(1_000), value), { minLength: 1, maxLength: 30 });

describe("the live check", () => {
  const sequences = pinned(20250601, 120);
  it(`agrees with a whole check after every edit ${seedOf(sequences)}`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...reports), fc.boolean(), edits, ({ draft: start }, hasPrior, list) => {
        let draft = hasPrior ? after(start, Object.fromEntries(cellsIn(start))) : start;
        const ids = [...edition(draft.edition).cells.keys()];
        const live = startLiveCheck(edition(draft.edition), draft);
        const checks = compileAssertions(edition(draft.edition), draft);
        for (const [position, to] of list) {
          const id = ids[position % ids.length] ?? "";
          draft = withCells(draft, { [id]: to });
          live.cellChanged(id, draft);
          expect(live.findings("typing")).toEqual(ofTables(checks, draft, "typing"));
          expect(live.findings("finished")).toEqual(ofTables(checks, draft, "finished"));
        }
      }),
      sequences,
    );
  });

  it("finds in the finished document what a whole check finds in the tables, in the same order", () => {
    const draft = withCells(sample("every-rule-broken-2025"), { "requests.carriedIn.business": null });
    const { rules } = edition("2021");
    const inTables = (finding: Finding): boolean =>
      rules.some((rule) => rule.id === finding.code) || /^(cell|total)\./.test(finding.code);
    const live = inOrder(startLiveCheck(edition("2021"), draft).findings("finished"), edition("2021"));
    const whole = check(edition("2021"), draft);
    expect(live.filter(inTables)).toEqual(whole.filter(inTables));
    expect(live.filter(inTables).length).toBeGreaterThan(10);
  });

  it("does not complain of blanks while typing", () => {
    const draft = sample("lanling-2020");
    const live = startLiveCheck(edition("2019"), draft);
    expect(live.findings("typing")).toEqual([]);
    expect(live.findings("finished").map((finding) => finding.code)).toEqual(["cell.blank", "cell.blank"]);
  });

  it("asks only the checks that touch the cell: a dozen at most, of a hundred and more", () => {
    for (const { draft } of reports) {
      const live = startLiveCheck(edition(draft.edition), draft);
      const asked = [...cellsIn(draft).keys()].map((id) => live.cellChanged(id, draft));
      expect(Math.max(...asked)).toBeLessThanOrEqual(12);
      expect(Math.min(...asked)).toBeGreaterThanOrEqual(2);
    }
  });

  it("asks nothing for a cell the edition does not have", () => {
    const draft = sample("qinghe-2025");
    expect(startLiveCheck(edition("2021"), draft).cellChanged("requests.other.business", draft)).toBe(0);
  });
});
