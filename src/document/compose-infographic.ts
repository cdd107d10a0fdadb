import wording from "../../templates/document.json" with { type: "json" };
import type { Edition } from "../edition/read.ts";
import type { Severity } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import { sum } from "../report/figures/totals.ts";
import type { Draft } from "../report/file/draft.ts";
import { pictureSentencesOf } from "../report/picture-sentences.ts";
import { composeChart, figureOfYears } from "./charts/compose-charts.ts";
import { compose } from "./compose.ts";
import { stampFor } from "./compose-export.ts";
import { plainLine } from "./plain-line.ts";
import type { Chart } from "./tree.ts";

/** A main figure: 新收申请 308 件, with last year's where it is known. */
export type MainFigure = {
  readonly name: string;
  readonly value: number;
  readonly before?: number;
  readonly unit: string;
};

/** One picture of a year: what a reader should remember of the report. */
export type Infographic = {
  readonly title: string;
  /** The title cut where a line may break. */
  readonly titleWords: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    /** What the part comes to: the clerk's own words, or what the figures say. "" where nothing is to be said. */
    readonly sentence: string;
    /** The clerk's own. */
    readonly isOwn: boolean;
    readonly figures: readonly MainFigure[];
    readonly charts: readonly Chart[];
  }[];
  /** Who answers for it. */
  readonly author: string;
  /** A word under the title: 草稿. */
  readonly stamp?: string;
  /** The same in words. */
  readonly alternative: string;
};

/**
 * The picture of a report's year. Figures that are not known and charts that say nothing are left out.
 *
 * @param findings what the check says of the report as a finished document: with errors it bears a stamp
 */
export function composeInfographic(
  edition: Edition,
  draft: Draft,
  findings: readonly { readonly severity: Severity }[],
): Infographic {
  const { title, titleWords, author } = compose(edition, draft);
  const own = pictureSentencesOf(draft);
  const sections = (edition.highlights ?? [])
    .map(({ heading, figures, charts = [] }) => ({
      heading,
      figures: figures.flatMap(({ name, cells, unit }): MainFigure[] => {
        const { value, before } = figureOfYears(cells, edition, draft);
        return value === null ? [] : [{ name, value, unit, ...(before === undefined ? {} : { before }) }];
      }),
      charts: charts.flatMap((id) => {
        const template = edition.charts?.find((chart) => chart.id === id);
        return template ? (composeChart(template, edition, draft) ?? []) : [];
      }),
    }))
    .filter(({ figures, charts }) => figures.length > 0 || charts.length > 0)
    .map((section) => {
      const said = Object.hasOwn(own, section.heading) ? own[section.heading] : undefined;
      const sentence = said === undefined ? proposedSentence(section, edition) : plainLine(said).trim();
      return { ...section, sentence, isOwn: said !== undefined };
    });
  return {
    title,
    titleWords,
    sections,
    author,
    alternative: sections.map(inWords).join(""),
    ...stampFor(findings),
  };
}

type Part = Pick<Infographic["sections"][number], "figures" | "charts">;

/** 本年新收申请308件，比上年增加19件；自然人申请占八成。 */
function proposedSentence({ figures, charts }: Part, edition: Edition): string {
  const titles = new Set((edition.charts ?? []).map(({ title }) => title));
  const said = [
    ...figures.slice(0, 1).map(changeInWords),
    ...charts.map(({ title }) => title).filter((title) => !titles.has(title)),
  ];
  return said.length === 0
    ? ""
    : fill(wording.infographic.sentence, { parts: said.join(wording.chart.betweenCategories) });
}

function changeInWords({ name, value, unit, before }: MainFigure): string {
  const { total, more, less, same } = wording.chart;
  if (before === undefined) return fill(total, { name, value, unit });
  const sentence = value > before ? more : value < before ? less : same;
  return fill(sentence, {
    name,
    value,
    unit,
    difference: sum([Math.max(value, before), -Math.min(value, before)]),
  });
}

function inWords({ heading, sentence, isOwn, figures, charts }: Infographic["sections"][number]): string {
  const { figure, between } = wording.chart;
  const parts = figures.map((one) => fill(figure, one)).join(between);
  const spoken = parts === "" ? "" : fill(wording.infographic.section, { heading, parts });
  // A proposed sentence says nothing beyond the figures.
  return spoken + (isOwn ? sentence : "") + charts.map((chart) => chart.alternative).join("");
}
