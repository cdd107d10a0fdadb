import { describe, expect, it } from "vitest";
import { shareInWords } from "../../../src/document/charts/chart-finding.ts";
import { compose } from "../../../src/document/compose.ts";
import type { Block } from "../../../src/document/tree.ts";
import { placeOf } from "../../../src/edition/problems/problem.ts";
import { readEdition } from "../../../src/edition/read.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { withAt } from "../../fixtures/json.ts";
import {
  chartsOf,
  edition2019,
  edition2021,
  sample,
  templateJson,
  withCells,
} from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const charts = chartsOf(edition2021, draft);

function withPrior(prior: NonNullable<Draft["prior"]>): Draft {
  return { ...draft, prior };
}

describe("the charts of a report", () => {
  it("are the edition's, in its order", () => {
    expect(charts.map(({ subject, kind }) => [subject, kind])).toEqual([
      ["政府信息公开申请收到和办理情况", "figures"],
      ["政府信息公开申请办理结果", "bars"],
      ["新收政府信息公开申请的申请人", "bars"],
      ["政府信息公开行政复议、行政诉讼结果", "bars"],
    ]);
  });

  it("say in their title what the figures say", () => {
    expect(charts.map(({ title }) => title)).toEqual([
      "新收308件",
      "予以公开占办理结果的近四成",
      "自然人申请占八成",
      "行政复议和行政诉讼中，结果维持的占一半",
    ]);
  });

  it("add up the cells that stand for a bar: eight kinds of refusal are 45", () => {
    const bars = charts[1]?.bars ?? [];
    expect(bars.map(({ name, value }) => [name, value])).toEqual([
      ["予以公开", 119],
      ["部分公开", 25],
      ["不予公开", 45],
      ["无法提供", 79],
      ["不予处理", 24],
      ["其他处理", 14],
    ]);
    expect(bars.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(bars[0]?.share).toBe(119 / 306);
  });

  it("have the shares of each group, and leave out a group in which there is nothing", () => {
    const direct = ["upheld", "corrected", "otherOutcome", "pending"].map(
      (column) => [`disputes.litigationDirect.${column}`, 0] as const,
    );
    const last = chartsOf(edition2021, withCells(draft, Object.fromEntries(direct))).at(-1);
    expect([...new Set(last?.bars.map(({ group }) => group))]).toEqual(["行政复议", "复议后起诉"]);
    const shares = last?.bars.filter(({ group }) => group === "行政复议").map(({ share = 0 }) => share) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it("have no shares and claim nothing where a figure is not known", () => {
    const chart = chartsOf(edition2021, withCells(draft, { "requests.received.business": null })).find(
      ({ subject }) => subject === "新收政府信息公开申请的申请人",
    );
    expect(chart?.title).toBe("新收政府信息公开申请的申请人");
    expect(chart?.bars.every(({ share }) => share === undefined)).toBe(true);
    expect(chart?.bars[1]).toEqual({ name: "商业企业", value: null });
  });

  it("claim nothing of a handful of cases, nor where two are the largest", () => {
    const applicants = (naturalPerson: number, business: number) => {
      const none = ["research", "welfare", "legalService", "otherOrganisation"].map(
        (column) => [`requests.received.${column}`, 0] as const,
      );
      const cells = {
        ...Object.fromEntries(none),
        "requests.received.naturalPerson": naturalPerson,
        "requests.received.business": business,
      };
      return chartsOf(edition2021, withCells(draft, cells))[2]?.title;
    };
    expect(applicants(3, 1)).toBe("新收政府信息公开申请的申请人");
    expect(applicants(50, 50)).toBe("新收政府信息公开申请的申请人");
    expect(applicants(51, 49)).toBe("自然人申请占一半多");
    expect(applicants(12, 0)).toBe("自然人申请占全部");
  });

  it("say the same in a sentence", () => {
    expect(charts[0]?.alternative).toBe(
      "政府信息公开申请收到和办理情况：2025年新收308件，上年结转14件，办结306件，结转下年16件。",
    );
    expect(charts[2]?.alternative).toBe(
      "新收政府信息公开申请的申请人：自然人247件，商业企业31件，科研机构4件，社会公益组织5件，法律服务机构9件，其他组织12件。",
    );
    expect(charts[3]?.alternative).toContain(
      "；复议后起诉结果维持2件，结果纠正1件，其他结果0件，尚未审结1件。",
    );
  });
});

describe.each([
  [0.5, "一半"],
  [0.802, "八成"],
  [0.389, "近四成"],
  [0.36, "近四成"],
  [0.35, "三成多"],
  [0.84, "八成多"],
  [0.995, "全部"],
  [0.97, "九成多"],
  [0.206, "两成多"],
] as const)("a share of %f", (share, words) => {
  it(`is said to be ${words}`, () => expect(shareInWords(share)).toBe(words));
});

describe("charts with last year's figures", () => {
  it("show them where its report is known, and say how the first one changed", () => {
    const tables = withCells(draft, { "requests.received.naturalPerson": 228 }).tables;
    const [first, , applicants] = chartsOf(edition2021, withPrior({ year: 2024, tables }));
    expect(first?.title).toBe("新收308件，比上年增加19件");
    expect(first?.bars[0]).toEqual({ name: "新收", value: 308, before: 289 });
    expect(first?.years).toEqual({ current: "2025年", last: "2024年" });
    expect(applicants?.bars[0]).toMatchObject({ name: "自然人", value: 247, before: 228 });
    expect(first?.alternative).toContain("：2024年新收289件");
  });

  it("leave out a report of another year, and one without figures", () => {
    for (const prior of [{ year: 2019, tables: draft.tables }, { year: 2024, tables: {} }, { year: 2024 }]) {
      const [first] = chartsOf(edition2021, withPrior(prior));
      expect(first?.years).toBeUndefined();
      expect(first?.bars.some(({ before }) => before !== undefined)).toBe(false);
    }
  });

  it("show no total of last year of which a part is missing", () => {
    const prior = { year: 2024, edition: "2019", tables: sample("lixia-2020").tables };
    const [first] = chartsOf(edition2021, withPrior(prior));
    expect(first?.bars.map(({ name, before }) => [name, before])).toEqual([
      ["新收", 176],
      ["上年结转", 2],
      ["办结", undefined],
      ["结转下年", 2],
    ]);
    expect(first?.alternative).toContain("：2024年新收176件，上年结转2件，结转下年2件；2025年");
  });
});

describe("a chart with nothing to say", () => {
  it("is left out: all blank", () => {
    expect(chartsOf(edition2021, { ...draft, tables: {} })).toEqual([]);
  });

  it("is left out: all 0", () => {
    const none = Object.fromEntries(
      ["reconsideration", "litigationDirect", "litigationAfterReconsideration"].flatMap((row) =>
        ["upheld", "corrected", "otherOutcome", "pending"].map((column) => [`disputes.${row}.${column}`, 0]),
      ),
    );
    expect(chartsOf(edition2021, withCells(draft, none)).map(({ subject }) => subject)).not.toContain(
      "政府信息公开行政复议、行政诉讼结果",
    );
  });

  it("is none at all in an edition that declares none", () => {
    const { charts: _, ...plain } = edition2019;
    expect(chartsOf(plain, sample("lixia-2020"))).toEqual([]);
  });
});

describe("a template with charts", () => {
  const whole = templateJson("templates/editions/2021.json");
  it.each([
    ["charts[0].cells", "requests.{serie}.total", "charts[0]", "requests.{serie}.total"],
    ["charts[1].categories[2].is", "refused_*", "charts[1]", "requests.refused_*.total"],
    ["charts[3].series[0].is", "upheid", "charts[3]", "disputes.reconsideration.upheid"],
  ])("that names at %s what is not there is refused", (path, value, place, name) => {
    const reading = readEdition(withAt(whole, path, value));
    const problems = reading.ok ? [] : reading.problems;
    expect(problems.map(({ code, path: where }) => [code, placeOf(where)])).toEqual([["unknownCell", place]]);
    expect(problems[0]?.message).toContain(name);
  });

  it("that names two alike is refused", () => {
    const reading = readEdition(withAt(whole, "charts[0].id", "outcomes"));
    expect(reading.ok ? [] : reading.problems.map(({ code, path }) => [code, placeOf(path)])).toEqual([
      ["duplicate", "charts[1].id"],
    ]);
  });
});

describe("a document with charts", () => {
  it("shows each after the table from which it is drawn, and is else the same", () => {
    const blocks = compose(edition2021, draft, { charts: true }).blocks;
    const places = blocks.flatMap((block, index) =>
      block.type === "chart" ? [[block.title, tableBefore(blocks, index)]] : [],
    );
    expect(places).toEqual([
      [charts[0]?.title, "收到和处理政府信息公开申请情况"],
      [charts[1]?.title, "收到和处理政府信息公开申请情况"],
      [charts[2]?.title, "收到和处理政府信息公开申请情况"],
      [charts[3]?.title, "政府信息公开行政复议、行政诉讼情况"],
    ]);
    expect(blocks.filter(({ type }) => type !== "chart")).toEqual(compose(edition2021, draft).blocks);
  });

  it("has none where nothing asks for them", () => {
    expect(compose(edition2021, draft).blocks.map(({ type }) => type)).not.toContain("chart");
  });
});

/** The name of the table that stands above, with nothing but charts between. */
function tableBefore(blocks: readonly Block[], index: number): string | undefined {
  const above = blocks[index - 1];
  if (above?.type === "chart") return tableBefore(blocks, index - 1);
  return above?.type === "table" ? above.name : undefined;
}
