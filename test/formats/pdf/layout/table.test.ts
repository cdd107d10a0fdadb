import { describe, expect, test } from "vitest";
import { fullGrid } from "../../../../src/document/grid.ts";
import type { Document, Table } from "../../../../src/document/tree.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import type { PdfPage } from "../../../support/read-pdf.ts";
import {
  body,
  chinese,
  documentOf,
  heading,
  plainTable,
  sampleDocument,
  writtenAndRead,
} from "../documents.ts";

const mm = 72 / 25.4;
const left = gongwen.page.marginMm.left * mm;
const textWidth = 156 * mm;
const { sizePt } = gongwen.table;

const textsOn = (page: PdfPage | undefined) => page?.items.slice(0, -1).map((item) => item.text) ?? [];
const tablesOf = (document: Document) => document.blocks.filter((block) => block.type === "table");

/** The edges of a table's columns, from the left edge of the page, in points. */
function columnEdges(table: Table): number[] {
  const whole = table.columnWidths.reduce((sum, width) => sum + width, 0);
  let edge = left;
  return [left, ...table.columnWidths.map((width) => (edge += (width / whole) * textWidth))];
}

/** Section three's table, each figure another one: 101, 102, … from row to row. */
function numbered(table: Table): Table {
  let figure = 100;
  const isFigure = (role: string) => role === "value" || role === "total";
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell) => (isFigure(cell.role) ? { ...cell, text: String(++figure) } : cell)),
    ),
  };
}

describe("the table of section three", () => {
  const table = numbered(tablesOf(sampleDocument("qinghe-2025"))[1] as Table);
  const written = writtenAndRead(documentOf([heading(1, "三、收到和处理"), table], []));

  test("stands whole on one page, under its heading, inside the text area", async () => {
    const { pages } = await written;
    expect(pages).toHaveLength(1);
    expect(pages[0]?.items[0]?.text).toBe("三、收到和处理");
    const lowest = Math.max(...(pages[0]?.items.slice(0, -1).map((item) => item.y) ?? []));
    expect(lowest).toBeLessThan((297 - 35) * mm);
  });

  test("has each figure in its own column, whole on one line", async () => {
    const items = (await written).pages[0]?.items ?? [];
    const edges = columnEdges(table);
    for (const places of fullGrid(table)) {
      places.forEach(({ cell, origin }, column) => {
        if (!origin || !/^\d+$/.test(cell.text)) return;
        const item = items.find((candidate) => candidate.text === cell.text);
        expect(item, `figure ${cell.text}`).toBeDefined();
        expect(item?.x).toBeGreaterThan((edges[column] ?? 0) - 0.5);
        expect((item?.x ?? 0) + (item?.width ?? 0)).toBeLessThan((edges[column + 1] ?? 0) + 0.5);
      });
    }
  });

  test("has the figures of a row on one baseline, and its rows in order", async () => {
    const items = (await written).pages[0]?.items ?? [];
    const rows = fullGrid(table).map((places) =>
      places.flatMap(({ cell, origin }) => (origin && /^\d+$/.test(cell.text) ? [cell.text] : [])),
    );
    const baselines = rows
      .filter((figures) => figures.length > 0)
      .map((figures) => figures.map((figure) => items.find((item) => item.text === figure)?.y ?? 0));
    for (const row of baselines) for (const y of row) expect(y).toBeCloseTo(row[0] ?? 0, 2);
    const first = baselines.map((row) => row[0] ?? 0);
    expect([...first].sort((a, b) => a - b)).toEqual(first);
  });

  test("has the label of a span in the middle of its rows", async () => {
    const items = (await written).pages[0]?.items ?? [];
    const yOf = (text: string) => items.find((item) => item.text.startsWith(text))?.y ?? 0;
    const rows = [yOf("1.属于国家秘密"), yOf("8.属于行政查询事项")];
    const label = [yOf("（三）"), yOf("不予公开")];
    expect(label[0] ?? 0).toBeGreaterThan(rows[0] ?? 0);
    const middle = (values: readonly number[]) => ((values[0] ?? 0) + (values[1] ?? 0)) / 2;
    expect(Math.abs(middle(label) - middle(rows))).toBeLessThan(sizePt);
  });

  test("has its labels broken between words", async () => {
    const lines = (await written).pages[0]?.items.map((item) => item.text) ?? [];
    for (const part of ["（三）", "不予公开", "（五）", "不予处理", "本年度"]) expect(lines).toContain(part);
  });

  test("goes to the next page with its heading when the rest of a page is too small", async () => {
    const blocks = [body(chinese(28 * 3)), heading(1, "三、收到和处理"), table];
    const { pages } = await writtenAndRead(documentOf(blocks, []));
    expect(pages.map((page) => page.items.some((item) => item.text === "三、收到和处理"))).toEqual([
      false,
      true,
    ]);
    expect(textsOn(pages[1])).toContain("275");
  });
});

