import { describe, expect, it } from "vitest";
import type { Passage } from "../../../src/report/narrative/passages.ts";
import { runInHeadingOf } from "../../../src/report/narrative/run-in-heading.ts";

function paragraph(text: string): Passage {
  return { type: "paragraph", inlines: [{ type: "text", text }] };
}

describe("a paragraph opens with a heading", () => {
  it.each([
    ["（一）加强组织领导。我县调整领导小组成员。", 2, "（一）加强组织领导。"],
    ["(二) 强化制度建设。不断完善机制。", 2, "(二) 强化制度建设。"],
    ["3.做好年报编制发布工作。按时发布年报。", 3, "3.做好年报编制发布工作。"],
    ["（4）以公开促规范，持续优化平台。全年改版两次。", 4, "（4）以公开促规范，持续优化平台。"],
    ["（一）2024年问题整改情况。针对上年问题逐项整改。", 2, "（一）2024年问题整改情况。"],
  ])("%s", (text, level, heading) => {
    expect(runInHeadingOf(paragraph(text))).toEqual({ level, length: heading.length });
  });

  it.each([
    "（一）主动公开",
    "（一）全年公开信息12846条。其中网站9000条。",
    "（一）加强组织领导。",
    "（一）针对问题采取两项措施：一是加强培训。二是加强督查。",
    "1.5倍的增长说明需求旺盛。下一步继续努力。",
    "一是加强组织领导。我县调整领导小组成员。",
    "（一）进一步完善政府信息公开工作领导小组的组成并明确各成员单位分管负责人和具体工作人员的职责分工。我县。",
    "",
  ])("but not %j", (text) => {
    expect(runInHeadingOf(paragraph(text))).toBeUndefined();
  });

  it("and a heading or an item has none", () => {
    const inlines = [{ type: "text", text: "（一）加强组织领导。我县调整。" }] as const;
    expect(runInHeadingOf({ type: "heading", level: 2, inlines })).toBeUndefined();
    expect(runInHeadingOf({ type: "item", level: 1, list: "bullet", inlines })).toBeUndefined();
  });
});
