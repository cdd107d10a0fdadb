import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/check/finding.ts";
import { proposeMends } from "../../../src/check/mends/mends.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { edition2021, liuwan, sample, withCells } from "../../fixtures/reports.ts";
import { changesOf, faultOf, findingsIn, mendsFor } from "./mends-accidents.ts";

const balance = "requests.balance";

function qinghe(values: Parameters<typeof withCells>[1]): Draft {
  return withCells(sample("qinghe-2025"), values);
}

/** Labels of the mends of each finding of a code; a sure one has an exclamation mark. */
function labels(draft: Draft, code: string): string[][] {
  return mendsFor(draft, code).map(({ mends }) => mends.map(({ label, sure }) => label + (sure ? "!" : "")));
}

describe("a column that does not balance", () => {
  it("四 left at 0: the difference is put there, for the column and for the total", () => {
    const mend = "四、结转下年度继续办理「自然人」填 13";
    expect(labels(qinghe({ "requests.carriedOut.naturalPerson": 0 }), balance)).toEqual([[mend], [mend]]);
  });

  it("二 left at 0: neither 一 nor 四 is touched, because the difference has the other sign", () => {
    const draft = qinghe({ "requests.carriedIn.naturalPerson": 0 });
    expect(labels(draft, balance)[0]).toEqual(["二、上年结转政府…「自然人」填 11"]);
  });

  it("digits swapped: the figure that fits exactly, before one that only may be", () => {
    const draft = qinghe({ "requests.received.naturalPerson": 274 });
    const [column] = mendsFor(draft, balance);
    expect(column?.mends.map(({ label, reason }) => [label, reason])).toEqual([
      ["一、本年新收政府…「自然人」由 274 改为 247", "两位数字可能写颠倒了"],
      ["3.补正后申请内容仍不明确「自然人」由 3 改为 30", "现在的数正好是它的十分之一"],
    ]);
  });

  it("an addend of （七）总计 ten times too large", () => {
    const draft = qinghe({ "requests.denied_deliberative.business": 10 });
    expect(labels(draft, balance)[0]?.[0]).toBe("6.属于四类过程性信息「商业企业」由 10 改为 1!");
  });

  it("a digit too many is proposed and never called sure", () => {
    const [column] = mendsFor(qinghe({ "requests.granted.naturalPerson": 992 }), balance);
    expect(column?.mends[0]).toMatchObject({
      label: "（一）予以公开「自然人」由 992 改为 92",
      reason: "可能多写了一位数字",
      sure: false,
    });
  });

  it("a figure simply off by one gets no proposal", () => {
    expect(labels(qinghe({ "requests.granted.naturalPerson": 91 }), balance)).toEqual([[], []]);
  });

  it("columns that are both off are mended one by one, and the total by neither alone", () => {
    const draft = qinghe({ "requests.carriedOut.naturalPerson": 0, "requests.carriedIn.business": 0 });
    expect(labels(draft, balance)).toEqual([
      ["四、结转下年度继续办理「自然人」填 13"],
      ["二、上年结转政府…「商业企业」填 2"],
      [],
    ]);
  });

  it("the many ones that might each be a ten are left out", () => {
    const draft = qinghe({ "requests.received.otherOrganisation": 21 });
    expect(labels(draft, balance)[0]).toEqual(["一、本年新收政府…「其他」由 21 改为 12!"]);
  });
});

describe("two columns off by opposite amounts", () => {
  it("自然人 one too many, 其他 one too few: one application moves, in the likeliest rows, at most three", () => {
    const draft = qinghe({ "requests.granted.naturalPerson": 93, "requests.granted.otherOrganisation": 4 });
    const found = mendsFor(draft, balance);
    expect(found.map(({ finding }) => finding.headline)).toEqual([
      "「自然人」列不平，相差 1",
      "「其他」列不平，相差 1",
    ]);
    for (const { mends } of found) {
      expect(mends.map(({ label }) => label)).toEqual([
        "一、本年新收政府…：从「其他」移 1 件到「自然人」",
        "（一）予以公开：从「自然人」移 1 件到「其他」",
        "1.本机关不掌握相关政府信息：从「自然人」移 1 件到「其他」",
      ]);
      expect(mends.every(({ sure }) => !sure)).toBe(true);
    }
  });

  it("only one row can have been wrong: it is sure", () => {
    const empty = sample("zhangdian-2020");
    const draft: Draft = {
      ...withCells(empty, {
        "requests.carriedIn.naturalPerson": 3,
        "requests.granted.naturalPerson": 2,
        "requests.granted.business": 1,
      }),
      prior: {
        tables: { requests: { carriedOut: { ...empty.tables.requests?.carriedOut, naturalPerson: 3 } } },
      },
    };
    expect(labels(draft, balance)[0]).toEqual(["（一）予以公开：从「商业企业」移 1 件到「自然人」!"]);
  });

  it("a figure written whole into the wrong column comes before a few strays of a large one", () => {
    const draft = qinghe({
      "requests.denied_thirdParty.naturalPerson": 0,
      "requests.denied_thirdParty.research": 6,
    });
    expect(labels(draft, balance)[0]?.[0]).toBe("4.保护第三方合法权益：从「科研机构」移 6 件到「自然人」");
  });
});

