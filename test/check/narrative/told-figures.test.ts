import { describe, expect, it } from "vitest";
import { findingsIn, reportWith, textOf } from "./narratives.ts";

/** What is said about a sentence in the overview of the county's report on 2025. */
function messagesOn(sentence: string): string[] {
  const overview = textOf([sentence]);
  return findingsIn({ ...reportWith("county"), narrative: { overview } }).map(({ message }) => message);
}

describe("a figure that differs from the tables", () => {
  it("is told as it is written, and the amount of the tables with its unit", () => {
    expect(messagesOn("收取行政事业性收费4068.21元。")).toEqual([
      "文字里写的是“收取行政事业性收费4068.21元”，表格里行政事业性收费，本年收费金额为 4068.21万元。核对后改文字或改表格",
    ]);
    expect(messagesOn("收取行政事业性收费1.31亿元。")[0]).toContain("“收取行政事业性收费1.31亿元”");
    expect(messagesOn("作出行政处罚决定一百件。")[0]).toContain("“作出行政处罚决定一百件”");
  });
});
