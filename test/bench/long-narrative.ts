import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { plainTextOf } from "../../src/report/narrative/passages.ts";
import { passagesIn } from "../../src/report/narrative/read-passages.ts";
import { sample } from "../fixtures/reports.ts";

const slot = "overview";

/** The sample report with a first section of at least so many characters: its own paragraphs over and over. */
export function longReport(characters: number): Draft {
  const draft = sample("qinghe-2025");
  const blocks = draft.narrative[slot]?.content ?? [];
  const content: NarrativeNode[] = [];
  const made = (): Draft => ({
    ...draft,
    narrative: { ...draft.narrative, [slot]: { type: "doc", content } },
  });
  while (plainTextOf(passagesIn(made(), slot)).length < characters) content.push(...structuredClone(blocks));
  return made();
}

/** The report after one more sign was typed into a paragraph in the middle; all else is shared. */
export function withOneKeystroke(draft: Draft, typed: string): Draft {
  const narrative = draft.narrative[slot];
  const content = [...(narrative?.content ?? [])];
  const middle = content.findIndex(({ type }, index) => index > content.length / 2 && type === "paragraph");
  const text = `${content[middle]?.content?.[0]?.text ?? ""}${typed}`;
  content[middle] = { type: "paragraph", content: [{ type: "text", text }] };
  return { ...draft, narrative: { ...draft.narrative, [slot]: { type: "doc", content } } };
}