describe("last year's figure", () => {
  const prior = sample("qinghe-2025").tables;
  const withPrior = (carriedOut: number, values: Parameters<typeof withCells>[1]): Draft => ({
    ...qinghe(values),
    prior: {
      year: 2024,
      tables: {
        requests: {
          carriedOut: { ...prior.requests?.carriedIn, naturalPerson: carriedOut },
        },
      },
    },
  });

  it("二 not as last year's 四, and the column off by the same: last year's figure mends both", () => {
    const draft = withPrior(11, { "requests.carriedIn.naturalPerson": 1 });
    expect(labels(draft, "requests.carryOver")[0]).toEqual(["二、上年结转政府…「自然人」按上年报告填 11!"]);
    expect(labels(draft, balance)[0]).toEqual(["二、上年结转政府…「自然人」由 1 改为 11!"]);
    expect(mendsFor(draft, balance)[0]?.mends[0]?.reason).toBe("两处都差这个数，只有这一格两处都有");
  });

  it("makes sure that 二 was left at 0", () => {
    const draft = withPrior(11, { "requests.carriedIn.naturalPerson": 0 });
    expect(labels(draft, balance)[0]).toEqual(["二、上年结转政府…「自然人」填 11!"]);
  });

  it("is not proposed where it would break a column that balances", () => {
    expect(labels(withPrior(13, {}), "requests.carryOver")).toEqual([[], []]);
  });

  it("decides between 一 and 二 where both are 0", () => {
    const values = { "requests.received.research": 0 };
    const received = "一、本年新收政府…「科研机构」填 4";
    expect(labels(qinghe(values), balance)[0]).toEqual([received, "二、上年结转政府…「科研机构」填 4"]);
    expect(labels(withPrior(11, values), balance)[0]).toEqual([received]);
  });
});

describe("a total that a file states", () => {
  it("alone wrong: the computed total is used", () => {
    const draft = qinghe({ "disputes.reconsideration.total": 21 });
    const [{ mends, finding } = never()] = mendsFor(draft, "total.stated");
    expect(mends).toEqual([
      {
        label: "行政复议「总计」用自动计算的 12",
        reason: "总计由各项相加得出，不用填",
        changes: [{ cell: "disputes.reconsideration.total", value: null }],
        sure: true,
      },
    ]);
    expect(mends[0] && faultOf(mends[0], finding, draft)).toBeUndefined();
  });

  it("a row and a column off by the same: the figure where they cross was misread", () => {
    const draft = qinghe({
      "requests.unavailable_notHeld.total": 65,
      "requests.outcomeTotal.naturalPerson": 245,
      "requests.unavailable_notHeld.naturalPerson": 51,
    });
    const crossing = "1.本机关不掌握相关政府信息「自然人」由 51 改为 54!";
    expect(labels(draft, balance)).toEqual([[crossing], [crossing]]);
    expect(labels(draft, "total.stated")).toEqual([
      [crossing, "1.本机关不掌握相关政府信息「总计」用自动计算的 62"],
      [crossing, "（七）总计「自然人」用自动计算的 242"],
    ]);
  });
});

describe("any edition", () => {
  it("the rules of a made-up one are mended in its own words", () => {
    const draft = withCells(liuwan(), { "requests.carriedOut.naturalPerson": 0 });
    expect(labels(draft, balance)[0]).toEqual(["四、转入下年「公民」填 3"]);
  });

  it("an inequality and a rule that compares with a constant propose nothing", () => {
    const draft = qinghe({
      "proactive.regulations.issued": 10,
      "proactive.normativeDocuments.effective": 1,
    });
    const found = [
      ...mendsFor(draft, "proactive.regulationLevel"),
      ...mendsFor(draft, "proactive.effectiveFloor"),
    ];
    expect(found).toHaveLength(3);
    expect(found.every(({ mends }) => mends.length === 0)).toBe(true);
  });

  it("findings that are no equation, or that the draft does not have, propose nothing", () => {
    const draft = qinghe({ "requests.carriedOut.naturalPerson": 0 });
    const findings = findingsIn(draft);
    const elsewhere: Finding = { ...(findings[0] ?? never()), code: "narrative.blank" };
    expect(proposeMends(elsewhere, edition2021, draft, findings)).toEqual([]);
    for (const finding of findings) {
      expect(proposeMends(finding, edition2021, sample("qinghe-2025"), findings)).toEqual([]);
    }
  });

  it("a figure typed as text keeps its column from being mended", () => {
    const draft = qinghe({ "requests.carriedOut.naturalPerson": 0 });
    const spoilt = withCells(draft, { "requests.granted.naturalPerson": "九十二" });
    expect(proposeMends(findingsIn(draft)[0] ?? never(), edition2021, spoilt, findingsIn(draft))).toEqual([]);
  });
});

describe("a finding of the text that speaks of a figure", () => {
  it("brings the mend of that figure to the front", () => {
    const draft = qinghe({ "requests.received.naturalPerson": 274 });
    const findings = findingsIn(draft).filter(({ at }) => "cells" in at);
    const [column = never()] = findings;
    const ofText: Finding = {
      ...column,
      code: "narrative.figure",
      severity: "warning",
      at: { slot: "overview", from: 0, to: 11 },
      compared: ["requests.unavailable_unclear.total"],
      excerpt: "补正后仍不明确的30件",
    };
    const [first] = proposeMends(column, edition2021, draft, [...findings, ofText]);
    expect(changesOf(first)).toEqual({ "requests.unavailable_unclear.naturalPerson": 30 });
  });

  it("is there where the text still has the figure before it was changed", () => {
    const draft = qinghe({ "requests.received.naturalPerson": 274 });
    const findings = findingsIn(draft);
    const [first] = proposeMends(findings[0] ?? never(), edition2021, draft, findings);
    expect(changesOf(first)).toEqual({ "requests.received.naturalPerson": 247 });
  });
});

function never(): never {
  throw new Error("missing");
}
