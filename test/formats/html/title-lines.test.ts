import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakTitle } from "../../../src/formats/title-lines.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";

const titled = (organisation: string): string[] => [
  organisation,
  "2025年",
  "政府信息公开",
  "工作",
  "年度报告",
];

describe("a title is broken between words, even and with the longer line above", () => {
  it.each([
    ["县", 20, ["县2025年政府信息公开工作年度报告"]],
    ["青禾县人民政府", 20, ["青禾县人民政府2025年", "政府信息公开工作年度报告"]],
    ["济南市历下区人民政府", 20, ["济南市历下区人民政府2025年", "政府信息公开工作年度报告"]],
    [
      "克孜勒苏柯尔克孜自治州人民政府办公室",
      20,
      ["克孜勒苏柯尔克孜自治州人民政府办公室", "2025年政府信息公开工作年度报告"],
    ],
    [
      "新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府办公室",
      20,
      ["新疆维吾尔自治区克孜勒苏柯", "尔克孜自治州人民政府办公室", "2025年政府信息公开工作年度报告"],
    ],
    ["青禾县人民政府", 8, ["青禾县人民政府", "2025年", "政府信息公开", "工作年度报告"]],
  ])("%s with %i characters a line", (organisation, width, lines) => {
    expect(breakTitle(titled(organisation), width)).toEqual(lines);
  });

  it("a very long name does not cut the rest into single words", () => {
    const name = "某某".repeat(60);
    const lines = breakTitle(titled(name), 20);
    expect(lines.slice(0, -1).join("")).toBe(name);
    expect(lines.at(-1)).toBe("2025年政府信息公开工作年度报告");
  });

  it("no words are one empty line", () => {
    expect(breakTitle([], 20)).toEqual([""]);
  });

  const any = pinned(20250801);
  it(`nothing is lost, and no line is longer than it may be ${seedOf(any)}`, () => {
    const word = fc.string({ unit: fc.constantFrom("政", "府", "2", "a"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.integer({ min: 6, max: 24 }), (words, width) => {
        const lines = breakTitle(words, width);
        expect(lines.join("")).toBe(words.join(""));
        for (const line of lines) {
          expect([...line].reduce((sum, one) => sum + (one < "\u0100" ? 0.5 : 1), 0)).toBeLessThanOrEqual(
            width,
          );
        }
      }),
      any,
    );
  });
});
