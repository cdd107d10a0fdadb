import { describe, expect, it } from "vitest";
import { compose } from "../../src/document/compose.ts";
import type { Block } from "../../src/document/tree.ts";
import { placeOf } from "../../src/edition/problems/problem.ts";
import { readEdition } from "../../src/edition/read.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { withAt } from "../fixtures/json.ts";
import {
  chartsOf,
  edition,
  edition2019,
  edition2021,
  reports,
  sample,
  templateJson,
  withCells,
} from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const charts = chartsOf(edition2021, draft);

function withPrior(prior: NonNullable<Draft["prior"]>): Draft {
  return { ...draft, prior };
}

describe("the charts of a report", () => {
  it("are the edition's, in its order", () => {
    expect(charts.map(({ title, kind }) => [title, kind])).toEqual([
      ["政府信息公开申请收到和办理情况", "bars"],
      ["政府信息公开申请办理结果", "bars"],
      ["新收政府信息公开申请的申请人", "bars"],
      ["政府信息公开行政复议、行政诉讼结果", "stacked"],
    ]);
  });

  it("add up the cells that stand for a bar: eight kinds of refusal are 45", () => {
    const outcomes = charts[1];
    expect(outcomes?.categories).toEqual([
      "予以公开",
      "部分公开",
      "不予公开",
      "无法提供",
      "不予处理",
      "其他处理",
    ]);
    expect(outcomes?.series).toEqual([{ name: "办理结果", values: [119, 25, 45, 79, 24, 14] }]);
    expect(outcomes?.series[0]?.values.reduce((sum: number, value) => sum + (value ?? 0), 0)).toBe(306);
  });

  it("have as many values in each series as categories", () => {
    for (const { draft: each } of reports) {
      for (const { categories, series } of chartsOf(edition(each.edition), each))
        for (const { values } of series) expect(values).toHaveLength(categories.length);
    }
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

describe("charts over the years", () => {
  it("begin with last year where its report is known", () => {
    const [first] = chartsOf(edition2021, withPrior({ year: 2024, tables: draft.tables }));
    expect(first?.categories).toEqual(["2024年", "2025年"]);
    expect(first?.series[0]).toEqual({ name: "新收", values: [308, 308] });
  });

  it("leave out a report of another year, and one without figures", () => {
    for (const prior of [{ year: 2019, tables: draft.tables }, { year: 2024, tables: {} }, { year: 2024 }])
      expect(chartsOf(edition2021, withPrior(prior))[0]?.categories).toEqual(["2025年"]);
  });

  it("show no total of last year of which a part is missing", () => {
    const prior = { year: 2024, edition: "2019", tables: sample("lixia-2020").tables };
    const [first] = chartsOf(edition2021, withPrior(prior));
    expect(first?.series.map(({ name, values }) => [name, values[0]])).toEqual([
      ["新收", 176],
      ["上年结转", 2],
      ["办结", null],
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
    expect(chartsOf(edition2021, withCells(draft, none)).map(({ kind }) => kind)).not.toContain("stacked");
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
