import { describe, expect, it } from "vitest";
import type { Table } from "../../../../src/document/tree.ts";
import { writeDocx } from "../../../../src/formats/docx/write.ts";
import { gongwen, type Style, tuwen } from "../../../../src/formats/style.ts";
import {
  allOf,
  childrenOf,
  firstOf,
  partOf,
  readDocxTexts,
  settingOf,
  textOf,
  type XmlElement,
} from "../../../support/read-docx.ts";
import { applicationsTable, cell, disputes, documentOf, heading, sample } from "../documents.ts";

async function written(table: Table, style: Style = gongwen): Promise<XmlElement> {
  const bytes = await writeDocx(documentOf([heading("三、收到和处理政府信息公开申请情况"), table]), style);
  return firstOf(partOf(bytes, "word/document.xml"), "w:tbl");
}

const rowsOf = (table: XmlElement) => childrenOf(table, "w:tr");
const cellsOf = (row: XmlElement) => childrenOf(row, "w:tc");
const isKept = (row: XmlElement) =>
  allOf(row, "w:p").every((paragraph) => allOf(paragraph, "w:keepNext").length === 1);

const applications = applicationsTable(sample("qinghe-2025"));
const textWidth = 11906 - 1587 - 1474;

describe("a table", () => {
  it("stands clear of the heading over it, and no other block is moved", async () => {
    const blocks = [
      heading("一、总体情况"),
      heading("三、收到和处理"),
      disputes,
      heading("五、存在的主要问题"),
    ];
    const document = partOf(await writeDocx(documentOf(blocks), gongwen), "word/document.xml");
    const body = childrenOf(firstOf(document, "w:body"), "w:p").filter(
      (paragraph) => textOf(paragraph) !== "",
    );
    const gaps = body.map((paragraph) => settingOf(paragraph, "w:spacing", "w:after"));
    expect(gaps).toEqual([undefined, undefined, "130", undefined]);
  });

  it("has fixed columns that fill the text area to the twip", async () => {
    const table = await written(applications);
    expect(settingOf(table, "w:tblLayout", "w:type")).toBe("fixed");
    expect(firstOf(table, "w:tblW").attributes).toEqual({ "w:type": "dxa", "w:w": String(textWidth) });
    const columns = allOf(table, "w:gridCol").map((column) => Number(column.attributes["w:w"]));
    expect(columns).toHaveLength(10);
    expect(columns.reduce((a, b) => a + b, 0)).toBe(textWidth);
    for (const row of rowsOf(table)) {
      const widths = cellsOf(row).map((place) => Number(settingOf(place, "w:tcW", "w:w")));
      expect(widths.reduce((a, b) => a + b, 0)).toBe(textWidth);
    }
  });

  it("merges its heads both ways", async () => {
    const [upper, lower] = rowsOf(await written(disputes));
    const spans = (row: XmlElement | undefined) =>
      row &&
      cellsOf(row).map((place) => [
        settingOf(place, "w:gridSpan") ?? "1",
        settingOf(place, "w:vMerge") ?? "none",
      ]);
    expect(spans(upper)).toEqual([
      ["1", "restart"],
      ["2", "none"],
      ["1", "restart"],
    ]);
    expect(spans(lower)?.map(([, merge]) => merge)).toEqual(["continue", "none", "none", "continue"]);
  });

  it("reads back with the corner over three columns and three rows and the results over 22 rows", async () => {
    const document = documentOf([applications]);
    const [grid = []] = readDocxTexts(await writeDocx(document, gongwen)).tables;
    const corner = grid.slice(0, 3).flatMap((row) => row.slice(0, 3));
    expect(new Set(corner).size).toBe(1);
    expect(grid.filter((row) => row[0] === grid[5]?.[0])).toHaveLength(22);
    expect(grid).toHaveLength(28);
  });

  it("repeats its head rows and splits no row", async () => {
    const rows = rowsOf(await written(applications));
    expect(rows.map((row) => allOf(row, "w:tblHeader").length)).toEqual([1, 1, 1, ...Array(25).fill(0)]);
    expect(rows.every((row) => allOf(row, "w:cantSplit").length === 1)).toBe(true);
  });

  it("flags the heads of its first part where it stands whole, and tints heads and captions", async () => {
    const twoParts: Table = {
      ...disputes,
      columnWidths: [20, 20],
      headRows: 0,
      rows: ["一", "二"].flatMap((part) => [
        [cell(`第二十条第（${part}）项`, "caption", 2)],
        [cell("信息内容", "head"), cell("本年制发件数", "head")],
        [cell("规章", "label"), cell("3")],
      ]),
    };
    const document = partOf(await writeDocx(documentOf([twoParts]), tuwen), "word/document.xml");
    const rows = rowsOf(firstOf(document, "w:tbl"));
    expect(rows.map((row) => allOf(row, "w:tblHeader").length)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(rows.map((row) => allOf(row, "w:shd").length)).toEqual([1, 2, 0, 1, 2, 0]);
  });

  it("takes lines and margins from a named style, and a paragraph style of its role in every cell", async () => {
    const table = await written(disputes);
    expect(settingOf(table, "w:tblStyle")).toBe("TableGrid");
    expect(allOf(table, "w:tblBorders")).toEqual([]);
    const styles = allOf(table, "w:pStyle").map((style) => style.attributes["w:val"]);
    expect(styles).toHaveLength(allOf(table, "w:tc").length);
    expect(styles.slice(-4)).toEqual(["TableLabel", "TableValue", "TableValue", "TableTotal"]);
  });

  it("has a name for those who do not see it", async () => {
    expect(settingOf(await written(disputes), "w:tblCaption")).toBe(disputes.name);
  });

  it("is refused when a row does not fill its columns", async () => {
    const short: Table = { ...disputes, rows: [...disputes.rows, [cell("依申请公开", "label")]] };
    await expect(written(short)).rejects.toThrow(disputes.name);
  });
});

describe("a table that must stand whole", () => {
  it("keeps every row but the last with the next", async () => {
    const rows = rowsOf(await written(applications));
    expect(rows.map(isKept)).toEqual([...Array(27).fill(true), false]);
  });

  it("closes up its rows when it would not fit on a page under its heading", async () => {
    const roomy: Style = {
      ...gongwen,
      table: { ...gongwen.table, cellPaddingMm: { vertical: 1, horizontal: 1 } },
    };
    const padding = Number(
      firstOf(firstOf(await written(applications, roomy), "w:tblCellMar"), "w:top").attributes["w:w"],
    );
    expect(padding).toBeGreaterThan(10);
    expect(padding).toBeLessThan(57);
    expect(allOf(await written(disputes, roomy), "w:tblCellMar")).toEqual([]);
  });

  it("runs over when no page holds it, instead of leaving its heading behind", async () => {
    const row = disputes.rows[2] ?? [];
    const endless: Table = { ...disputes, rows: [...disputes.rows, ...Array<typeof row>(60).fill(row)] };
    expect(rowsOf(await written(endless)).some(isKept)).toBe(false);
  });

  it("is not asked of a table that may break", async () => {
    expect(rowsOf(await written({ ...disputes, keepWhole: false })).some(isKept)).toBe(false);
  });
});

describe("a label", () => {
  const cells = async () => rowsOf(await written(applications)).flatMap((row) => cellsOf(row));
  const labelled = async (text: string) => {
    const found = (await cells()).find((place) => textOf(place) === text);
    if (!found) throw new Error(`no cell ${text}`);
    return found;
  };

  it("has room after the lines that Word would fill with half a word, and nothing more in its text", async () => {
    const place = await labelled("三、本年度办理结果");
    const runs = allOf(place, "w:r").map((run) => [textOf(run), settingOf(run, "w:spacing")]);
    // The cell has room for three characters and three tenths: half a one stays free.
    expect(runs).toEqual([
      ["三", undefined],
      ["、", "127"],
      ["本年度", undefined],
      ["办", undefined],
      ["理", "127"],
      ["结果", undefined],
    ]);
    expect(allOf(place, "w:br")).toEqual([]);
  });

  it("in the middle is drawn in at both sides alike", async () => {
    const [corner] = await cells();
    const { "w:left": left, "w:right": right } = firstOf(corner as XmlElement, "w:ind").attributes;
    expect(left).toBe(right);
    expect(Number(left)).toBeGreaterThan(0);
    expect(allOf(corner as XmlElement, "w:spacing")).toEqual([]);
  });

  it("is left as it is where its lines end well, or where words would take a line more", async () => {
    const well = await labelled("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请");
    const tight = await labelled("5.要求行政机关确认或重新出具已获取信息");
    for (const place of [well, tight]) {
      expect(allOf(place, "w:r")).toHaveLength(1);
      expect(allOf(place, "w:ind").concat(allOf(place, "w:spacing"))).toEqual([]);
    }
    const oneRow: Table = {
      ...disputes,
      columnWidths: [13.5, 142.4],
      headRows: 0,
      rows: [[cell("三、本年度办理结果", "label"), cell("0")]],
    };
    const [row] = rowsOf(await written(oneRow));
    expect(allOf(row as XmlElement, "w:r").map(textOf)).toEqual(["三、本年度办理结果", "0"]);
  });
});

describe("a figure", () => {
  const narrow = (figure: string): Table => ({
    ...disputes,
    columnWidths: [126, 10, 10, 10],
    rows: [[cell("行政许可", "label"), cell(figure), cell("0"), cell("0", "total")]],
  });
  const second = async (figure: string) =>
    cellsOf(rowsOf(await written(narrow(figure)))[0] as XmlElement)[1] as XmlElement;

  it("keeps the margins and the width of its digits where it fits", async () => {
    const place = await second("318");
    expect(allOf(place, "w:tcMar").concat(allOf(place, "w:w"))).toEqual([]);
  });

  it("is drawn together when it is wider than its cell, never broken into two numbers", async () => {
    const place = await second("1234567");
    expect(allOf(place, "w:tcMar")).toHaveLength(1);
    expect(Number(settingOf(place, "w:w"))).toBeLessThan(80);
  });
});
