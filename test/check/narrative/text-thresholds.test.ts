import { describe, expect, it } from "vitest";
import { findingsIn, reportWith, textOf } from "./narratives.ts";

/** The codes of what is found in an overview of the county's report on 2025. */
function codesIn(...lines: readonly string[]): string[] {
  return findingsIn({ ...reportWith("county"), narrative: { overview: textOf(lines) } }).map(({ code }) =>
    code.replace("narrative.", ""),
  );
}

/** Characters that say nothing a check could mean. */
const filling = (length: number): string => "稳步推进各方面相应要求".repeat(20).slice(0, length);

describe("a sentence that opens with another year and reports a figure", () => {
  it.each([
    [2022, 1],
    [2021, 0],
    [2026, 1],
    [2027, 0],
  ])(
    "of %i is found %i times in a report on 2025: three years back and one on may be a slip",
    (year, count) => {
      const codes = codesIn("本机关持续改进。", `工作有序。${year}年，全县举办培训12次。`);
      expect(codes.filter((code) => code === "otherYear")).toHaveLength(count);
    },
  );
});

describe("an enumeration", () => {
  it.each([
    ["四", 1],
    ["五", 1],
    ["六", 0],
  ])("that goes on with %s after 二 is found %i times: further on it is another one", (next, count) => {
    const codes = codesIn(`一是规范流程。二是强化培训。${next}是加强督导。`);
    expect(codes.filter((code) => code === "skipped")).toHaveLength(count);
  });
});

describe("a list of parts whose number is said", () => {
  it.each([
    ["三", 1],
    ["二", 0],
  ])("as %s, with five listed, is found %i times: two may be said of its halves", (number, count) => {
    const text = `本报告由总体情况、主动公开情况、依申请公开情况、复议诉讼情况、存在问题${number}个部分组成。`;
    expect(codesIn(text).filter((code) => code === "parts")).toHaveLength(count);
  });
});

describe("parts that do not add up to their whole", () => {
  it.each([
    [50, 1],
    [51, 0],
  ])("are found where %i characters stand between, %i times", (between, count) => {
    const join = `，${filling(between - 2)}，其中`;
    const text = `全县举办培训30次${join}面授12次、网络培训10次、其他培训3次。`;
    expect(codesIn(text).filter((code) => code === "sum")).toHaveLength(count);
  });
});

describe("the number of a bank card", () => {
  it("is found from sixteen digits on", () => {
    expect(codesIn("退款请汇入 6222 0212 3456 7894。")).toContain("bankCard");
    expect(codesIn("退款请汇入 6222 0212 3456 7895。")).not.toContain("bankCard");
  });
});

describe("a text without a figure and without the office's name", () => {
  it.each([
    [200, 1],
    [199, 0],
  ])("of %i characters is found %i times", (length, count) => {
    const codes = codesIn(`${filling(length - 1)}。`);
    expect(codes.filter((code) => code === "filler")).toHaveLength(count);
  });
});
