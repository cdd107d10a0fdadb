import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../../src/document/tree.ts";
import { chartSvg } from "../../../src/formats/chart/chart-svg.ts";
import { axisSteps } from "../../../src/formats/chart/scale.ts";
import { chartsOf, edition, reports, sample } from "../../fixtures/reports.ts";

const options = { widthMm: 156, font: '仿宋_GB2312, "Noto Serif CJK SC", serif' };
const charts = chartsOf(edition("2021"), sample("qinghe-2025"));

const chart: Chart = {
  type: "chart",
  title: '申请 <件> & "其他"',
  unit: "件",
  kind: "bars",
  categories: ["2024年", "2025年"],
  series: [
    { name: "新收", values: [280, 308] },
    { name: "办结", values: [null, 0] },
  ],
  alternative: "申请：2024年新收280件。",
};

/** The visible texts, in drawing order. */
function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);
}

function numbersOf(svg: string, name: string): number[] {
  return [...svg.matchAll(new RegExp(` ${name}="(-?[\\d.]+)"`, "g"))].map(([, value]) => Number(value));
}

describe("a chart", () => {
  it("is a picture with a title and a description, in the font of the page", () => {
    const svg = chartSvg(chart, options);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-labelledby="(\S+) (\S+)"/,
    );
    expect(svg).toMatch(/<title id="\S+">申请 &lt;件&gt; &amp; &quot;其他&quot;<\/title>/);
    expect(svg).toContain(`>${chart.alternative}</desc>`);
    expect(svg).toContain(`font-family="仿宋_GB2312, 'Noto Serif CJK SC', serif"`);
    expect(parseFragment(svg).childNodes).toHaveLength(1);
  });

  it("has both ids it refers to, and two charts share none", () => {
    const ids = charts.flatMap((each) => {
      const svg = chartSvg(each, options);
      const found = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
      const wanted = [
        ...[...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id),
        ...(/aria-labelledby="([^"]+)"/.exec(svg)?.[1] ?? "").split(" "),
      ];
      expect(found).toEqual(expect.arrayContaining(wanted));
      return found;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("prints every figure, 0 too, and nothing where none is known", () => {
    const texts = textsIn(chartSvg(chart, options));
    expect(texts).toEqual(
      expect.arrayContaining(["280", "308", "0", "2024年", "2025年", "新收", "办结", "单位：件"]),
    );
    expect(texts.filter((text) => text === "280")).toHaveLength(1);
  });

  it.each(["bars", "stacked", "lines"] as const)("of kind %s prints its figures and names", (kind) => {
    const texts = textsIn(chartSvg({ ...chart, kind }, options)).join(" ");
    for (const text of ["280", "308", "2024年", "新收", "办结"]) expect(texts).toContain(text);
  });

  it("of one series with many categories lies, with a row for each", () => {
    const texts = textsIn(chartSvg(charts[1] as Chart, options));
    for (const [name, value] of [
      ["予以公开", "119"],
      ["不予公开", "45"],
      ["其他处理", "14"],
    ])
      expect(texts).toEqual(expect.arrayContaining([name, value]));
  });

  it("spells the parts out where one is too narrow for its figure", () => {
    const narrow: Chart = {
      ...chart,
      kind: "stacked",
      categories: ["行政复议"],
      series: [800, 1, 0, 3].map((value, index) => ({ name: `第${index}种`, values: [value] })),
    };
    expect(textsIn(chartSvg(narrow, options))).toContain("804 = 800 + 1 + 0 + 3");
  });

  it.each([60, 100, 156, 250])("stays inside its frame at %i mm", (widthMm) => {
    for (const { draft } of reports) {
      for (const each of chartsOf(edition(draft.edition), draft)) {
        const svg = chartSvg(each, { ...options, widthMm });
        const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
        expect(width).toBeCloseTo((widthMm / 25.4) * 72, 1);
        for (const x of [...numbersOf(svg, "x"), ...numbersOf(svg, "x2")]) {
          expect(x).toBeGreaterThanOrEqual(-1);
          expect(x).toBeLessThanOrEqual(width);
        }
        for (const y of numbersOf(svg, "y2")) expect(y).toBeLessThanOrEqual(height);
        for (const size of [...numbersOf(svg, "width"), ...numbersOf(svg, "height")])
          expect(size).toBeGreaterThan(0);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });

  it("takes the colours of a style, in order, and keeps its patterns", () => {
    const stacked = charts[3] as Chart;
    const svg = chartSvg(stacked, { ...options, colours: ["1F4E79", "C55A11"] });
    expect(svg).toContain('fill="#1f4e79"');
    expect(svg).toContain('stroke="#C55A11"');
    expect(svg).not.toContain("#1F5AA6");
    expect(svg.match(/<pattern /g)).toEqual(chartSvg(stacked, options).match(/<pattern /g));
  });

  it("grows in a web page only where it is told to", () => {
    expect(chartSvg(chart, options)).toContain('style="max-width:100%;height:auto"');
    expect(chartSvg(chart, { ...options, growsToMm: 156 })).toContain("width:100%;max-width:156mm");
  });

  it("of one category of several series lies too, and names the category beside the unit", () => {
    const texts = textsIn(chartSvg(charts[0] as Chart, options));
    expect(texts).toEqual(expect.arrayContaining(["新收", "308", "办结", "306", "2025年，单位：件"]));
  });

  it("without anything in it is still a picture", () => {
    for (const kind of ["bars", "stacked", "lines"] as const)
      expect(chartSvg({ ...chart, kind, categories: [], series: [] }, options)).not.toMatch(/NaN|Infinity/);
  });

  it("is the same each time", () => {
    expect(chartSvg(chart, options)).toBe(chartSvg(structuredClone(chart), options));
  });
});

describe("the steps of an axis", () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [247, [0, 50, 100, 150, 200, 250]],
    [308, [0, 100, 200, 300, 400]],
    [32716, [0, 10000, 20000, 30000, 40000]],
  ])("for %i are %j", (largest, steps) => {
    expect(axisSteps(largest)).toEqual(steps);
  });
});
