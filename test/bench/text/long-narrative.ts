import type { Draft, NarrativeNode } from "../../../src/report/file/draft.ts";
import { plainTextOf } from "../../../src/report/narrative/passages.ts";
import { passagesIn } from "../../../src/report/narrative/read-passages.ts";
import { sample } from "../../fixtures/reports.ts";

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
