import { describe, expect, it } from "vitest";
import type { Chart } from "../../../../src/document/tree.ts";
import { chartSvg } from "../../../../src/formats/chart/chart-svg.ts";
import { chartLines } from "../../../../src/formats/docx/fit/chart-size.ts";
import { openDocx } from "../../../../src/formats/docx/read.ts";
import { writeDocx } from "../../../../src/formats/docx/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { convert, hasWriter } from "../../../support/libreoffice.ts";
import { allOf, firstOf, partOf, textOf, type XmlElement } from "../../../support/read-docx.ts";
import { applicationsChart, body, documentOf, figuresChart, heading } from "../documents.ts";
import { linesByPage } from "../printed-pages.ts";

const text = "政府信息公开工作年度报告编制说明文字";
const documentWith = (...charts: Chart[]) =>
  documentOf([heading("一、总体情况"), ...charts, body(text.repeat(60))]);
const written = (...charts: Chart[]) => writeDocx(documentWith(...charts), gongwen);
const both = await written(applicationsChart, figuresChart);
const groups = allOf(partOf(both, "word/document.xml"), "wpg:wgp");
const words = groups.map((group) => allOf(group, "w:p").map(textOf));
/** English metric units in a point. */
const emu = 12700;

describe("a chart", () => {
  it("has its finding, what it counts, and each figure with its share; nothing for one that is not known", () => {
    expect(words[0]).toEqual([
      "自然人申请占八成",
      "新收政府信息公开申请的申请人 & <其他>（单位：件）",
      "2025年",
      "2024年",
      "自然人",
      "247（80.2%）",
      "法人或其他组织",
      "61（19.8%）",
      "其他",
      "0（0.0%）",
      "未填",
    ]);
    expect(words[1]).toEqual(expect.arrayContaining(["新收308件，比上年增加19件", "247", "比上年 +26"]));
  });

  it("has the words of the same chart in the web page, in the same order", () => {
    const svg = chartSvg(applicationsChart, { widthMm: 156, font: "serif" });
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text = ""]) => text);
    expect(texts.map((text) => text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))).toEqual(
      words[0],
    );
  });

  it("draws the bars in proportion to the figures", () => {
    const [group] = groups;
    const filled = allOf(group as XmlElement, "wps:wsp").filter(
      (shape) =>
        allOf(firstOf(shape, "wps:spPr"), "a:solidFill").length > 0 &&
        allOf(shape, "a:prstGeom")[0]?.attributes.prst === "rect",
    );
    const widths = filled.map((shape) => Number(firstOf(shape, "a:ext").attributes.cx) / emu);
    // Two marks of the legend, then this year's and last year's bars.
    const [, , first = 0, firstBefore = 0, second = 0, secondBefore = 0] = widths;
    expect(firstBefore / first).toBeCloseTo(221 / 247, 2);
    expect(second / first).toBeCloseTo(61 / 247, 2);
    expect(secondBefore / first).toBeCloseTo(68 / 247, 2);
    expect(widths).toHaveLength(6);
  });

  it("is told in words to those who do not see it, under a number of its own", () => {
    const drawings = allOf(partOf(both, "word/document.xml"), "wp:docPr");
    expect(drawings.map((drawing) => drawing.attributes.descr)).toEqual(
      Array(2).fill(applicationsChart.alternative),
    );
    expect(new Set(drawings.map((drawing) => drawing.attributes.id)).size).toBe(2);
  });

  it("is no text that a hand may have changed", async () => {
    const carried = { name: "a", mediaType: "text/plain", text: "a", description: "" };
    expect(
      openDocx(await writeDocx({ ...documentWith(applicationsChart), carried }, gongwen)).edits.wasEdited,
    ).toBe(false);
  });
});

describe.skipIf(!hasWriter)("printed by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  it("the chart is whole and the lines after it stand on the lines of the page", async () => {
    const [pdf = new Uint8Array()] = convert([await written(applicationsChart)], "docx", "pdf");
    const [first = []] = await linesByPage(pdf);
    expect(first.map((line) => line.text).join("")).toContain("247");
    const lines = first.filter((line) => line.text.length >= 26 && !line.text.includes("单位"));
    const pitches = lines.slice(1).map((line, index) => line.base - (lines[index]?.base ?? 0));
    expect(lines.length).toBeGreaterThan(5);
    expect(pitches.every((pitch) => Math.abs(pitch - (579 / 1440) * 25.4) < 0.2)).toBe(true);
    const heading = first.find((line) => line.text === "一、总体情况");
    const room = (lines[0]?.base ?? 0) - (heading?.base ?? 0);
    expect(room).toBeCloseTo((((chartLines(applicationsChart, gongwen) + 1) * 579) / 1440) * 25.4, 0);
  });
});
