import { describe, expect, it } from "vitest";
import { check } from "../../../src/check/check.ts";
import { cellsOf, type Finding, sectionOf } from "../../../src/check/finding.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import type { CellValue, Draft } from "../../../src/report/file/draft.ts";
import { edition, sample, withCells } from "../../fixtures/reports.ts";

type Case = readonly [name: string, cell: string, value: CellValue, code: string, message: string];

const cases: readonly Case[] = [
  [
    "qinghe-2025",
    "proactive.licensing.decisions",
    "129件",
    "cell.notNumber",
    "行政许可「本年处理决定数量」填了“129件”，这里要填整数，例如 12",
  ],
  [
    "qinghe-2025",
    "proactive.licensing.decisions",
    "/",
    "cell.notNumber",
    "行政许可「本年处理决定数量」填了“/”，这里要填整数，例如 12",
  ],
  [
    "qinghe-2025",
    "proactive.licensing.decisions",
    -1,
    "cell.negative",
    "行政许可「本年处理决定数量」填了 -1，这里要填整数，例如 12",
  ],
  [
    "qinghe-2025",
    "proactive.licensing.decisions",
    2.5,
    "cell.fraction",
    "行政许可「本年处理决定数量」填了 2.5，这里要填整数，例如 12",
  ],
  [
    "qinghe-2025",
    "proactive.fees.amount",
    "251000元",
    "cell.inYuan",
    "行政事业性收费「本年收费金额（单位：万元）」填了“251000元”，这里的单位是万元，应填 25.1",
  ],
  [
    "qinghe-2025",
    "proactive.fees.amount",
    "约25万",
    "cell.notNumber",
    "行政事业性收费「本年收费金额（单位：万元）」填了“约25万”，这里要填数字，可以有小数，例如 12.5",
  ],
  [
    "qinghe-2025",
    "proactive.fees.amount",
    -0.5,
    "cell.negative",
    "行政事业性收费「本年收费金额（单位：万元）」填了 -0.5，这里要填数字，可以有小数，例如 12.5",
  ],
  [
    "yicheng-2020",
    "proactive.licensing.change",
    "减22",
    "cell.notNumber",
    "行政许可「本年增/减」填了“减22”，这里要填整数，减少写负数，例如 -3",
  ],
  [
    "yicheng-2020",
    "proactive.licensing.change",
    -0.5,
    "cell.fraction",
    "行政许可「本年增/减」填了 -0.5，这里要填整数，减少写负数，例如 -3",
  ],
  [
    "qinghe-2025",
    "disputes.litigationDirect.upheld",
    "三",
    "cell.notNumber",
    "行政诉讼未经复议直接起诉「结果维持」填了“三”，这里要填整数，例如 12",
  ],
];

/** The findings about single cells and blanks, whatever else is found. */
function aboutCells(draft: Draft): Finding[] {
  return check(edition(draft.edition), draft).filter((finding) => finding.code.startsWith("cell."));
}

describe("a figure that does not fit its cell", () => {
  it.each(cases)("%s: %s = %j is %s", (name, cell, value, code, message) => {
    const draft = withCells(sample(name), { [cell]: value });
    const found = aboutCells(draft);
    expect(
      found.map((finding) => [finding.severity, finding.code, cellsOf(finding), finding.message]),
    ).toEqual([["error", code, [cell], message]]);
  });

  it.each([
    ["a decrease", "yicheng-2020", "proactive.licensing.change", -3525],
    ["an amount with decimals", "qinghe-2025", "proactive.fees.amount", 0.01],
    ["a large count", "qinghe-2025", "proactive.licensing.decisions", 544027],
  ] as const)("%s is no finding", (_, name, cell, value) => {
    const draft = withCells(sample(name), { [cell]: value });
    expect(aboutCells(draft)).toEqual([]);
  });

  it("a value with braces is quoted as it is, not filled in", () => {
    const draft = withCells(sample("qinghe-2025"), { "proactive.licensing.decisions": "{expected}" });
    expect(aboutCells(draft)[0]?.message).toContain("填了“{expected}”，这里要填整数");
  });
});

describe("blank cells", () => {
  it("are counted table by table, the first four by name", () => {
    const draft = sample("lanling-2020");
    const found = aboutCells(draft);
    expect(
      found.map((finding) => [
        sectionOf(finding, edition("2021")),
        finding.headline,
        cellsOf(finding).length,
      ]),
    ).toEqual([
      ["proactive", "主动公开政府信息情况有 3 格未填", 3],
      ["disputes", "政府信息公开行政复议、行政诉讼情况有 12 格未填", 12],
    ]);
    expect(found[1]?.message).toBe(
      "政府信息公开行政复议、行政诉讼情况有 12 格未填：行政复议「结果维持」、行政复议「结果纠正」、行政复议「其他结果」、行政复议「尚未审结」等。没有的填 0",
    );
  });

  it("exactly four are named without 等", () => {
    const four = ["upheld", "corrected", "otherOutcome", "pending"].map(
      (column) => `disputes.reconsideration.${column}`,
    );
    const draft = withCells(sample("qinghe-2025"), Object.fromEntries(four.map((id) => [id, null])));
    expect(aboutCells(draft)[0]?.message).toMatch(/「尚未审结」。没有的填 0$/);
  });

  it("a cell that the file lacks is as blank as one that holds null", () => {
    const draft = sample("qinghe-2025");
    const { licensing: _, ...rest } = draft.tables.proactive ?? {};
    const found = aboutCells({ ...draft, tables: { ...draft.tables, proactive: rest } });
    expect(found).toMatchObject([{ code: "cell.blank", at: { cells: ["proactive.licensing.decisions"] } }]);
  });

  it.each([
    ["2021", [10, 144, 12]],
    ["2019", [22, 132, 12]],
    ["2031", [5, 60, 8, 6]],
  ] as const)("all %s cells of an empty draft are told, and no total", (id, counts) => {
    const organisation = { name: "某某局", kind: "department", level: "county" } as const;
    const draft = createDraft(edition(id), edition(id).years.from, organisation);
    expect(aboutCells(draft).map((finding) => cellsOf(finding).length)).toEqual(counts);
  });

  it("0 is not blank", () => {
    expect(aboutCells(sample("zhangdian-2020"))).toEqual([]);
  });
});
