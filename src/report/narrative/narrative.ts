import type { Draft, NarrativeNode } from "../file/draft.ts";
import { lineOf, plainTextOf } from "./passages.ts";
import { passagesOf } from "./read-passages.ts";

/** A narrative as plain text, one line a passage; living figures as they were shown last. */
export function narrativeToText(narrative: NarrativeNode | undefined): string {
  return plainTextOf(passagesOf(narrative));
}

/** The narrative with every text changed; all else, known or not, stays. */
export function withTexts(node: NarrativeNode, change: (text: string) => string): NarrativeNode {
  return {
    ...node,
    ...(node.text === undefined ? {} : { text: change(node.text) }),
    ...(node.content ? { content: node.content.map((child) => withTexts(child, change)) } : {}),
  };
}

/** The lines of a narrative that are not blank, without space at their ends, and whether each is a heading. */
export function writtenLines(
  narrative: NarrativeNode | undefined,
): { readonly text: string; readonly isHeading: boolean }[] {
  return passagesOf(narrative)
    .map((passage) => ({ text: lineOf(passage).trim(), isHeading: passage.type === "heading" }))
    .filter(({ text }) => text !== "");
}

/** The draft with other texts in some slots. */
export function withNarratives(draft: Draft, texts: Readonly<Record<string, NarrativeNode>>): Draft {
  return { ...draft, narrative: { ...draft.narrative, ...texts } };
}
