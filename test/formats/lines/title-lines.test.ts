import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakTitle } from "../../../src/formats/lines/title-lines.ts";
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
      ["新疆维吾尔自治区克孜勒苏柯尔克孜自治州", "人民政府办公室2025年", "政府信息公开工作年度报告"],
    ],
    ["青禾县人民政府", 8, ["青禾县人民政府", "2025年", "政府信息公开", "工作年度报告"]],
  ])("%s with %i characters a line", (organisation, width, lines) => {
    expect(breakTitle(titled(organisation), width)).toEqual(lines);
  });

  it.each([
    ["某县档案馆", ["某县档案馆2025年", "政府信息公开工作年度报告"]],
    ["某某县档案馆", ["某某县档案馆2025年", "政府信息公开工作年度报告"]],
    [
      "中国（上海）自由贸易试验区临港新片区管理委员会",
      ["中国（上海）自由贸易试验区", "临港新片区管理委员会2025年", "政府信息公开工作年度报告"],
    ],
  ])("%s leaves no character alone and cuts no name", (organisation, lines) => {
    expect(breakTitle(titled(organisation), 20)).toEqual(lines);
  });

  it("a name is never cut inside 克孜勒苏, and no line begins with a closing mark", () => {
    const names = [
      "新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府政务服务和公共资源交易中心",
      "某某市某某区“放管服”改革和“互联网＋政务服务”工作领导小组办公室",
      "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗人民政府办公室",
    ];
    for (const name of names) {
      for (let width = 12; width <= 24; width++) {
        for (const line of breakTitle(titled(name), width)) {
          expect(line).not.toMatch(/^[”）》，。]|[“（《]$/);
          expect(line).not.toMatch(/(克|克孜|克孜勒)$/);
          expect([...line].length).toBeGreaterThan(1);
        }
      }
    }
  });

  it("a face that is measured decides", () => {
    const wide = (text: string) => [...text].length;
    expect(breakTitle(["某局", "2025年"], 6, wide)).toEqual(["某局", "2025年"]);
    expect(breakTitle(["某局", "2025年"], 6)).toEqual(["某局2025年"]);
  });

  it("a very long name does not cut the rest into single words", () => {
    const name = "某某".repeat(60);
    const lines = breakTitle(titled(name), 20);
    expect(lines.join("")).toBe(titled(name).join(""));
    expect(lines.at(-1)).toMatch(/政府信息公开工作年度报告$/);
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
