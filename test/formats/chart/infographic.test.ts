import { describe, expect, it } from "vitest";
import { composeInfographic, type Infographic } from "../../../src/document/compose-infographic.ts";
import { readEdition } from "../../../src/edition/read.ts";
import { infographicSvg } from "../../../src/formats/chart/infographic.ts";
import { withAt } from "../../fixtures/json.ts";
import { edition, edition2021, reports, sample, templateJson, withCells } from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const font = '"Noto Sans CJK SC", sans-serif';

function figuresOf({ sections }: Infographic): string[] {
  return sections.flatMap(({ figures }) => figures.map(({ name, value, unit }) => `${name}${value}${unit}`));
}

function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);
}

describe("the main figures of a year", () => {
  it("are those of the report: disclosure, applications, disputes", () => {
    expect(figuresOf(composeInfographic(edition2021, draft, []))).toEqual([
      "本年制发规范性文件6件",
      "本年废止规范性文件4件",
      "现行有效规范性文件47件",
      "行政许可决定32716件",
      "行政处罚决定2684件",
      "行政强制决定318件",
      "本年新收申请308件",
      "上年结转14件",
      "办结306件",
      "结转下年16件",
      "行政复议12件",
      "行政诉讼10件",
    ]);
  });

  it("that are not known are left out, and a part without any", () => {
    const { requests, ...others } = draft.tables;
    const partly = withCells({ ...draft, tables: others }, { "proactive.licensing.decisions": null });
    const infographic = composeInfographic(edition2021, partly, []);
    expect(infographic.sections.map(({ heading }) => heading)).toEqual(["主动公开", "行政复议和行政诉讼"]);
    expect(figuresOf(infographic).join()).not.toContain("行政许可");
    expect(requests).toBeDefined();
  });

  it("are said in a sentence, with the charts after them", () => {
    const { alternative } = composeInfographic(edition2021, draft, []);
    expect(alternative).toContain(
      "依申请公开：本年新收申请308件，上年结转14件，办结306件，结转下年16件。政府信息公开申请办理结果：",
    );
  });

  it("come with a sentence for each part, with the change on last year; the clerk's own takes its place", () => {
    const last = { ...draft, year: 2024 };
    const two = { ...draft, prior: { year: 2024, tables: last.tables } };
    const sentences = composeInfographic(edition2021, two, []).sections.map(({ sentence }) => sentence);
    expect(sentences[1]).toMatch(/^本年新收申请308件，与上年持平；.*自然人申请占.+。$/);
    const own = {
      ...two,
      infographic: { sentences: { 依申请公开: "申请量平稳，办结及时。", 主动公开: "" } },
    };
    const infographic = composeInfographic(edition2021, own, []);
    expect(infographic.sections.map(({ sentence }) => sentence).slice(0, 2)).toEqual([
      "",
      "申请量平稳，办结及时。",
    ]);
    expect(textsIn(infographicSvg(infographic, { font }))).toContain("申请量平稳，办结及时。");
    expect(infographic.alternative).toContain("申请量平稳，办结及时。");
    for (const odd of [null, 3, { sentences: 5 }, { sentences: { 依申请公开: 7 } }])
      expect(composeInfographic(edition2021, { ...two, infographic: odd }, []).sections[1]?.sentence).toBe(
        sentences[1],
      );
  });

  it("are broken so that no line of a sentence begins with a full stop", () => {
    for (let length = 28; length < 40; length++) {
      const said = `${"办".repeat(length)}。`;
      const own = { ...draft, infographic: { sentences: { 依申请公开: said } } };
      const lines = textsIn(infographicSvg(composeInfographic(edition2021, own, []), { font })).filter(
        (text) => /^[办。]+$/.test(text),
      );
      expect(lines.join("")).toBe(said);
      expect(lines.filter((line) => line.startsWith("。"))).toEqual([]);
    }
  });

  it("that a template takes from nowhere are refused", () => {
    const json = withAt(
      templateJson("templates/editions/2021.json"),
      "highlights[0].figures[1].cells",
      "proactive.x.y",
    );
    const reading = readEdition(json);
    expect(reading.ok ? [] : reading.problems).toMatchObject([
      { code: "unknownCell", path: ["highlights", 0, "figures", 1, "cells"] },
    ]);
  });
});

describe("the picture of a year", () => {
  it.each(reports.map((report) => [report.name, report.draft] as const))(
    "of %s shows title, figures and charts",
    (_, each) => {
      const infographic = composeInfographic(edition(each.edition), each, []);
      const svg = infographicSvg(infographic, { font });
      const texts = textsIn(svg);
      expect(texts.join("")).toContain(infographic.title.slice(-6));
      for (const { heading, figures, charts } of infographic.sections) {
        expect(texts).toEqual(
          expect.arrayContaining([
            heading,
            ...figures.flatMap(({ name, value }) => [name, String(value)]),
            ...charts.map(({ title }) => title),
          ]),
        );
      }
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="infographic-t infographic-d"/);
    },
  );

  it("sets a long name smaller instead of cutting it", () => {
    const name = "新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府办公室信息公开科";
    const infographic = composeInfographic(
      edition2021,
      {
        ...draft,
        organisation: { ...draft.organisation, name },
      },
      [],
    );
    const [, size] =
      new RegExp(`font-size="([\\d.]+)"[^>]*>${name}<`).exec(infographicSvg(infographic, { font })) ?? [];
    expect(Number(size) * [...name].length).toBeLessThanOrEqual(1080 - 100);
  });
});
