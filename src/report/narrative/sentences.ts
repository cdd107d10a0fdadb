import type { NarrativeNode } from "../file/draft.ts";
import { writtenLines } from "./narrative.ts";

/** A sentence as written, and folded for comparison: `""` where it is too short to tell anything. */
export type Sentence = { readonly text: string; readonly folded: string };

/** Shorter ones are formulae that every report has (无。 下一步，重点做好以下工作：). In folded characters. */
const shortestSentence = 12;

const sentence = /[^。！？；!?;]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;]+/g;

/** The sentences of a paragraph; a semicolon ends one, as in 一是…；二是… */
export function sentencesOf(paragraph: string): Sentence[] {
  return (paragraph.match(sentence) ?? []).map((text) => {
    const folded = foldText(text);
    return { text, folded: folded.length < shortestSentence ? "" : folded };
  });
}

/** The paragraphs of a narrative that are not headings and not blank. */
export function paragraphsOf(narrative: NarrativeNode | undefined): string[] {
  return writtenLines(narrative)
    .filter(({ isHeading }) => !isHeading)
    .map(({ text }) => text);
}

const numeral = /(\d+([.,]\d+)*|[〇零一二三四五六七八九十百千万亿两])+/g;

/**
 * A text as it is compared with last year's: figures and years all alike, without punctuation, spaces and
 * differences of width. A sentence in which only the figures were changed is still last year's sentence.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(numeral, "0")
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, "");
}

/** How much of a text stands in another, in folded characters; `longest` is the longest such sentence. */
export type CopiedShare = { readonly share: number; readonly compared: number; readonly longest: string };

/** The share of a text's characters that are in sentences which `known` holds too. */
export function copiedShare(paragraphs: readonly string[], known: ReadonlySet<string>): CopiedShare {
  const sentences = paragraphs.flatMap(sentencesOf);
  const copied = sentences.filter(({ folded }) => known.has(folded));
  const compared = lengthOf(sentences);
  const longest = copied.reduce((best, { text }) => (text.length > best.length ? text : best), "");
  return { share: compared === 0 ? 0 : lengthOf(copied) / compared, compared, longest: longest.trim() };
}

/** The folded sentences of some paragraphs, without the short ones. */
export function foldedSentences(paragraphs: readonly string[]): Set<string> {
  const folded = paragraphs.flatMap((paragraph) => sentencesOf(paragraph).map((one) => one.folded));
  return new Set(folded.filter((text) => text !== ""));
}

function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((length, { folded }) => length + folded.length, 0);
}
