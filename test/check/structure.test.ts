import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Finding } from "../../src/check/finding.ts";
import type { Edition } from "../../src/edition/read.ts";
import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { edition2019, edition2021, editions, liuwan, madeUp, sample } from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");

function findings(edition: Edition, of: Draft, code: string): Finding[] {
  return check(edition, of, editions).filter((finding) => finding.code === code);
}

function messages(edition: Edition, of: Draft, code: string): string[] {
  return findings(edition, of, code).map((finding) => finding.message);
}

const doc = (...lines: string[]): NarrativeNode => ({
  type: "doc",
  content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});

function withNarrative(slot: string, narrative: NarrativeNode): Draft {
  return { ...draft, narrative: { ...draft.narrative, [slot]: narrative } };
}

describe("the name and the date", () => {
  it.each(["", " ", "　\n"])("a name of %j is blank", (name) => {
    const nameless = { ...draft, organisation: { ...draft.organisation, name } };
    expect(findings(edition2021, nameless, "cover.nameBlank")).toMatchObject([
      { severity: "error", at: { cover: "name" }, message: "单位名称未填。填写单位全称，标题和落款都用它" },
    ]);
  });

  it("a name with braces is a name", () => {
    const braced = { ...draft, organisation: { ...draft.organisation, name: "{year}县人民政府" } };
    expect(findings(edition2021, braced, "cover.nameBlank")).toEqual([]);
  });

  it.each(["2025-11-31", "2026年1月20日", "2026-01", "明天"])("the date %s is no day", (date) => {
    const dated = { ...draft, signature: { name: "", date } };
    expect(messages(edition2021, dated, "cover.date")).toEqual([
      `落款日期“${date}”不是日历上的日子，写成 2026-01-20 这样`,
    ]);
  });

  it("no date, no signature and a right date are no finding", () => {
    for (const signature of [undefined, { name: "", date: " " }, { name: "", date: "2026-1-20" }]) {
      expect(messages(edition2021, { ...draft, signature }, "cover.date")).toEqual([]);
    }
  });
});

describe("the edition and the year", () => {
  it("edition 2019 for a report of 2025 is a warning that names the right one", () => {
    expect(findings(edition2019, { ...draft, edition: "2019" }, "edition.year")).toMatchObject([
      { severity: "warning", message: "2025年的报告一般用2021年版格式，这份报告用的是2019年版格式" },
    ]);
  });

  it("edition 2021 for a report of 2020 is one too", () => {
    const early = { ...sample("lixia-2020"), edition: "2021" };
    expect(messages(edition2021, early, "edition.year")).toEqual([
      "2020年的报告一般用2019年版格式，这份报告用的是2021年版格式",
    ]);
  });

  it.each([2021, 2025])("edition 2021 for %i is right", (year) => {
    expect(check(edition2021, { ...draft, year }).map((finding) => finding.code)).not.toContain(
      "edition.year",
    );
  });

  it("a year for which no edition is known is no finding: there is nothing to propose", () => {
    expect(messages(edition2021, { ...draft, year: 2010 }, "edition.year")).toEqual([]);
  });

  it("an edition is right until its years end, and for a later year the one in force is proposed", () => {
    const open = { ...edition2021, years: { from: 2021 } };
    const known = new Map([open, madeUp].map((edition) => [edition.id, edition]));
    const asked = (edition: Edition, of: Draft): string[] =>
      check(edition, of, known).flatMap(({ code, message }) => (code === "edition.year" ? message : []));
    expect(asked(open, { ...draft, year: 2033 })).toEqual([]);
    expect(asked(madeUp, { ...liuwan(), year: 2035 })).toEqual([]);
    expect(asked(madeUp, { ...liuwan(), year: 2036 })).toEqual([
      "2036年的报告一般用2021年版格式，这份报告用的是2031年版格式（测试用）",
    ]);
  });
});