test("figures too wide for their column are set smaller, not cut in two", async () => {
  const figures = ["1234567", "99999999", "12345.67", "+23", "-3525", "0", "100"];
  const table = plainTable([["一", "二", "三", "四", "五", "六", "七"], figures], true);
  const narrow = { ...table, columnWidths: [...Array(7).fill(10), 86], rows: table.rows.map(padded) };
  const items = (await writtenAndRead(documentOf([narrow]))).pages[0]?.items ?? [];
  for (const figure of figures) {
    const item = items.find((candidate) => candidate.text === figure);
    expect(item?.width ?? 99).toBeLessThan(10 * mm);
    // The others keep the size of the table.
    if (figure.length < 5) expect(item?.size).toBeCloseTo(sizePt, 2);
  }
});

describe("a table that goes on over the page", () => {
  const rows = Array.from({ length: 80 }, (_, index) => [`第${index + 1}项`, String(index + 1)]);
  const written = writtenAndRead(documentOf([plainTable([["名称", "数量"], ...rows], true)], []));

  test("repeats its head on each page", async () => {
    const { pages } = await written;
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(textsOn(page).slice(0, 2)).toEqual(["名称", "数量"]);
  });

  test("leaves room for the head that it repeats: no row stands below the text area", async () => {
    const tall = plainTable([["名\n称\n的\n全\n部", "数\n量"], ...rows], false);
    const { pages } = await writtenAndRead(documentOf([tall], []));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const baselines = page.items.slice(0, -1).map((item) => item.y);
      expect(Math.max(...baselines)).toBeLessThan((297 - 35) * mm);
    }
    // And no more than it takes: a page is full but for less than a row.
    const full = pages.slice(0, -1).map((page) => Math.max(...page.items.slice(0, -1).map((item) => item.y)));
    for (const lowest of full)
      expect(lowest).toBeGreaterThan((297 - 35) * mm - 2 * gongwen.table.linePitchPt);
  });

  test("keeps its rows whole, each of them once", async () => {
    const { pages } = await written;
    const found = pages.flatMap((page) => textsOn(page).slice(2));
    expect(found).toEqual(rows.flat());
    for (const page of pages) expect((textsOn(page).length - 2) % 2).toBe(0);
  });

  test("shows the label of a span that crosses the page again overleaf", async () => {
    const spanned: Table = {
      ...plainTable([["类别", "数量"]], false),
      rows: [
        plainTable([["类别", "数量"]], false).rows[0] ?? [],
        ...Array.from({ length: 60 }, (_, index) => [
          ...(index === 0 ? [{ text: "不予公开", role: "label" as const, colSpan: 1, rowSpan: 60 }] : []),
          { text: String(index + 1), role: "value" as const, colSpan: 1, rowSpan: 1 },
        ]),
      ],
    };
    const { pages } = await writtenAndRead(documentOf([spanned], []));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(textsOn(page)).toContain("不予公开");
    const figures = pages.flatMap(textsOn).filter((text) => /^\d+$/.test(text));
    expect(figures).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
  });

  test("loses nothing of a cell that is longer than a page", async () => {
    const long = chinese(3000);
    const table = plainTable(
      [
        ["名称", "说明"],
        ["甲", long],
        ["乙", "短"],
      ],
      false,
    );
    const { pages } = await writtenAndRead(documentOf([table], []));
    const found = pages.flatMap((page) => textsOn(page).slice(2)).join("");
    expect(found).toBe(`甲${long}乙短`);
  });

  test("does not leave its head or a caption alone at the foot of a page", async () => {
    const table = plainTable([["名称", "数量"], ...rows.slice(0, 40)], false);
    const { pages } = await writtenAndRead(documentOf([body(chinese(28 * 21 - 2)), table], []));
    expect(textsOn(pages[0])).toHaveLength(21);
    expect(textsOn(pages[1]).slice(0, 2)).toEqual(["名称", "数量"]);
  });
});

function padded<Cell>(row: readonly Cell[]): Cell[] {
  const last = row[row.length - 1] as Cell;
  return [...row, { ...last, text: "" }];
}
