import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeText } from "../../../src/formats/text/write.ts";
import { edition, edition2021, reports, sample, withCells } from "../../fixtures/reports.ts";

const text = writeText(compose(edition2021, sample("qinghe-2025")));
const lines = text.split("\r\n");

describe("the plain text of a report", () => {
  it("begins with the title, ends with one line end and has Windows line ends only", () => {
    expect(lines[0]).toBe("青禾县人民政府2025年政府信息公开工作年度报告");
    expect(text.endsWith("\r\n2026年1月20日\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("has one line a paragraph and one line a row, with a tab between the cells", () => {
    const row = lines.find((line) => line.startsWith("一、本年新收"));
    expect(row).toBe("一、本年新收政府信息公开申请数量\t\t\t247\t31\t4\t5\t9\t12\t308");
    expect(lines.filter((line) => line.includes("全年在县政府门户网站公开政府信息12846条"))).toHaveLength(1);
  });

  it("every row of a table has as many columns as the table, so that it pastes into a spreadsheet", () => {
    for (const { draft } of reports) {
      const widths = writeText(compose(edition(draft.edition), draft))
        .split(/\r\n\r\n/)
        .filter((block) => block.includes("\t"))
        .map((block) => new Set(block.split("\r\n").map((line) => line.split("\t").length)));
      expect(widths.every((set) => set.size === 1)).toBe(true);
      expect(widths).toHaveLength(edition(draft.edition).tables.length);
    }
  });

  it("a tab or line end that was typed into a cell does not shift the columns", () => {
    const typed = withCells(sample("qinghe-2025"), { "requests.received.business": "31\t（\r\n2）" });
    expect(writeText(compose(edition2021, typed))).toContain("\t247\t31 （ 2）\t4\t5\t9\t12\t277\r\n");
  });
});
