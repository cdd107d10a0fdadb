import { describe, expect, test } from "vitest";
import type { FoundDocument } from "../../../../src/document/found.ts";
import { editionOf } from "../../../../src/document/recognise/choose-edition.ts";
import { recognise } from "../../../../src/document/recognise/recognise.ts";
import type { ReadTable } from "../../../../src/document/recognise/tables/read-tables.ts";
import { compileEdition } from "../../../../src/edition/read.ts";
import { readPage } from "../../../../src/formats/html/found/read-page.ts";
import { readText } from "../../../../src/formats/text/read.ts";
import { lookupIn } from "../../../../src/report/figures/values.ts";
import { edition, edition2021, editions } from "../../../fixtures/reports.ts";

const title = "青禾县水务局2024年政府信息公开工作年度报告";
const [second, third, fourth] = [
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
];
const applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const [person, , , welfare, , other] = [
  "naturalPerson",
  "business",
  "research",
  "welfare",
  "legalService",
  "otherOrganisation",
];

const text = (...lines: string[]): FoundDocument => readText([title, ...lines].join("\n"));
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const page = (heading: string, ...tables: string[]): FoundDocument =>
  readPage(`<p>${title}</p><h2>${heading}</h2>${tables.map((rows) => `<table>${rows}</table>`).join("")}`);

/** What each cell was filled with, and whether a note names it. */
function cellsOf(found: FoundDocument, ...ids: string[]): [value: unknown, noted: boolean][] {
  const read = recognise(found, editions);
  const noted = new Set((read?.notes ?? []).flatMap((note) => note.cells));
  const lookup = lookupIn(read?.draft.tables);
  return ids.map((id) => [lookup(id), noted.has(id)]);
}

describe("figures in text that may be another row's are named", () => {
  test("each line's figures stand before its label, and add up under the label before as well", () => {
    const lines = [
      "1 0 0 0 0 0 1 一、本年新收政府信息公开申请数量",
      "0 0 0 0 0 0 0 二、上年结转政府信息公开申请数量",
      "2 0 0 0 0 0 2 （一）予以公开",
    ];
    const read = cellsOf(
      text(third, applicants.join(" "), ...lines),
      `requests.received.${person}`,
      `requests.carriedIn.${person}`,
    );
    expect(read.map(([, noted]) => noted)).toEqual([true, true]);
  });

  test("figures before the names of rows that are printed side by side", () => {
    const sides = "结果维持 结果纠正 其他结果 尚未审结 总计";
    const lines = ["3 0 0 2 5 行政复议", "0 1 0 0 1 行政诉讼 未经复议直接起诉", "4 0 0 0 4 复议后起诉"];
    const [, , [upheld, noted] = []] = cellsOf(
      text(fourth, sides, ...lines),
      "disputes.reconsideration.upheld",
      "disputes.reconsideration.corrected",
      "disputes.litigationDirect.upheld",
    );
    expect(upheld === 0 || noted).toBe(true);
  });

  test("several labels on a line, the figures of one or of all on the next", () => {
    const rows = ["licensing", "penalties", "compulsion"].map((id) => `proactive.${id}.decisions`);
    const read = cellsOf(text(second, "行政许可 行政处罚 行政强制", "7"), ...rows);
    expect(read.map(([, noted]) => noted)).toEqual([true, true, true]);
  });

  test("a figure behind a mark for nothing, whatever the mark", () => {
    for (const mark of ["/", "\\", "–", "*"]) {
      const lines = ["信息内容 本年处理决定数量", `行政处罚 ${mark} 4`];
      const [penalties] = cellsOf(text(second, ...lines), "proactive.penalties.decisions");
      expect([mark, penalties?.[1]]).toEqual([mark, true]);
    }
  });

  test("groups a line each, in another order than the prescribed one", () => {
    const sides = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    const labels = ["行政诉讼", "行政复议", "未经复议直接起诉", "复议后起诉", ...sides, ...sides, ...sides];
    const figures = ["0", "2", "0", "0", "2", "0", "0", "0", "0", "0", "3", "0", "4", "0", "7"];
    const read = cellsOf(
      text(fourth, ...labels, ...figures),
      "disputes.reconsideration.upheld",
      "disputes.litigationDirect.corrected",
    );
    expect(read.map(([, noted]) => noted)).toEqual([true, true]);
  });
});

describe("figures of a table that may be another column's are named", () => {
  const heads = row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "备注");
  const regulations = ["issued", "repealed", "effective"].map((column) => `proactive.regulations.${column}`);

  test("one in a column of remarks beside the blank of its row", () => {
    const fees = "<tr><td>信息内容</td><td>本年收费金额（单位：万元）</td><td>备注</td></tr>";
    const whole = row("规章", "1", "0", "5", "");
    const read = cellsOf(
      page(second, heads + whole + fees + row("行政事业性收费", "", "12")),
      ...regulations,
      "proactive.fees.amount",
    );
    expect(read.slice(0, 3)).toEqual([
      [1, false],
      [0, false],
      [5, false],
    ]);
    expect(read[3]?.[1]).toBe(true);
  });

  test("one of last year beside the blank of this year", () => {
    const head = `<tr><td rowspan=2>信息内容</td><td colspan=2>本年处理决定数量</td></tr>`;
    for (const years of [
      ["2023年", "2024年"],
      ["上年", "本年"],
    ]) {
      const rows = head + row(...years) + row("行政许可", "16", "");
      const [licensing] = cellsOf(page(second, rows), "proactive.licensing.decisions");
      expect([years, licensing?.[1]]).toEqual([years, true]);
    }
  });

  test("two lines in one cell are not thousands", () => {
    const rows = row("信息内容", "本年处理决定数量") + row("行政处罚<br>行政强制", "52<br>359");
    const [penalties, compulsion] = cellsOf(
      page(second, rows),
      "proactive.penalties.decisions",
      "proactive.compulsion.decisions",
    );
    expect(penalties?.[1]).toBe(true);
    expect(compulsion?.[1]).toBe(true);
  });

  test("those that stand in words in the cell of the label, with nothing in its row", () => {
    const rows = row("行政许可：本年办理3002件", "", "") + row("行政处罚", "5", "");
    const [licensing] = cellsOf(page(second, rows), "proactive.licensing.decisions");
    expect(licensing).toEqual([null, true]);
  });
});

