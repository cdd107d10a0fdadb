import type { Edition } from "../../edition/read.ts";
import type { SectionTemplate } from "../../edition/schema.ts";
import type { Draft } from "../file/draft.ts";
import { plainTextOf } from "./passages.ts";
import { passagesIn } from "./read-passages.ts";
import { narrativeOf } from "./write-passages.ts";

/** A text of a section that prints tables only: found in a published report and kept in the draft, never printed. */
export type SurplusText = {
  readonly section: string;
  /** The heading of the section. */
  readonly name: string;
  readonly text: string;
};

/** The texts that stand in sections of tables alone, in the order of the sections. */
export function surplusTexts(draft: Draft, edition: Edition): SurplusText[] {
  return edition.sections.flatMap(({ id, heading, contents }) => {
    if (heading === undefined || contents.some((content) => content.kind === "narrative")) return [];
    const text = plainTextOf(passagesIn(draft, id));
    return text.trim() === "" ? [] : [{ section: id, name: heading, text }];
  });
}

/** The section that takes what has no other place: the first with a heading and a text (一、总体情况). */
export function overviewOf(edition: Edition): SectionTemplate | undefined {
  return edition.sections.find(
    ({ contents, heading }) => heading !== undefined && slotOf(contents) !== undefined,
  );
}

/** The draft with the texts of some sections of tables at the end of its overview instead. */
export function withSurplusInOverview(draft: Draft, edition: Edition, sections: readonly string[]): Draft {
  const slot = slotOf(overviewOf(edition)?.contents ?? []);
  const moved = surplusTexts(draft, edition).filter(({ section }) => sections.includes(section));
  if (slot === undefined || moved.length === 0) return draft;
  const narrative = { ...draft.narrative };
  for (const { section } of moved) delete narrative[section];
  const passages = [slot, ...moved.map(({ section }) => section)].flatMap((own) => passagesIn(draft, own));
  return { ...draft, narrative: { ...narrative, [slot]: narrativeOf(passages) } };
}

function slotOf(contents: SectionTemplate["contents"]): string | undefined {
  return contents.flatMap((content) => (content.kind === "narrative" ? [content.slot] : []))[0];
}
