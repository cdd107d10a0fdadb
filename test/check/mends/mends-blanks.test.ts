import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeForBlanks } from "../../../src/check/mends/mend-blanks.ts";
import { readEdition } from "../../../src/edition/read.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import {
  cellsIn,
  edition,
  edition2021,
  liuwan,
  madeUpPath,
  sample,
  templateJson,
  withCells,
  withMend,
} from "../../fixtures/reports.ts";
import { balanced, findingsIn } from "./mends-accidents.ts";

const blank = "requests.carriedOut.naturalPerson";

function labels(draft: Draft): string[] {
  return proposeForBlanks(edition(draft.edition), draft).map(
    ({ mend }) => mend.label + (mend.sure ? "!" : ""),
  );
}

describe("a column with one blank", () => {
  const draft = withCells(sample("qinghe-2025"), { [blank]: null });

  it("offers the figure that follows from the others", () => {
    expect(proposeForBlanks(edition2021, draft)).toEqual([
      {
        finding: {
          code: "requests.balance.blank",
          severity: "hint",
          headline: "四、结转下年度继续办理「自然人」可以算出来",
          message: "四、结转下年度继续办理「自然人」还没有填。其余各格都有数，这一格填 13 就平",
          at: {
            cells: [
              blank,
              "requests.received.naturalPerson",
              "requests.carriedIn.naturalPerson",
              "requests.outcomeTotal.naturalPerson",
            ],
          },
          expected: 13,
          source: "国办公开办函〔2021〕30号附件表三：本列数据的勾稽关系",
        },
        mend: {
          label: "四、结转下年度继续办理「自然人」填 13",
          reason: "由其余各格算出",
          changes: [{ cell: blank, value: 13 }],
          sure: true,
        },
      },
    ]);
  });

  it("offers it for an outcome as well, and 0 where 0 balances", () => {
    expect(labels(withCells(sample("qinghe-2025"), { "requests.granted.business": null }))).toEqual([
      "（一）予以公开「商业企业」填 14!",
    ]);
    expect(labels(withCells(sample("qinghe-2025"), { "requests.other_misc.research": null }))).toEqual([
      "3.其他「科研机构」填 0!",
    ]);
  });

  it("offers it though another column does not balance: the total will say so, and rightly", () => {
    expect(labels(withCells(draft, { "requests.granted.business": 15 }))).toEqual([
      "四、结转下年度继续办理「自然人」填 13!",
    ]);
  });

  it("offers nothing while a second figure is missing or is no number", () => {
    expect(labels(withCells(draft, { "requests.granted.naturalPerson": null }))).toEqual([]);
    expect(labels(withCells(draft, { "requests.granted.naturalPerson": "九十二" }))).toEqual([]);
  });

  it("offers nothing that the cell could not hold: less than nothing", () => {
    expect(labels(withCells(draft, { "requests.granted.naturalPerson": 500 }))).toEqual([]);
  });
});

describe("last year's report", () => {
  const last = sample("qinghe-2025");
  const carriedOut = { ...last.tables.requests?.carriedOut };
  const beside = (draft: Draft): Draft => ({ ...draft, prior: { tables: { requests: { carriedOut } } } });
  const started = beside(createDraft(edition2021, 2026, last.organisation));

  it("offers its 四 for each blank 二 of a new draft", () => {
    expect(labels(started)).toEqual([
      "二、上年结转政府…「自然人」按上年报告填 13!",
      "二、上年结转政府…「商业企业」按上年报告填 1!",
      "二、上年结转政府…「科研机构」按上年报告填 0!",
      "二、上年结转政府…「社会公益组织」按上年报告填 1!",
      "二、上年结转政府…「法律服务机构」按上年报告填 0!",
      "二、上年结转政府…「其他」按上年报告填 1!",
    ]);
    const [hint] = proposeForBlanks(edition2021, started);
    expect(hint?.finding).toMatchObject({
      code: "requests.carryOver.blank",
      message: "二、上年结转政府信息公开申请数量「自然人」还没有填。上年报告的数是 13",
      expected: 13,
    });
  });

  it("and a column that asks for another figure: neither is offered", () => {
    const draft = withCells(sample("qinghe-2025"), { "requests.carriedIn.naturalPerson": null });
    expect(labels(draft)).toEqual(["二、上年结转政府…「自然人」填 11!"]);
    expect(labels(beside(draft))).toEqual([]);
  });
});

describe("rules that are no sums of figures", () => {
  it("规章 is not filled with the 0 that a county is expected to have", () => {
    expect(labels(withCells(sample("qinghe-2025"), { "proactive.regulations.issued": null }))).toEqual([]);
  });

  it("a rule with weights is solved; one for other offices is not", () => {
    const draft = withCells(liuwan(), { "delivery.portal.sent": null });
    expect(proposeForBlanks(withRule({}), draft).map(({ mend }) => mend.changes)).toEqual([
      [{ cell: "delivery.portal.sent", value: 22 }],
    ]);
    expect(proposeForBlanks(withRule({ when: { level: ["province"] } }), draft)).toEqual([]);
    const halved = withCells(draft, { "delivery.mail.sent": 18 });
    expect(proposeForBlanks(withRule({}), halved), "21.5 is no count").toEqual([]);
  });
});

/** The made-up edition with a rule more: mail ＋ 2 × portal ＋ 13 ＝ 2 × paper ＋ 14. */
function withRule(more: Record<string, unknown>) {
  const template = templateJson(madeUpPath) as { rules: unknown[] };
  const term = (row: string, weight: number) => ({ cells: `delivery.${row}.sent`, name: row, weight });
  const rule = {
    id: "delivery.weighted",
    severity: "error",
    source: "—",
    left: [term("mail", 1), term("portal", 2), { constant: 13, name: "—" }],
    relation: "=",
    right: [term("paper", 2), { constant: 14, name: "—" }],
    headline: "{difference}",
    message: "{left} {right}",
    ...more,
  };
  const reading = readEdition({ ...template, rules: [...template.rules, rule] });
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.message).join("\n"));
  return reading.edition;
}

describe("any balanced report", () => {
  const anywhere = pinned(20250711, 150);
  it(`gets back the one figure taken from it ${seedOf(anywhere)}`, () => {
    const drafts = fc.constantFrom(sample("qinghe-2025"), liuwan()).chain(balanced);
    fc.assert(
      fc.property(drafts, fc.nat(1000), (draft, place) => {
        const ids = [...cellsIn(draft).keys()].filter((id) => id.startsWith("requests."));
        const id = ids[place % ids.length] ?? "";
        const hints = proposeForBlanks(edition(draft.edition), withCells(draft, { [id]: null }));
        expect(hints).toHaveLength(1);
        const [{ mend } = { mend: { changes: [] } }] = hints;
        const filled = withMend(withCells(draft, { [id]: null }), mend);
        expect(filled.tables).toEqual(draft.tables);
        expect(findingsIn(filled)).toEqual(findingsIn(draft));
      }),
      anywhere,
    );
  });
});
