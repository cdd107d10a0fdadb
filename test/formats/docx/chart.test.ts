import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../../src/document/tree.ts";
import { chartHeight } from "../../../src/formats/docx/fit/chart-height.ts";
import { openDocx } from "../../../src/formats/docx/read.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { allOf, firstOf, partOf, settingOf } from "../../support/read-docx.ts";
import { applicationsChart, body, documentOf, heading } from "./documents.ts";
import { linesByPage } from "./printed-pages.ts";
import { hasSoffice, resaved } from "./soffice.ts";

const text = "政府信息公开工作年度报告编制说明文字";
const documentWith = (...charts: Chart[]) =>
  documentOf([heading("一、总体情况"), ...charts, body(text.repeat(60))]);
const written = (...charts: Chart[]) => writeDocx(documentWith(...charts), gongwen);
const kinds = ["bars", "stacked", "lines"] as const;
const partsOfKind = await written(...kinds.map((kind) => ({ ...applicationsChart, kind })));
const chartOf = (kind: Chart["kind"]) =>
  partOf(partsOfKind, `word/charts/chart${kinds.indexOf(kind) + 1}.xml`);

describe("a chart", () => {
  it("has its title, unit, categories, series and figures; a missing figure is a gap", () => {
    const chart = chartOf("bars");
    expect(allOf(chart, "a:t").map((run) => run.children.join(""))).toEqual([applicationsChart.title, "件"]);
    const series = allOf(chart, "c:ser");
    const valuesIn = (name: string) =>
      series.map((one) => allOf(firstOf(one, name), "c:v").map((value) => value.children.join("")));
    expect(valuesIn("c:tx").flat()).toEqual(applicationsChart.series.map(({ name }) => name));
    expect(valuesIn("c:cat")[0]).toEqual(applicationsChart.categories);
    expect(valuesIn("c:val")).toEqual([
      ["190", "221", "247"],
      ["41", "61"],
      ["3", "5", "0"],
    ]);
    expect(settingOf(chart, "c:dispBlanksAs", "val")).toBe("gap");
  });

  it("holds the figures in a workbook, so that they can be edited in Word", () => {
    const files = unzipSync(partsOfKind);
    const [book] = Object.entries(files).filter(([path]) => path.endsWith(".xlsx"));
    const sheet = unzipSync(book?.[1] ?? new Uint8Array())["xl/worksheets/sheet1.xml"];
    expect(strFromU8(sheet ?? new Uint8Array())).toContain("247");
    expect(settingOf(chartOf("bars"), "c:externalData", "r:id")).toBeDefined();
  });

  it("is told in words to those who do not see it, under a number of its own", () => {
    const drawings = allOf(partOf(partsOfKind, "word/document.xml"), "wp:docPr");
    expect(drawings.map((drawing) => drawing.attributes.descr)).toEqual(
      Array(3).fill(applicationsChart.alternative),
    );
    expect(new Set(drawings.map((drawing) => drawing.attributes.id)).size).toBe(3);
  });

  it("stands beside each other, on each other or as lines", () => {
    expect(settingOf(chartOf("bars"), "c:grouping", "val")).toBe("clustered");
    expect(settingOf(chartOf("stacked"), "c:grouping", "val")).toBe("stacked");
    expect(allOf(chartOf("lines"), "c:lineChart")).toHaveLength(1);
  });

  it.each(["bars", "stacked"] as const)("fills the %s of each series with another pattern", (kind) => {
    const series = allOf(chartOf(kind), "c:ser");
    const fills = series.map((one) => settingOf(firstOf(one, "c:spPr"), "a:pattFill", "prst"));
    expect(fills[0]).toBeUndefined();
    expect(new Set(fills).size).toBe(3);
    for (const one of series.slice(1)) {
      expect(firstOf(firstOf(one, "a:ln"), "a:srgbClr")).toEqual(firstOf(one, "a:srgbClr"));
    }
  });

  it("gives each line another dash and mark", () => {
    const series = allOf(chartOf("lines"), "c:ser");
    const looks = series.map((one) => [
      settingOf(one, "a:prstDash", "val"),
      settingOf(one, "c:symbol", "val"),
    ]);
    expect(new Set(looks.map(([dash]) => dash)).size).toBe(3);
    expect(new Set(looks.map(([, mark]) => mark)).size).toBe(3);
    expect(allOf(chartOf("lines"), "a:pattFill")).toEqual([]);
  });

  it("names the Chinese face, which docx leaves to an empty theme", () => {
    const faces = allOf(chartOf("bars"), "a:ea").map((face) => face.attributes.typeface);
    expect(new Set(faces)).toEqual(new Set(["宋体", "黑体"]));
  });

  it("starts at zero, or under it where figures are negative", async () => {
    expect(settingOf(chartOf("bars"), "c:min", "val")).toBe("0");
    const falling = { ...applicationsChart, series: [{ name: "增减", values: [-3, 2, 1] }] };
    expect(allOf(partOf(await written(falling), "word/charts/chart1.xml"), "c:min")).toEqual([]);
  });

  it("has a legend only where there are series to be told apart", async () => {
    expect(allOf(chartOf("bars"), "c:legend")).toHaveLength(1);
    const alone = { ...applicationsChart, series: applicationsChart.series.slice(0, 1) };
    expect(allOf(partOf(await written(alone), "word/charts/chart1.xml"), "c:legend")).toEqual([]);
  });

  it("is no text that a hand may have changed", async () => {
    const carried = { name: "a", mediaType: "text/plain", text: "a", description: "" };
    expect(
      openDocx(await writeDocx({ ...documentWith(applicationsChart), carried }, gongwen)).edits.wasEdited,
    ).toBe(false);
  });
});

describe.skipIf(!hasSoffice)("printed by LibreOffice (skipped where soffice is missing)", () => {
  it("the chart is whole and the lines after it stand on the lines of the page", async () => {
    const [pdf = new Uint8Array()] = resaved([await written(applicationsChart)], "pdf");
    const [first = []] = await linesByPage(pdf);
    expect(first.map((line) => line.text).join("")).toContain("247");
    const lines = first.filter((line) => line.text.length >= 26);
    const pitches = lines.slice(1).map((line, index) => line.base - (lines[index]?.base ?? 0));
    expect(lines.length).toBeGreaterThan(5);
    expect(pitches.every((pitch) => Math.abs(pitch - (579 / 1440) * 25.4) < 0.2)).toBe(true);
    const heading = first.find((line) => line.text === "一、总体情况");
    const room = (lines[0]?.base ?? 0) - (heading?.base ?? 0);
    expect(room).toBeCloseTo(((chartHeight(gongwen) + 10 + 579) / 1440) * 25.4, 0);
  });
});
