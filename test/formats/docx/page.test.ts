import { describe, expect, it } from "vitest";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen, type Style } from "../../../src/formats/style.ts";
import { allOf, firstOf, partOf, settingOf, textOf } from "../../support/read-docx.ts";
import { everyKind } from "./documents.ts";

const bytes = await writeDocx(everyKind, gongwen);
const section = firstOf(partOf(bytes, "word/document.xml"), "w:sectPr");
const twipsPerMm = 1440 / 25.4;

describe("the page", () => {
  it("is A4 with the margins of GB/T 9704", () => {
    expect(firstOf(section, "w:pgSz").attributes).toMatchObject({ "w:w": "11906", "w:h": "16838" });
    const margins = firstOf(section, "w:pgMar").attributes;
    expect(margins).toMatchObject({
      "w:top": "2098",
      "w:right": "1474",
      "w:bottom": "1984",
      "w:left": "1587",
    });
  });

  it("has no typed grid, which LibreOffice would stretch", () => {
    expect(firstOf(section, "w:docGrid").attributes).toEqual({ "w:linePitch": "579" });
  });

  it("holds 22 lines and 28 characters a line, and not one more", () => {
    const styles = partOf(bytes, "word/styles.xml");
    const normal = allOf(styles, "w:style").find((style) => style.attributes["w:styleId"] === "Normal");
    if (!normal) throw new Error("no Normal");
    const pitch = Number(settingOf(firstOf(normal, "w:pPr"), "w:spacing", "w:line"));
    expect(Math.floor((16838 - 2098 - 1984) / pitch)).toBe(22);
    const run = firstOf(normal, "w:rPr");
    const character = 20 * (Number(settingOf(run, "w:sz")) / 2) + Number(settingOf(run, "w:spacing"));
    expect(Math.floor((11906 - 1474 - 1587) / character)).toBe(28);
  });
});

describe("the settings", () => {
  const settings = partOf(bytes, "word/settings.xml");

  it("name the marks that neither begin nor end a line, no more than Word takes", () => {
    const before = firstOf(settings, "w:noLineBreaksBefore").attributes;
    const after = firstOf(settings, "w:noLineBreaksAfter").attributes;
    expect([before["w:lang"], after["w:lang"]]).toEqual(["zh-CN", "zh-CN"]);
    for (const mark of "，。、；：？！”’）》…—～%‰℃㎡") expect(before["w:val"]).toContain(mark);
    for (const mark of "“‘（《〔￥") expect(after["w:val"]).toContain(mark);
    expect([...(before["w:val"] ?? "")].length).toBeLessThanOrEqual(100);
    expect([...(after["w:val"] ?? "")].length).toBeLessThanOrEqual(50);
  });

  it("are those of a file of today, which Word does not open in its mode for old ones", () => {
    expect(firstOf(settings, "w:compatSetting").attributes).toMatchObject({
      "w:name": "compatibilityMode",
      "w:val": "15",
    });
  });
});

describe("the page number", () => {
  it("stands with its dashes 7 mm under the text area", () => {
    const footer = Number(firstOf(section, "w:pgMar").attributes["w:footer"]);
    const middleOfLine = footer + (14 * 20) / 2;
    expect((1984 - middleOfLine) / twipsPerMm).toBeCloseTo(7, 1);
  });

  it("stands outside, one character from the edge: odd pages right, even pages left", () => {
    expect(settingOf(partOf(bytes, "word/settings.xml"), "w:evenAndOddHeaders")).not.toBe("false");
    const sides = allOf(section, "w:footerReference").map((reference) => reference.attributes["w:type"]);
    expect(sides).toEqual(["default", "even"]);
    const odd = partOf(bytes, "word/footer1.xml");
    const even = partOf(bytes, "word/footer2.xml");
    expect([settingOf(odd, "w:jc"), settingOf(odd, "w:ind", "w:right")]).toEqual(["right", "280"]);
    expect([settingOf(even, "w:jc"), settingOf(even, "w:ind", "w:left")]).toEqual(["left", "280"]);
  });

  it("is — 1 — with the number as a field", () => {
    const footer = partOf(bytes, "word/footer1.xml");
    expect(textOf(footer)).toBe("— 1 —");
    expect(firstOf(footer, "w:instrText").children.join("")).toContain("PAGE");
  });

  it("can stand in the middle", async () => {
    const centred: Style = { ...gongwen, pageNumber: { ...gongwen.pageNumber, position: "centre" } };
    const file = await writeDocx(everyKind, centred);
    for (const part of ["word/footer1.xml", "word/footer2.xml"]) {
      expect(settingOf(partOf(file, part), "w:jc")).toBe("center");
      expect(allOf(partOf(file, part), "w:ind")).toEqual([]);
    }
  });
});
