import { describe, expect, test } from "vitest";
import { recognise } from "../../../../src/document/recognise/recognise.ts";
import { readText } from "../../../../src/formats/text/read.ts";
import { lookupIn } from "../../../../src/report/figures/values.ts";
import { narrativeToText } from "../../../../src/report/narrative/narrative.ts";
import { editions } from "../../../fixtures/reports.ts";

const official = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];
const bodies = [
  "全年有序。",
  "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 1 | 2 | 3",
  "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4",
  "1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 3",
  "内容还要充实。",
  "无其他事项。",
];

function replaced(texts: readonly string[], place: number, by: string): string[] {
  return texts.map((text, at) => (at === place ? by : text));
}

/** The report with these headings, each over its body. */
function read(headings: readonly string[], texts: readonly string[] = bodies) {
  const lines = headings.map((heading, at) => `${heading}\n${texts[at] ?? ""}`);
  const read = recognise(
    readText(`青禾县水务局2024年政府信息公开工作年度报告\n${lines.join("\n")}`),
    editions,
  );
  if (!read) throw new Error("no report");
  return read;
}

/** Each text in its section, each table read. */
function expectWhole({ draft }: ReturnType<typeof read>): void {
  const lookup = lookupIn(draft.tables);
  expect(
    ["overview", "problems", "other"].map((slot) =>
      narrativeToText(draft.narrative[slot] ?? { type: "doc" }),
    ),
  ).toEqual(["全年有序。", "内容还要充实。", "无其他事项。"]);
  expect(
    [
      "proactive.regulations.effective",
      "requests.received.naturalPerson",
      "disputes.litigationDirect.upheld",
      "disputes.litigationAfterReconsideration.upheld",
    ].map(lookup),
  ).toEqual([3, 4, 2, 3]);
}

describe("the sections of a report are known by their words", () => {
  const instead = (at: number, heading: string): string[] => replaced(official, at, heading);
  test.each([
    ["another word for the overview", instead(0, "一、总体工作情况")],
    ["a dash for the first number", instead(0, "—、总体情况")],
    ["no number", official.map((heading) => heading.slice(2))],
    ["words left out", instead(1, "二、主动公开信息情况")],
    ["the offices named", instead(1, "二、行政机关主动公开政府信息情况")],
    ["how requests are dealt with", instead(2, "三、收到的处理政府信息公开申请情况")],
    ["what the disputes are about", instead(3, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")],
    ["problems in fewer words", instead(4, "五、存在问题及改进情况")],
    ["problems in more words", instead(4, "五、政府信息公开工作存在的主要问题及改进措施")],
    ["numbers shifted by one", official.map((heading, at) => `${"二三四五六七"[at]}${heading.slice(1)}`)],
    ["numbers started again", official.map((heading) => `一${heading.slice(1)}`)],
    ["spaces within", official.map((heading) => [...heading].join(" "))],
    ["a colon behind", official.map((heading) => `${heading}：`)],
  ])("with %s", (_, headings) => {
    expectWhole(read(headings));
  });

  test("where a heading opens a line that goes on with text", () => {
    const headings = [
      `${official[0]}。全年有序。`,
      ...official.slice(1, 4),
      `${official[4]}：内容还要充实。`,
    ];
    expectWhole(read([...headings, ...official.slice(5)], replaced(replaced(bodies, 0, ""), 4, "")));
  });

  test("where there are more than six, the surplus stays with the section before it and is named", () => {
    const headings = [official[0] ?? "", "二、加强平台建设", ...official.slice(1)];
    const { draft, notes } = read(headings, [bodies[0] ?? "", "平台改版。", ...bodies.slice(1)]);
    expect(notes.filter(({ code }) => code === "section.surplus").map(({ source }) => source)).toEqual([
      "二、加强平台建设",
    ]);
    expect(narrativeToText(draft.narrative.overview ?? { type: "doc" })).toContain("平台改版。");
  });

  test("where texts stand among the tables, they are kept and named", () => {
    const own = replaced(bodies, 2, `本年没有积压。\n${bodies[2]}`);
    const report = read(official, own);
    expectWhole(report);
    expect(
      report.notes.filter(({ code }) => code === "narrative.inTables").map(({ source }) => source),
    ).toEqual(["本年没有积压。"]);
  });

  test("with the signature inside the last", () => {
    const report = read(official, replaced(bodies, 5, "无其他事项。\n青禾县水务局\n2025年1月20日"));
    expectWhole(report);
    expect(report.draft.signature).toEqual({ name: "青禾县水务局", date: "2025-01-20" });
  });
});

describe("what stands before the first section", () => {
  test("a table of metadata and one of contents are no part of the report", () => {
    const front = [
      "索引号 | 014416330/2025-04736 | 分类 | 政府信息公开年报",
      "发布机构 | 县水务局 | 发文日期 | 2025-01-28",
      "青禾县水务局2024年政府信息公开工作年度报告",
      "目录",
      ...official.map((heading, at) => `${heading}……${at + 1}`),
    ];
    const lines = official.map((heading, at) => `${heading}\n${bodies[at]}`);
    const found = recognise(readText([...front, ...lines].join("\n")), editions);
    if (!found) throw new Error("no report");
    expectWhole(found);
    expect([found.title, found.year]).toEqual(["青禾县水务局2024年政府信息公开工作年度报告", 2024]);
  });

  test("a title in traditional characters is one", () => {
    const text = `青禾縣水務局2021年政府信息公開工作年度報告\n${official[0]}\n全年有序。`;
    const found = recognise(readText(text), editions);
    expect([found?.year, found?.organisation]).toEqual([2021, "青禾縣水務局"]);
  });
});
