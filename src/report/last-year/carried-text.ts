import type { Edition } from "../../edition/read.ts";
import type { Draft, NarrativeNode } from "../file/draft.ts";
import { narrativeToText, withTexts } from "../narrative/narrative.ts";
import { lineOf } from "../narrative/passages.ts";
import { narrativeIn, passagesOf } from "../narrative/read-passages.ts";
import { narrativeOf } from "../narrative/write-passages.ts";
import type { Prior } from "./prior.ts";

/** The narratives that a new report begins with, by slot. */
export type CarriedText = Draft["narrative"];

/**
 * What a new report takes from last year's texts, for slots without text. The frame (a section without
 * heading of its own, as the preface) comes whole with its year raised; of a section's text only the
 * sub-headings come, because a paragraph that is reused is what the notice calls 内容雷同.
 */
export function carriedText(edition: Edition, draft: Draft, prior: Prior): CarriedText {
  const last = { narrative: prior.narrative ?? {} };
  const carried: Record<string, NarrativeNode> = {};
  for (const section of edition.sections) {
    for (const content of section.contents) {
      if (content.kind !== "narrative" || isWritten(narrativeIn(draft, content.slot))) continue;
      const narrative = narrativeIn(last, content.slot);
      if (!isWritten(narrative)) continue;
      const taken =
        section.heading === undefined
          ? withYearRaised(narrative, prior.year, draft.year)
          : skeletonOf(narrative);
      if (isWritten(taken)) carried[content.slot] = taken;
    }
  }
  return carried;
}

/** Whether a narrative has any text. */
export function isWritten(narrative: NarrativeNode | undefined): narrative is NarrativeNode {
  return narrativeToText(narrative).trim() !== "";
}

/** The sub-headings, as they stand. */
function skeletonOf(narrative: NarrativeNode): NarrativeNode {
  return narrativeOf(
    passagesOf(narrative).filter((passage) => passage.type === "heading" && lineOf(passage).trim() !== ""),
  );
}

function withYearRaised(node: NarrativeNode, from: number | undefined, to: number): NarrativeNode {
  return from === undefined ? node : withTexts(node, (text) => raiseYear(text, from, to));
}

const yearWithDate = /([0-9０-９]{4})(\s*年)(\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日|\s*[底末至到—－~～-]+)?)?/g;

/**
 * Raises the report's own year: alone (2024年, 2024年度) and in the days that bound the period. Another date
 * of that year is the date of an event (a law amended in 2024年11月) and stays.
 */
export function raiseYear(text: string, from: number, to: number): string {
  return text.replace(yearWithDate, (whole: string, year: string, word: string, date: string = "") =>
    Number(year.normalize("NFKC")) === from && boundsPeriod(date) ? `${to}${word}${date}` : whole,
  );
}

function boundsPeriod(date: string): boolean {
  return date === "" || /^(1月(1日|[至到—－~～-]+)|12月(31日|[底末]))$/.test(date.replace(/\s/g, ""));
}
