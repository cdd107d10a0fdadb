import wording from "../../templates/wording.json" with { type: "json" };
import { coversYear, type Editions, editionForYear } from "../edition/builtin.ts";
import { placeOfCell } from "../edition/place-of-cell.ts";
import type { Edition } from "../edition/read.ts";
import type { NarrativeTemplate, SectionTemplate } from "../edition/schema.ts";
import { fill, inBrief } from "../edition/wording.ts";
import { isCalendarDate } from "../report/dates.ts";
import { type FigureReader, figureReader } from "../report/figures/living.ts";
import type { Draft } from "../report/file/draft.ts";
import { leftoverCells } from "../report/leftover-cells.ts";
import { writtenLines } from "../report/narrative/narrative.ts";
import { charactersIn, type Passage, plainTextOf } from "../report/narrative/passages.ts";
import { narrativeIn, passagesIn } from "../report/narrative/read-passages.ts";
import type { Figures } from "./assertion.ts";
import { bareHeadings, missingParts } from "./bare-headings.ts";
import type { Finding, Place } from "./finding.ts";

/** Completeness and structure outside the tables: names, sections, their parts, edition and year. */
export function structureFindings(
  edition: Edition,
  draft: Draft,
  editions: Editions,
  figures: Figures,
): Finding[] {
  const read = figureReader(edition, figures);
  const inSections = edition.sections.flatMap((section) =>
    section.contents.flatMap((content) =>
      content.kind === "narrative" ? narrativeFindings(section, content, draft, read) : [],
    ),
  );
  return [...coverFindings(draft), ...editionFindings(edition, draft, editions), ...inSections];
}

function coverFindings(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const { nameBlank, dateBad } = wording.finding;
  if (draft.organisation.name.trim() === "")
    findings.push({ ...found("cover.nameBlank", "error", { cover: "name" }), ...nameBlank });
  const date = draft.signature?.date.trim() ?? "";
  if (date !== "" && !isCalendarDate(date)) {
    findings.push({
      ...found("cover.date", "error", { cover: "date" }),
      headline: dateBad.headline,
      message: fill(dateBad.message, { date: inBrief(date) }),
    });
  }
  return findings;
}

function editionFindings(edition: Edition, draft: Draft, editions: Editions): Finding[] {
  const findings: Finding[] = [];
  const proposed = editionForYear(editions, draft.year);
  if (!coversYear(edition, draft.year) && proposed) {
    const values = { year: draft.year, proposed: proposed.name, edition: edition.name };
    const words = sentences(wording.finding.yearOutside, values);
    findings.push({ ...found("edition.year", "warning", { cover: "edition" }), ...words });
  }
  const leftover = leftoverCells(draft, edition);
  if (leftover.length > 0) {
    const places = leftover
      .slice(0, 4)
      .map(({ id, value }) =>
        fill(wording.finding.leftoverFigure, {
          place: placeIn(editions, id),
          value: inBrief(String(value ?? "")),
        }),
      )
      .join(wording.finding.and);
    const values = { count: leftover.length, edition: edition.name, places };
    const words = sentences(wording.finding.leftover, values);
    findings.push({ ...found("edition.leftover", "hint", { cover: "edition" }), ...words });
  }
  return findings;
}

/** Where a figure stood before the edition was changed, in the words of the edition that has its cell. */
function placeIn(editions: Editions, id: string): string {
  const cell = [...editions.values()].flatMap((edition) => edition.cells.get(id) ?? [])[0];
  return cell ? placeOfCell(cell) : wording.finding.unknownPlace;
}

function narrativeFindings(
  section: SectionTemplate,
  content: NarrativeTemplate,
  draft: Draft,
  read: FigureReader,
): Finding[] {
  const lines = writtenLines(narrativeIn(draft, content.slot)).map(({ text }) => text);
  const name = section.heading ?? section.name ?? "";
  if (lines.length === 0) {
    if (!content.required) return [];
    const { narrativeBlank, narrativeBlankSuggest } = wording.finding;
    const sentence = content.suggestion === undefined ? narrativeBlank : narrativeBlankSuggest;
    const values = { section: name, suggestion: content.suggestion ?? "" };
    return [
      {
        ...found("narrative.blank", "error", { section: section.id }, content.slot),
        ...sentences(sentence, values),
      },
    ];
  }
  return [
    ...missingParts(content, lines).map((part) => ({
      ...found("narrative.partMissing", "error", { section: section.id }, part.heading),
      ...sentences(wording.finding.partMissing, { section: name, part: part.heading }),
    })),
    ...bareFindings(name, content, passagesIn(draft, content.slot, read)),
    ...unmentioned(section, content, lines.join(""), read),
    ...tooLong(section, content, passagesIn(draft, content.slot, read)),
  ];
}

/** A text that is longer than the edition lets it be. */
function tooLong(
  section: SectionTemplate,
  { mostCharacters, slot }: NarrativeTemplate,
  passages: readonly Passage[],
): Finding[] {
  const count = charactersIn(plainTextOf(passages));
  if (mostCharacters === undefined || count <= mostCharacters) return [];
  const values = { section: section.heading ?? section.name ?? "", count, most: mostCharacters };
  return [
    {
      ...found("narrative.tooLong", "hint", { section: section.id }, slot),
      ...sentences(wording.finding.tooLong, { ...values, over: count - mostCharacters }),
    },
  ];
}

/** What stands in a table and must be explained in the text: 逾期未缴费 without a word of the fee. */
function unmentioned(
  section: SectionTemplate,
  { mentions = [] }: NarrativeTemplate,
  text: string,
  read: FigureReader,
): Finding[] {
  return mentions.flatMap(({ name, cell, anyOf, source }) => {
    const shown = read({ as: "value", cells: [cell] });
    if (shown.state !== "known" || shown.value <= 0 || anyOf.some((words) => text.includes(words))) return [];
    const values = { section: section.heading ?? section.name ?? "", name, value: shown.value };
    return {
      ...found("narrative.unmentioned", "warning", { section: section.id }, name),
      ...sentences(wording.finding.unmentioned, { ...values, words: anyOf[0] ?? "" }),
      compared: [cell],
      source,
    };
  });
}

/** Headings under which nothing stands: an outline, and no report. */
function bareFindings(name: string, content: NarrativeTemplate, passages: readonly Passage[]): Finding[] {
  return bareHeadings(content, passages).map(({ text, from, to }) => ({
    ...found("narrative.partEmpty", "error", { slot: content.slot, from, to }, text),
    ...sentences(wording.finding.partEmpty, { section: name, part: text }),
    excerpt: text,
  }));
}

function found(
  code: string,
  severity: Finding["severity"],
  at: Place,
  about?: string,
): Pick<Finding, "code" | "severity" | "at" | "about"> {
  return { code, severity, at, ...(about === undefined ? {} : { about }) };
}

function sentences(
  pair: { headline: string; message: string },
  values: Record<string, string | number>,
): Pick<Finding, "headline" | "message"> {
  return { headline: fill(pair.headline, values), message: fill(pair.message, values) };
}
