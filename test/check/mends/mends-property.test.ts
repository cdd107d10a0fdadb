import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeMends } from "../../../src/check/mends/mends.ts";
import { isInput } from "../../../src/edition/cells.ts";
import { totalOf } from "../../../src/report/figures/totals.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { edition, liuwan, reports, sample, withCells } from "../../fixtures/reports.ts";
import {
  type Accident,
  balanced,
  changesOf,
  faultOf,
  findingsIn,
  mendsFor,
  misfilingsIn,
  slips,
  slipsIn,
} from "./mends-accidents.ts";

/** The findings that an accident causes: of the columns, not of what the report lacked before. */
function brokenBy(accident: Accident, draft: Draft) {
  const broken = withCells(draft, accident.typed);
  return { broken, found: mendsFor(broken, "requests.balance") };
}

/** Whether the true figures are among the proposals of each finding that the accident causes. */
function isMended(accident: Accident, draft: Draft): boolean {
  const { found } = brokenBy(accident, draft);
  const truth = JSON.stringify(Object.entries(accident.meant).sort());
  return found.every(({ mends }) =>
    mends.some((mend) => JSON.stringify(Object.entries(changesOf(mend) ?? {}).sort()) === truth),
  );
}

/** Whether the column has more figures like the one typed than can be proposed: each may be the one. */
function isOneOfMany({ typed }: Accident, draft: Draft): boolean {
  const [[id, figure] = ["", 0]] = Object.entries(typed);
  const column = id.split(".")[2] ?? "";
  const rows = Object.values(withCells(draft, typed).tables.requests ?? {});
  return rows.filter((row) => row[column] === figure).length > 3;
}