describe("the texts", () => {
  it.each([
    ["no slot", undefined],
    ["no content", { type: "doc", content: [] }],
    ["blank paragraphs", doc("", "　 ", "\n")],
  ] as const)("a required text with %s is blank", (_, narrative) => {
    const { problems: __, ...others } = draft.narrative;
    const blank = { ...draft, narrative: narrative ? { ...others, problems: narrative } : others };
    expect(findings(edition2021, blank, "narrative.blank")).toMatchObject([
      { severity: "error", at: { section: "problems" }, message: "五、存在的主要问题及改进情况还没有内容" },
    ]);
  });

  it("section six, blank, is told what to write when there is nothing to report", () => {
    expect(messages(edition2021, withNarrative("other", doc()), "narrative.blank")).toEqual([
      "六、其他需要报告的事项还没有内容。没有要报告的，写“无。”",
    ]);
    expect(messages(edition2021, withNarrative("other", doc("无。")), "narrative.blank")).toEqual([]);
  });

  it("the preface may be left out", () => {
    expect(findings(edition2021, withNarrative("preface", doc()), "narrative.blank")).toEqual([]);
  });

  const parts = [
    "（一）主动公开",
    "（二）依申请公开",
    "（三）政府信息管理",
    "（四）政府信息公开平台建设",
    "（五）监督保障",
  ];

  it.each(parts)("without the heading %s the part is missing", (heading) => {
    const overview = doc(...parts.filter((part) => part !== heading), "全年工作有序开展。");
    expect(messages(edition2021, withNarrative("overview", overview), "narrative.partMissing")).toEqual([
      `一、总体情况没有找到“${heading}”这一部分，另起一行写上这个小标题`,
    ]);
  });

  it.each([
    ["half-width brackets", "(一)主动公开情况"],
    ["arabic numerals", "1.主动公开"],
    ["no brackets", "一、主动公开方面"],
    ["一是 for a number", "一是主动公开方面。全年公开政府信息12846条。"],
    ["一是 inside a paragraph", "工作有序开展。一是强化主动公开。全年公开12846条。二是抓好培训。"],
    ["第一 for a number", "第一，主动公开"],
    ["no number, and what is told behind it", "主动公开政府信息情况：全年公开12846条。"],
    ["a heading that opens a paragraph", "（一）主动公开。全年在县政府门户网站公开政府信息12846条。"],
  ])("a heading with %s is recognised", (_, line) => {
    const overview = doc(line, ...parts.slice(1));
    expect(messages(edition2021, withNarrative("overview", overview), "narrative.partMissing")).toEqual([]);
  });

  it("the words in the middle of a sentence are no heading", () => {
    const overview = doc("全年主动公开信息12846条。", ...parts.slice(1));
    expect(messages(edition2021, withNarrative("overview", overview), "narrative.partMissing")).toHaveLength(
      1,
    );
  });

  it("a blank overview is one finding, not five missing parts", () => {
    const codes = check(edition2021, withNarrative("overview", doc())).map((finding) => finding.code);
    expect(codes).toContain("narrative.blank");
    expect(codes).not.toContain("narrative.partMissing");
  });

  type Block = readonly [level: number, text: string] | string;
  const outline = (...blocks: readonly Block[]): Draft =>
    withNarrative("overview", {
      type: "doc",
      content: blocks.map((block) => {
        const [level, text] = typeof block === "string" ? [0, block] : block;
        const content = text === "" ? [] : [{ type: "text", text }];
        return level > 0 ? { type: "heading", attrs: { level }, content } : { type: "paragraph", content };
      }),
    });
  const [one = "", two = "", ...others] = parts;
  const bare = (of: Draft) => findings(edition2021, of, "narrative.partEmpty").map(({ about }) => about);

  it("every heading under which nothing stands is an error that names it and its place", () => {
    const draft = outline([2, one], "全年公开信息。", [2, two], "", [2, "（三）政府信息管理"]);
    const found = findings(edition2021, draft, "narrative.partEmpty");
    expect(found).toMatchObject([
      { severity: "error", at: { slot: "overview", from: 16, to: 24 }, excerpt: two },
      { severity: "error", excerpt: "（三）政府信息管理" },
    ]);
    expect(found[0]?.message).toBe("“（二）依申请公开”下面还没有内容，写上内容，或去掉这个小标题");
  });

  it("a heading with text under a heading of its own is not bare, one of whose parts are is", () => {
    expect(bare(outline([2, one], [3, "1.公开制度"], "建立台账。", [2, two], [3, "1.受理"]))).toEqual([
      two,
      "1.受理",
    ]);
  });

  it("a heading that goes on with its text in its own line is not bare", () => {
    expect(bare(outline([2, `${one}。全年公开信息12条。`], [2, two]))).toEqual([two]);
  });

  it("a list, a table or a picture under a heading is content", () => {
    const cell = {
      type: "tableCell",
      content: [{ type: "paragraph", content: [{ type: "text", text: "12" }] }],
    };
    for (const block of [
      { type: "bulletList", content: [{ type: "listItem", content: doc("建立台账").content ?? [] }] },
      { type: "table", content: [{ type: "tableRow", content: [cell] }] },
      { type: "image", attrs: { src: "data:image/png;base64,AA==", alt: "", caption: "" } },
    ])
      expect(
        bare(
          withNarrative("overview", {
            type: "doc",
            content: [
              { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: one }] },
              block,
            ],
          }),
        ),
      ).toEqual([]);
  });

  it("a typed line that only opens a part is a heading too; a short item or a heading that opens its paragraph is none", () => {
    expect(bare(outline(one, two, "全年受理申请12件。", ...others.slice(0, 1)))).toEqual([one, others[0]]);
    expect(bare(outline("1.公开不及时", "2.解读不深入", "（一）主动公开。全年公开信息12条。"))).toEqual([]);
  });
});
