import { describe, expect, test } from "vitest";
import { recognise } from "../../../src/document/recognise/recognise.ts";
import { readText } from "../../../src/formats/text/read.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { editions } from "../../fixtures/reports.ts";

function read(text: string) {
  const recognition = recognise(readText(text), editions);
  if (!recognition) throw new Error("no report");
  const lookup = lookupIn(recognition.draft.tables);
  const noted = new Set(recognition.notes.flatMap((note) => note.cells));
  return { ...recognition, lookup, noted };
}

const applicants =
  "(本列数据的勾稽关系为：第一项加第二项之和， 等于第三项加第四项之和)\t\t申请人情况\t\t\t\t\t\t总计\t\n" +
  "\t\t自然人\t法人或其他组织\t\t\t\t\t\t\n" +
  "\t\t\t商 业 企 业\t科 研 机 构\t社 会 公 益 组 织\t法 律 服 务 机 构\t其 他\t\t\n";

describe("a report copied out of Word, its merged cells shifted and its headings without numbers", () => {
  const report = read(`清平县2020年政府信息公开工作年度报告

总体情况

我县按规定公开信息。

主动公开政府信息情况

信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t214\t减18\t1903
其他对外管理服务事项\t-\t-\t-
信息内容\t采购项目数量\t采购总金额
政府集中采购\t57个\t8800万元

收到和处理政府信息公开申请情况

${applicants}一、\t本年新收政府信息公开申请数量\t21\t3\t0\t0\t0\t0\t24\t
二、上年结转政府信息公开申请数量\t\t1\t0\t0\t0\t0\t0\t1\t
三、 本年 度办 理结 果\t(一) 予以公开\t18\t2\t0\t0\t0\t0\t20\t
\t(三) 不予公 开\t1. 属于国家秘密\t0\t0\t0\t0\t0\t0\t0
4. 保护第三方合法权益\t\t2\t1\t0\t0\t0\t0\t3\t

\t5. 属于三类内部事务信息\t1\t0\t0\t0\t0\t0\t1
(六) 其他处理\t0\t0\t0\t0\t0\t0\t0\t0
(七) 总计\t21\t3\t0\t0\t0\t0\t24\t
四、结转下年度继续办理\t\t1\t0\t0\t0\t0\t0\t1

存在的主要问题及改进情况

公开的内容还要充实。

其他需要报告的事项

无。
`);

  test.for([
    ["requests.received.naturalPerson", 21],
    ["requests.received.business", 3],
    ["requests.granted.naturalPerson", 18],
    ["requests.denied_thirdParty.naturalPerson", 2],
    ["requests.denied_thirdParty.business", 1],
    ["requests.denied_internalAffairs.naturalPerson", 1],
    ["requests.carriedOut.naturalPerson", 1],
  ] as const)("%s is %s", ([id, value]) => {
    expect(report.lookup(id)).toBe(value);
  });

  test.for([
    ["proactive.licensing.change", -18],
    ["proactive.procurement.projects", 57],
    ["proactive.procurement.amount", 8800],
    ["proactive.otherServices.change", "-"],
    ["requests.other.naturalPerson", 0],
  ] as const)("%s is read as %s, with a note", ([id, value]) => {
    expect(report.lookup(id)).toBe(value);
    expect([...report.noted]).toContain(id);
  });

  test("the table that is not there is noted cell by cell, and nothing is filled in", () => {
    const missing = report.notes.filter((note) => note.code === "table.missing");
    expect(missing.map((note) => note.cells.length)).toEqual([12]);
    expect(report.lookup("disputes.reconsideration.upheld")).toBeNull();
  });

  test("the texts stand in their sections", () => {
    expect(narrativeToText(report.draft.narrative.problems)).toBe("公开的内容还要充实。");
    expect(narrativeToText(report.draft.narrative.other)).toBe("无。");
  });
});

describe("a report of eight sections behind a table of contents", () => {
  const headings = [
    "一、总体情况",
    "二、多种渠道便民，拓宽公开平台",
    "三、主动公开政府信息情况",
    "四、政府信息公开申请办理情况",
    "五、政府信息公开行政复议、行政诉讼情况",
    "六、政府信息公开工作存在的主要问题及改进情况",
    "七、其他",
  ];
  const contents = headings.map((heading, at) => `${heading}.....\t${at + 1}`).join("\n");
  const texts = [
    "全区按规定公开信息。",
    "开办了咨询窗口。",
    "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规范性文件\t4\t4\t9\n\n1. 会议公开。邀请代表列席常务会。",
    `2020年共收到申请2件。\n\n${applicants}一、本年新收政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2`,
    "0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0",
    "公开的内容还要充实。",
    "无。",
  ];
  const body = headings.map((heading, at) => `${heading}\n\n${texts[at]}\n`).join("\n");
  const report = read(`清平区人民政府2020年政府信息公开工作年度报告\n\n目录\n${contents}\n\n${body}`);

  test("maps what the edition knows and says what it does not", () => {
    expect(report.lookup("proactive.normativeDocuments.published")).toBe(9);
    expect(report.lookup("requests.received.naturalPerson")).toBe(2);
    expect(report.lookup("disputes.litigationDirect.upheld")).toBe(1);
    const surplus = report.notes.filter((note) => note.code === "section.surplus");
    expect(surplus.map((note) => note.source)).toEqual(["二、多种渠道便民，拓宽公开平台"]);
    expect(narrativeToText(report.draft.narrative.overview)).toContain("开办了咨询窗口");
  });

  test("keeps the texts among the tables and names where they can go", () => {
    const notes = report.notes.filter((note) => note.code === "narrative.inTables");
    expect(notes.map((note) => note.source)).toEqual([
      "1. 会议公开。邀请代表列席常务会。",
      "2020年共收到申请2件。",
    ]);
    for (const note of notes) expect(note.message).toContain("一、总体情况");
  });
});

test("a section with another number is known by its words, and the number is named", () => {
  const text =
    "某县水务局2024年政府信息公开工作年度报告\n—、总体情况\n全年有序。\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。";
  const notes = recognise(readText(text), editions)?.notes ?? [];
  expect(notes.flatMap(({ code, source }) => (code === "section.number" ? [source] : []))).toEqual([
    "—、总体情况",
  ]);
});

test("a sentence of the preface that lists the sections is kept whole, also where it is wrapped", () => {
  const lines = [
    "某县水务局2024年政府信息公开工作年度报告",
    "年政府信息公开工作年度报告。本报告由总体情况、主动公",
    "开政府信息情况、收到和处理政府信息公开申请情况、政府",
    "信息公开行政复议及行政诉讼情况、存在的主要问题及改进",
    "情况、其他需要报告的事项等六部分组成。",
    "一、总体情况",
    "全年有序。",
    "二、主动公开政府信息情况",
    "规章 0 0 3",
    "三、收到和处理政府信息公开申请情况",
    "一、本年新收政府信息公开申请数量 2 0 0 0 0 0 2",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "内容还要充实。",
    "六、其他需要报告的事项",
    "无。",
  ];
  const read = recognise(readText(lines.join("\n\n")), editions);
  expect(narrativeToText(read?.draft.narrative.preface ?? { type: "doc", content: [] })).toBe(
    lines.slice(1, 5).join(""),
  );
});
