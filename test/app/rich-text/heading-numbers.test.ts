import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import {
  isHeadingLine,
  levelOfHeading,
  numberFor,
} from "../../../src/app/editor/narrative/rich-text/headings/heading-level.ts";
import { numberAt } from "../../../src/app/editor/narrative/rich-text/headings/heading-numbers.ts";
import { nodes } from "../../../src/app/editor/narrative/rich-text/nodes.ts";

describe("the number before a heading", () => {
  it.each([
    ["（一）主动公开", 2],
    ["(十二) 依申请公开", 2],
    ["1.加强学习", 3],
    ["3、完善制度", 3],
    ["（2）公开栏", 4],
    ["1.5万件", undefined],
    ["一是加强领导", undefined],
    ["2025年工作", undefined],
  ])("of %s tells the level %s", (text, level) => {
    expect(levelOfHeading(text)).toBe(level);
  });

  it.each([
    [2, 1, "（一）"],
    [2, 10, "（十）"],
    [2, 12, "（十二）"],
    [2, 20, "（二十）"],
    [2, 21, "（二十一）"],
    [3, 4, "4."],
    [4, 2, "（2）"],
  ])("of level %i, the %i-th, is %s", (level, n, number) => {
    expect(numberFor(level, n)).toBe(number);
    expect(levelOfHeading(`${number}标题`)).toBe(level);
  });

  it("does not make a sentence a heading", () => {
    expect(isHeadingLine("（一）主动公开")).toBe(true);
    expect(isHeadingLine("（一）全年公开信息12条，其中规章0件。")).toBe(false);
  });
});

describe("a heading that is added", () => {
  const schema = getSchema(nodes);
  const heading = (level: number, text: string) => ({
    type: "heading",
    attrs: { level },
    content: [{ type: "text", text }],
  });
  const doc = schema.nodeFromJSON({
    type: "doc",
    content: [
      heading(2, "（一）主动公开"),
      heading(3, "1.公文"),
      heading(3, "2.政策"),
      heading(2, "（二）平台"),
    ],
  });

  it("takes the next number of its level under the heading it stands under", () => {
    const end = doc.content.size;
    expect(numberAt(doc, end, 2)).toBe("（三）");
    expect(numberAt(doc, end, 3)).toBe("1.");
    const beforeLast = end - (doc.lastChild?.nodeSize ?? 0);
    expect(numberAt(doc, beforeLast, 3)).toBe("3.");
    expect(numberAt(doc, 0, 2)).toBe("（一）");
  });
});