describe("every slip that can happen to a whole report", () => {
  it.each(Object.keys(slips))("%s: the true figure is among the proposals", (kind) => {
    const accidents = reports.flatMap(({ name, draft }) =>
      slipsIn(draft, kind).map((accident) => ({ name, draft, accident })),
    );
    expect(accidents.length).toBeGreaterThan(kind === "ten times too small" ? 0 : 15);
    for (const { name, draft, accident } of accidents) {
      const isKnowable = kind !== "ten times too small" || !isOneOfMany(accident, draft);
      expect(isMended(accident, draft), `${name}, ${accident.name}`).toBe(isKnowable);
    }
  });

  it("no slip makes a proposal sure that is not the true figure", () => {
    const wrong = reports.flatMap(({ draft }) =>
      Object.keys(slips).flatMap((kind) =>
        slipsIn(draft, kind).flatMap((accident) => {
          const [first] = brokenBy(accident, draft).found[0]?.mends ?? [];
          const isTrue = JSON.stringify(changesOf(first)) === JSON.stringify(accident.meant);
          return first?.sure && !isTrue ? [`${accident.name}: ${first.label}`] : [];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("an application counted under the wrong applicant", () => {
  it("in a column that had none: the true row comes first", () => {
    const accidents = ["lingcheng-2020", "yicheng-2020", "lixia-2020"].flatMap((name) => {
      const draft = sample(name as "lixia-2020");
      return misfilingsIn(draft)
        .filter(({ typed }) => Object.values(typed).includes(1) && isEmptyColumn(draft, typed))
        .map((accident) => ({ draft, accident }));
    });
    expect(accidents.length).toBeGreaterThan(20);
    for (const { draft, accident } of accidents) {
      const { found } = brokenBy(accident, draft);
      for (const { mends } of found) {
        expect(changesOf(mends[0]), accident.name).toEqual(accident.meant);
      }
    }
  });

  it("in the report with the most figures: of a hundred, weighed by their number, 84 are among the three", () => {
    const draft = sample("qinghe-2025");
    const weighed = misfilingsIn(draft).map((accident) => ({
      weight: Number(Object.values(accident.meant)[0]),
      isMended: isMended(accident, draft),
    }));
    const all = weighed.reduce((total, { weight }) => total + weight, 0);
    const mended = weighed.reduce((total, { weight, isMended }) => total + (isMended ? weight : 0), 0);
    expect((100 * mended) / all).toBeGreaterThanOrEqual(84);
  });
});

/** Whether the column into which the application strayed holds nothing else. */
function isEmptyColumn(draft: Draft, typed: Accident["typed"]): boolean {
  const strayed = Object.keys(typed)[1]?.split(".")[2] ?? "";
  const rows = Object.values(draft.tables.requests ?? {});
  return rows.every((row) => row[strayed] === 0);
}

describe("any report, however broken", () => {
  const drafts = fc.constantFrom(sample("qinghe-2025"), liuwan()).chain(balanced);
  const spots = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 3 });

  /** Some accidents, one after another, to whatever the report then holds. */
  function breakAt(draft: Draft, places: readonly (readonly [number, number])[]): Draft {
    return places.reduce((broken, [kind, place]) => {
      const kinds = [...Object.keys(slips), "misfiled"];
      const name = kinds[kind % kinds.length] ?? "";
      const accidents = name === "misfiled" ? misfilingsIn(broken) : slipsIn(broken, name);
      return withCells(broken, accidents[place % Math.max(1, accidents.length)]?.typed ?? {});
    }, draft);
  }

  /** Every proposal is tried with the whole check. */
  function faultsIn(draft: Draft): string[] {
    const findings = findingsIn(draft);
    return findings.flatMap((finding) => {
      const mends = proposeMends(finding, edition(draft.edition), draft, findings);
      const sure = mends.filter((mend) => mend.sure).length;
      const labels = new Set(mends.map(({ label }) => label));
      return [
        ...mends.flatMap((mend) => faultOf(mend, finding, draft) ?? []),
        ...(mends.length > 3 ? ["more than three"] : []),
        ...(sure > 1 || (sure === 1 && !mends[0]?.sure) ? ["a sure one that is not the first"] : []),
        ...(labels.size < mends.length ? ["two of the same label"] : []),
      ];
    });
  }

  const alone = pinned(20250701, 120);
  it(`each proposal clears its finding and adds none ${seedOf(alone)}`, () => {
    fc.assert(
      fc.property(drafts, spots, (draft, places) => {
        expect(faultsIn(breakAt(draft, places))).toEqual([]);
      }),
      alone,
    );
  });

  const beside = pinned(20250702, 80);
  it(`also beside last year's report and stated totals ${seedOf(beside)}`, () => {
    fc.assert(
      fc.property(drafts, drafts, spots, fc.nat(40), (draft, last, places, every) => {
        const lookup = lookupIn(draft.tables);
        const totals = [...edition(draft.edition).cells.values()].filter((cell) => !isInput(cell));
        const stated = totals.filter((_, at) => at % (1 + every) === 0);
        const published = withCells(
          draft,
          Object.fromEntries(stated.map((cell) => [cell.id, totalOf(cell, lookup).value])),
        );
        const { requests = {} } = last.tables;
        const carriedOut = draft.tables.requests?.carriedIn ?? {};
        const prior = { tables: { ...last.tables, requests: { ...requests, carriedOut } } };
        expect(faultsIn(breakAt({ ...published, prior }, places))).toEqual([]);
      }),
      beside,
    );
  });

  const drawn = pinned(20250703, 400);
  it(`of single slips at random places at least 97 of 100 are found ${seedOf(drawn)}`, () => {
    let all = 0;
    let found = 0;
    fc.assert(
      fc.property(drafts, fc.constantFrom(...Object.keys(slips)), fc.nat(1000), (draft, kind, place) => {
        const accidents = slipsIn(draft, kind);
        const accident = accidents[place % Math.max(1, accidents.length)];
        if (!accident) return;
        all += 1;
        if (isMended(accident, draft)) found += 1;
      }),
      drawn,
    );
    expect(all).toBeGreaterThan(300);
    expect(found / all).toBeGreaterThanOrEqual(0.97);
  });
});