test("a blank in the first column of rows side by side is one, though a foreign column stands behind", () => {
  const sides = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const heads = row(...sides, ...sides, ...sides, "合计");
  const groups = `<tr><td colspan=5>行政复议</td><td colspan=5>未经复议直接起诉</td><td colspan=6>复议后起诉</td></tr>`;
  const figures = row("", "6", "", "1", "7", ...Array(5).fill(""), "3", "0", "0", "36", "39", "39");
  const ids = ["upheld", "corrected", "pending"].map((column) => `disputes.reconsideration.${column}`);
  const read = cellsOf(page(fourth, groups + heads + figures), ...ids);
  expect(read.map(([, noted]) => noted)).toEqual([true, true, true]);
});

describe("a table without some of its columns is read by the heads that it has", () => {
  const all = ["3", "1", "0", "0", "0", "2", "6"];
  const part = (from: number, to: number): string =>
    row("", ...applicants.slice(from, to)) + row("（一）予以公开", ...all.slice(from, to));

  test("one that is parted by columns into two is put together, and named", () => {
    const ids = [person, welfare, other].map((column) => `requests.granted.${column}`);
    expect(cellsOf(page(third, part(0, 4), part(4, 7)), ...ids)).toEqual([
      [3, true],
      [0, true],
      [2, true],
    ]);
  });

  test("a stroke too many in a line of text is no blank in the last column", () => {
    const heads = ["法人或其他组织 | 总计 |", `${applicants.slice(1, 6).join(" | ")} ||`];
    const lines = [
      "四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 1 | 3 ||",
      "（一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 |",
    ];
    const [granted, carried] = cellsOf(
      text(third, ...heads, ...lines),
      `requests.granted.${person}`,
      `requests.carriedOut.${other}`,
    );
    expect([granted?.[1], carried?.[1]]).toEqual([true, true]);
  });

  test("a column that is not there stays blank and is named, also where the row is blank", () => {
    const ids = [`requests.granted.${person}`, `requests.granted.${other}`, `requests.carriedOut.${person}`];
    const blank = row("四、结转下年度继续办理", "", "", "", "", "", "");
    expect(cellsOf(page(third, part(1, 7) + blank), ...ids)).toEqual([
      [null, true],
      [2, true],
      [null, true],
    ]);
  });
});

test("a table of units in the overview is none of the report's, where section two has its own", () => {
  const units =
    row("单位", "规章", "规范性文件", "行政许可", "行政处罚", "行政强制") +
    row("县教育局", "1", "2", "3", "4", "5");
  const own = (label: string, ...figures: string[]): string => row(label, ...figures);
  const heads = row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数");
  const tables = heads + own("规章", "0", "0", "0") + own("行政规范性文件", "6", "1", "9");
  const found = readPage(
    `<p>${title}</p><h2>一、总体情况</h2><table>${units}</table><h2>${second}</h2><table>${tables}</table>`,
  );
  const read = recognise(found, editions);
  expect(cellsOf(found, "proactive.normativeDocuments.issued")).toEqual([[6, false]]);
  expect(read?.notes.filter(({ code }) => code === "figures.unplaced")).toEqual([]);
  expect(JSON.stringify(read?.draft.narrative)).toContain("县教育局");
});

test("a table that every edition declares alike speaks for none, whatever is left over in it", () => {
  const read = (id: string, score: number): [ReturnType<typeof edition>, ReadTable[]] => {
    const own = edition(id);
    const table = own.tables.find((other) => other.id === "disputes");
    if (!table) throw new Error(`no table in ${id}`);
    const nothing = { cells: new Map(), doubts: [], bare: new Map(), missing: [], stray: [] };
    return [own, [{ table, edition: own, score, ...nothing }]];
  };
  expect(editionOf(new Map([read("2019", 45), read("2021", 13)]), 2024, editions)?.id).toBe("2021");
  expect(editionOf(new Map([read("2019", 13), read("2021", 45)]), 2020, editions)?.id).toBe("2019");
});

test("a table that the page cut off is none of an edition that has fewer columns or rows", () => {
  const { bases: _, charts: __, highlights: ___, ...template } = structuredClone(edition2021);
  const without = (nodes: unknown[]): unknown[] =>
    nodes.flatMap((node) => {
      const { id, children } = node as { id?: string; children?: unknown[] };
      if (id === welfare) return [];
      return [children ? { ...(node as object), children: without(children) } : node];
    });
  for (const table of template.tables)
    for (const block of table.blocks) block.columns = without(block.columns) as typeof block.columns;
  const narrow = compileEdition({ ...template, id: "narrow", years: { from: 2027 } });
  const known = new Map([...editions, [narrow.id, narrow]]);
  const figures = ["1", "0", "0", "0", "2", "6"];
  const rows = row("", ...applicants.slice(1)) + row("（一）予以公开", ...figures);
  const read = recognise(page(third, rows), known);
  const noted = new Set((read?.notes ?? []).flatMap((note) => note.cells));
  expect(read?.draft.edition).toBe("2021");
  expect(lookupIn(read?.draft.tables)(`requests.granted.${person}`)).toBe(null);
  expect(noted).toContain(`requests.granted.${person}`);
});
