import { describe, expect, test } from "vitest";
import { compose } from "../../../../src/document/compose.ts";
import type { FoundBlock, FoundDocument } from "../../../../src/document/found.ts";
import { recognise } from "../../../../src/document/recognise/recognise.ts";
import { builtinEditions } from "../../../../src/edition/builtin.ts";
import { readPage } from "../../../../src/formats/html/found/read-page.ts";
import { readText } from "../../../../src/formats/text/read.ts";
import { lookupIn } from "../../../../src/report/figures/values.ts";
import { cellsIn, edition } from "../../../fixtures/reports.ts";
import { countCells } from "../count.ts";
import { foundIn, withTables } from "../layouts.ts";
import { randomReport } from "../random-reports.ts";

type FoundTable = Extract<FoundBlock, { type: "table" }>;

const truth = randomReport(edition("2021"), 31);
const whole = foundIn(compose(edition("2021"), truth));

/** What became of the report when its tables, in their order, stand in another shape. */
function read(change: (table: FoundTable, at: number) => FoundBlock[]) {
  let at = 0;
  const found = withTables(whole, (table) => change(table, at++));
  const recognition = recognise(found, builtinEditions);
  const codes = new Set(recognition?.notes.map(({ code }) => code));
  return { ...countCells(truth, recognition), codes, recognition };
}

const all = cellsIn(truth).size;
const only =
  (place: number, change: (table: FoundTable) => FoundBlock[]) =>
  (table: FoundTable, at: number): FoundBlock[] =>
    at === place ? change(table) : [table];
const rowsOf = (table: FoundTable, from: number, to?: number): FoundTable => ({
  ...table,
  rows: table.rows.slice(from, to),
});

/** The table with its rows as columns. */
function onSide(table: FoundTable): FoundTable {
  const placed: { text: string; x: number; y: number; colSpan: number; rowSpan: number }[] = [];
  const taken = new Set<string>();
  table.rows.forEach((row, y) => {
    let x = 0;
    for (const { text, colSpan, rowSpan } of row) {
      while (taken.has(`${x},${y}`)) x += 1;
      for (let dx = 0; dx < colSpan; dx++)
        for (let dy = 0; dy < rowSpan; dy++) taken.add(`${x + dx},${y + dy}`);
      placed.push({ text, x, y, colSpan, rowSpan });
    }
  });
  const width = Math.max(...placed.map(({ x, colSpan }) => x + colSpan));
  const rows = Array.from({ length: width }, (_, x) =>
    placed
      .filter((own) => own.x === x)
      .sort((a, b) => a.y - b.y)
      .map(({ text, colSpan, rowSpan }) => ({ text, colSpan: rowSpan, rowSpan: colSpan })),
  );
  return { ...table, rows };
}

describe("the tables of a report are read in another shape", () => {
  test("in pieces", () => {
    const captions = (table: FoundTable): number[] =>
      table.rows.flatMap((row, at) => (row.length === 1 ? [at] : []));
    const { right, silent } = read(
      only(0, (table) => captions(table).map((from, at, rows) => rowsOf(table, from, rows[at + 1]))),
    );
    expect([right, silent]).toEqual([all, []]);
  });

  test("on its side", () => {
    const { right, silent } = read(only(1, (table) => [onSide(table)]));
    expect([right, silent]).toEqual([all, []]);
  });

  test("section four on its side", () => {
    const { right, silent } = read(only(2, (table) => [onSide(table)]));
    expect([right, silent]).toEqual([all, []]);
  });

  test("with a year before the figures of section four", () => {
    const { right, silent } = read(
      only(2, (table) => [
        {
          ...table,
          rows: table.rows.map((row, at) => [
            { text: at === table.rows.length - 1 ? "2024年数量" : "", colSpan: 1, rowSpan: 1 },
            ...row,
          ]),
        },
      ]),
    );
    expect([right, silent]).toEqual([all, []]);
  });

  test("with the total on a line of its own", () => {
    const { silent } = read(
      only(1, (table) => [
        {
          ...table,
          rows: table.rows.flatMap((row, at) => (at === 5 ? [row.slice(0, -1), row.slice(-1)] : [row])),
        },
      ]),
    );
    expect(silent).toEqual([]);
  });

  test("with rows under a head of another block", () => {
    const { silent } = read(
      only(0, (table) => {
        const [wrong] = table.rows.filter((row) => row.length === 4);
        const caption = Math.max(...table.rows.map((row, at) => (row.length === 1 ? at : -1)));
        return [{ ...table, rows: table.rows.map((row, at) => (at === caption + 1 && wrong ? wrong : row)) }];
      }),
    );
    expect(silent).toEqual([]);
  });
});

describe("what is not there is said", () => {
  test("without a whole block", () => {
    const { silent, codes, right } = read(only(0, (table) => [rowsOf(table, 0, -3)]));
    expect([silent, right]).toEqual([[], all - 1]);
    expect(codes).toContain("row.missing");
  });

  test("as a picture", () => {
    const page = `<p>青禾县水务局2024年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年有序。</p>
      <p>二、主动公开政府信息情况</p><p><img src="a.png" alt="主动公开情况表"></p>
      <p>三、收到和处理政府信息公开申请情况</p><img src="b.png">`;
    const found = recognise(readPage(page), builtinEditions);
    const lost = found?.notes.filter(({ code }) => code === "picture.lost").map(({ source }) => source);
    expect(lost).toEqual(["主动公开情况表", ""]);
    const missing = found?.notes.filter(({ code }) => code === "table.missing").flatMap(({ cells }) => cells);
    expect(missing).toHaveLength(all);
  });

  test("of two editions", () => {
    const old = foundIn(compose(edition("2019"), randomReport(edition("2019"), 31)));
    const [proactive] = old.blocks.filter((block) => block.type === "table");
    const found: FoundDocument = withTables(whole, (table) =>
      table.rows.length < 15 && table.rows[0]?.length === 1 && proactive ? [proactive] : [table],
    );
    const recognition = recognise(found, builtinEditions);
    expect(recognition?.draft.edition).toBe("2021");
    const [mixture] = recognition?.notes.filter(({ code }) => code === "table.otherEdition") ?? [];
    expect(mixture?.cells).toContain("proactive.licensing.change");
    const noted = new Set(recognition?.notes.flatMap(({ cells }) => cells));
    const lookup = lookupIn(recognition?.draft.tables);
    const requests = Object.entries(truth.tables.requests ?? {}).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, value]) => [`requests.${row}.${column}`, value] as const),
    );
    expect(requests.filter(([id, value]) => lookup(id) !== value || noted.has(id))).toEqual([]);
  });

  test("a line of figures that ran together and balances twice is not placed", () => {
    const lines = [
      "青禾县水务局2024年政府信息公开工作年度报告",
      "三、收到和处理政府信息公开申请情况",
      "自然人商业企业科研机构社会公益组织法律服务机构其他总计",
      "一、本年新收政府信息公开申请数量1121000015",
    ];
    const found = recognise(readText(lines.join("\n")), builtinEditions);
    const [open] = found?.notes.filter(({ code }) => code === "line.open") ?? [];
    expect(open?.cells).toHaveLength(6);
  });
});
