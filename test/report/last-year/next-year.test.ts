import { describe, expect, it } from "vitest";
import { check } from "../../../src/check/check.ts";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { openDraft } from "../../../src/report/file/open.ts";
import { serialiseDraft } from "../../../src/report/file/serialise.ts";
import { nextYearsDraft } from "../../../src/report/last-year/next-year.ts";
import { priorIn } from "../../../src/report/last-year/prior.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { cellsIn, edition, reports, sample } from "../../fixtures/reports.ts";
import { qinghe2024 } from "./last-year.ts";

const source = "上年.nianbao.json";

describe("a report begun from last year's", () => {
  it("is of the year after, for the same organisation, with last year's report beside it", () => {
    const next = nextYearsDraft(qinghe2024(), source, builtinEditions);
    expect(next?.draft.year).toBe(2025);
    expect(next?.draft.organisation).toEqual(qinghe2024().organisation);
    expect(next && priorIn(next.draft)?.source).toBe(source);
    expect(narrativeToText(next?.draft.narrative.preface)).toContain("编制2025年");
  });

  it("has 上年结转 filled in and every other cell blank", () => {
    const next = nextYearsDraft(qinghe2024(), source, builtinEditions);
    if (!next) throw new Error("no draft");
    const filled = [...cellsIn(next.draft)].filter(([, value]) => value !== null);
    expect(filled.map(([id]) => id)).toEqual(next.carried.changes.map(({ cell }) => cell));
    expect(filled).toHaveLength(6);
  });

  it("takes the edition that its year asks for", () => {
    expect(nextYearsDraft(sample("lixia-2020"), source, builtinEditions)?.draft.edition).toBe("2021");
    expect(
      nextYearsDraft({ ...sample("lixia-2020"), year: 2019 }, source, builtinEditions)?.draft.edition,
    ).toBe("2019");
  });

  it.each(reports)("$name leads to a draft that can be saved, opened and checked", ({ draft }) => {
    const next = nextYearsDraft(draft, source, new Map([...builtinEditions, ["2031", edition("2031")]]));
    if (!next) throw new Error("no draft");
    const editions = new Map([...builtinEditions, ["2031", edition("2031")]]);
    expect(openDraft(serialiseDraft(next.draft), editions)).toEqual({ ok: true, draft: next.draft });
    const acrossYears = check(edition(next.draft.edition), next.draft, editions).filter(({ code }) =>
      /carryOver|CarryOver|prior\./.test(code),
    );
    expect(acrossYears).toEqual([]);
  });
});
