import type { Draft, NarrativeNode } from "../file/draft.ts";
import { bestMatches } from "../narrative/likeness.ts";
import { writtenLines } from "../narrative/narrative.ts";
import { copiedShare, foldedSentences, foldText, sentencesOf } from "../narrative/sentences.ts";
import { priorIn } from "./prior.ts";

/** A paragraph or heading of a narrative, compared with the other year's. */
export type ComparedParagraph = {
  readonly slot: string;
  /** Its place among the paragraphs and headings of its slot that are not blank. */
  readonly index: number;
  readonly text: string;
  readonly isHeading: boolean;
  /** `copied`: the same but for figures and years; `changed`: reworded; `new`: nothing like it there. */
  readonly mark: "copied" | "changed" | "new";
  /** The paragraph of the other year it is like, and how much, from 0 to 1. */
  readonly match?: {
    readonly slot: string;
    readonly index: number;
    readonly text: string;
    readonly likeness: number;
  };
  /** The text sentence by sentence: whether each stands in the other year's report too. */
  readonly sentences: readonly { readonly text: string; readonly isCopied: boolean }[];
};

/** A slot in both years. In `last`, `new` means that nothing of the paragraph is in this year's report. */
export type NarrativeComparison = {
  readonly now: readonly ComparedParagraph[];
  readonly last: readonly ComparedParagraph[];
  /** The share of this year's characters in sentences of last year's report, from 0 to 1. */
  readonly share: number;
};

type Paragraph = Pick<ComparedParagraph, "slot" | "index" | "text" | "isHeading"> & {
  readonly folded: string;
};

/** How like another a paragraph must be to count as that one reworded. */
const leastLikeness = 0.5;

/** A slot's text beside last year's. A paragraph may have come from, or gone to, any other slot. */
export function compareNarratives(draft: Draft, slot: string): NarrativeComparison {
  const now = paragraphsIn(draft.narrative);
  const last = paragraphsIn(priorIn(draft)?.narrative ?? {});
  const own = bodyOf(now.filter((paragraph) => paragraph.slot === slot));
  const sentencesOfLast = foldedSentences(bodyOf(last));
  return {
    now: compared(now, last, slot, sentencesOfLast),
    last: compared(last, now, slot, foldedSentences(bodyOf(now))),
    share: copiedShare(own, sentencesOfLast).share,
  };
}

function paragraphsIn(narrative: Readonly<Record<string, NarrativeNode>>): Paragraph[] {
  return Object.entries(narrative).flatMap(([slot, document]) =>
    writtenLines(document).map((line, index) => ({ slot, index, ...line, folded: foldText(line.text) })),
  );
}

function bodyOf(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.filter(({ isHeading }) => !isHeading).map(({ text }) => text);
}

function compared(
  ours: readonly Paragraph[],
  theirs: readonly Paragraph[],
  slot: string,
  known: ReadonlySet<string>,
): ComparedParagraph[] {
  const own = ours.filter((paragraph) => paragraph.slot === slot);
  return bestMatches(own, theirs, leastLikeness).map((match, position) => {
    const { folded, ...paragraph } = own[position] as Paragraph;
    const sentences = sentencesOf(paragraph.text).map((one) => ({
      text: one.text,
      isCopied: !paragraph.isHeading && known.has(one.folded),
    }));
    if (!match) return { ...paragraph, mark: "new", sentences };
    const { slot: from, index, text } = match.paragraph;
    const mark = match.paragraph.folded === folded ? "copied" : "changed";
    return { ...paragraph, mark, match: { slot: from, index, text, likeness: match.likeness }, sentences };
  });
}
