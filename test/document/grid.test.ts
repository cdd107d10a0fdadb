import { describe, expect, it } from "vitest";
import { fullGrid } from "../../src/document/grid.ts";
import type { Table, TableCell } from "../../src/document/tree.ts";

const cell = (text: string, colSpan = 1, rowSpan = 1): TableCell => ({
  role: "value",
  text,
  colSpan,
  rowSpan,
});

function table(width: number, ...rows: TableCell[][]): Table {
  const columnWidths = Array<number>(width).fill(1);
  return { type: "table", name: "某表", columnWidths, headRows: 0, keepWhole: true, rows };
}

describe("a table with its spans unfolded", () => {
  it("has an entry for every place, and says where a cell begins", () => {
    const grid = fullGrid(
      table(3, [cell("甲", 2, 2), cell("乙")], [cell("丙")], [cell("丁"), cell("戊", 2)]),
    );
    expect(grid.map((row) => row.map((place) => place.cell.text).join(""))).toEqual([
      "甲甲乙",
      "甲甲丙",
      "丁戊戊",
    ]);
    expect(grid.map((row) => row.map((place) => (place.origin ? "+" : "-")).join(""))).toEqual([
      "+-+",
      "--+",
      "++-",
    ]);
  });

  it("a cell can stand between two that reach down from above", () => {
    const grid = fullGrid(table(3, [cell("甲", 1, 2), cell("乙"), cell("丙", 1, 2)], [cell("丁")]));
    expect(grid.map((row) => row.map((place) => place.cell.text).join(""))).toEqual(["甲乙丙", "甲丁丙"]);
  });

  it.each([
    ["a row too short", table(2, [cell("甲")]), /hole at row 1, column 2/],
    ["a row too long", table(1, [cell("甲"), cell("乙")]), /"乙".*does not fit at row 1, column 2/],
    ["a cell too wide", table(2, [cell("甲"), cell("乙", 2)]), /does not fit at row 1, column 2/],
    ["a cell that hangs below", table(1, [cell("甲", 1, 2)]), /does not fit/],
    [
      "two cells in one place",
      table(2, [cell("甲"), cell("乙", 1, 2)], [cell("丙", 2)]),
      /does not fit at row 2, column 1/,
    ],
    ["a row without cells", table(1, [cell("甲")], []), /hole at row 2, column 1/],
  ])("%s is refused", (_, broken, message) => {
    expect(() => fullGrid(broken)).toThrow(message);
  });
});
