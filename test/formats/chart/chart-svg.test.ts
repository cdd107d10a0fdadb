import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../../src/document/tree.ts";
import { chartSvg } from "../../../src/formats/chart/chart-svg.ts";
import { chartsOf, edition, reports, sample } from "../../fixtures/reports.ts";

const options = { widthMm: 156, font: '仿宋_GB2312, "Noto Serif CJK SC", serif' };
const charts = chartsOf(edition("2021"), sample("qinghe-2025"));

const chart: Chart = {
  type: "chart",
  kind: "bars",
  title: '申请 <件> & "其他"',
  subject: "申请的申请人",
  unit: "件",
  bars: [
    { name: "自然人", value: 247, share: 247 / 308, before: 221 },
    { name: "商业企业", value: 0, share: 0 },
    { name: "其他", value: null },
  ],
  years: { current: "2025年", last: "2024年" },
  alternative: "申请：自然人247件。",
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
    expect(svg).toContain(`font-family="'仿宋_GB2312', 'Noto Serif CJK SC', serif"`);
    expect(parseFragment(svg).childNodes).toHaveLength(1);
  });

  it("has both ids it refers to, and two charts share none", () => {
    const ids = charts.flatMap((each) => {
      const svg = chartSvg(each, options);
      const found = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
      const wanted = [...(/aria-labelledby="([^"]+)"/.exec(svg)?.[1] ?? "").split(" ")];
      expect(found).toEqual(expect.arrayContaining(wanted));
      return found;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("prints every figure with its share, 0 too, and nothing where none is known", () => {
    expect(textsIn(chartSvg(chart, options)).slice(1)).toEqual([
      "申请的申请人（单位：件）",
      "2025年",
      "2024年",
      "自然人",
      "247（80.2%）",
      "商业企业",
      "0（0.0%）",
      "其他",
    ]);
  });

  it("of figures prints them side by side, with the change on last year", () => {
    const texts = textsIn(chartSvg({ ...chart, kind: "figures" }, options));
    expect(texts).toEqual(expect.arrayContaining(["自然人", "247", "件", "比上年 +26", "商业企业", "0"]));
    expect(texts).not.toContain("其他");
  });

  it("of groups names each once, over its bars", () => {
    const texts = textsIn(chartSvg(charts[3] as Chart, options));
    const names = ["行政复议", "未经复议直接起诉", "复议后起诉"];
    expect(texts.filter((text) => names.includes(text))).toEqual(names);
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

  it("takes the colour of a style, and a paler one for last year", () => {
    const svg = chartSvg(chart, { ...options, colours: ["1F4E79", "C55A11"] });
    expect(svg.match(/fill="#1f4e79"/g)).toHaveLength(2);
    expect(svg).not.toMatch(/#1f5aa6|#c55a11/i);
    const fills = [...svg.matchAll(/<rect [^>]*fill="(#\w{6})"/g)].map(([, fill]) => fill);
    expect(new Set(fills).size).toBe(2);
  });

  it("grows in a web page only where it is told to", () => {
    expect(chartSvg(chart, options)).toContain('style="max-width:100%;height:auto"');
    expect(chartSvg(chart, { ...options, growsToMm: 156 })).toContain("width:100%;max-width:156mm");
  });

  it("that has found nothing says its subject once, as the title", () => {
    const texts = textsIn(chartSvg({ ...chart, title: chart.subject }, options));
    expect(texts.slice(0, 2)).toEqual([chart.subject, "单位：件"]);
    expect(texts.filter((text) => text.includes(chart.subject))).toHaveLength(1);
  });

  it("without anything in it is still a picture", () => {
    for (const kind of ["bars", "figures"] as const)
      expect(chartSvg({ ...chart, kind, bars: [] }, options)).not.toMatch(/NaN|Infinity/);
  });

  it("is the same each time", () => {
    expect(chartSvg(chart, options)).toBe(chartSvg(structuredClone(chart), options));
  });
});
