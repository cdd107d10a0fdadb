import { narrativeWords } from "../edition/narrative/words.ts";
import type { NarrativeTemplate } from "../edition/schema.ts";
import type { Organisation } from "../report/file/draft.ts";
import { lineOf, type Passage } from "../report/narrative/passages.ts";
import { opensPart } from "./bare-headings.ts";
import { fold } from "./narrative/read/folded.ts";
import { pattern } from "./narrative/read/patterns.ts";
import { quantitiesIn } from "./narrative/read/quantities.ts";

/** What a part of a text should say, and what of it stands there. */
export type AskedPart = {
  /** The heading of the part; undefined for a text without parts. */
  readonly heading: string | undefined;
  readonly items: readonly { readonly text: string; readonly isSaid: boolean }[];
};

type Asked = NonNullable<NarrativeTemplate["asks"]>[number];

/**
 * What the notice asks a text to say, with what is said already. It is told by words, and for a figure by a
 * number beside them or by a word that there was none: a help to remember, and no judgement of what is written.
 * What only governments must say is not asked of a department.
 */
export function askedContents(
  { parts = [], asks = [] }: Pick<NarrativeTemplate, "parts" | "asks">,
  passages: readonly Passage[],
  kind: Organisation["kind"],
): AskedPart[] {
  const ofText = { heading: undefined, asks, passages };
  const ofParts = parts.map(({ heading, anyOf, asks: own = [] }) => ({
    heading,
    asks: own,
    passages: passagesUnder(anyOf, parts, passages),
  }));
  return [ofText, ...ofParts]
    .map((part) => ({ ...part, asks: part.asks.filter((asked) => isFor(asked, kind)) }))
    .filter((part) => part.asks.length > 0)
    .map((part) => {
      const sentences = part.passages.filter(({ type }) => type !== "heading").flatMap(sentencesOf);
      const items = part.asks.map((asked) => ({
        text: asked.text,
        isSaid: sentences.some((sentence) => says(sentence, asked)),
      }));
      return { heading: part.heading, items };
    });
}

/** Whether something is asked of an office of this kind: what names no kind is asked of all. */
export function isFor(
  { kinds }: { readonly kinds?: readonly string[] | undefined },
  kind: Organisation["kind"],
): boolean {
  return kinds === undefined || kinds.includes(kind);
}

/** From the line that opens a part to the one that opens another. */
function passagesUnder(
  words: readonly string[],
  parts: NonNullable<NarrativeTemplate["parts"]>,
  passages: readonly Passage[],
): Passage[] {
  let isIn = false;
  return passages.filter((passage) => {
    const line = lineOf(passage);
    const isOpening = passage.type === "heading" ? passage.level === 2 : passage.type === "paragraph";
    const opened = isOpening ? parts.find(({ anyOf }) => opensPart(line, anyOf)) : undefined;
    if (opened) isIn = opened.anyOf === words;
    return isIn;
  });
}

function sentencesOf(passage: Passage): string[] {
  return fold(lineOf(passage)).text.split(/[。；;\u2028\t]/);
}

function says(sentence: string, { anyOf, isFigure = false }: Asked): boolean {
  if (!anyOf.some((words) => sentence.includes(words))) return false;
  return !isFigure || quantitiesIn(sentence).length > 0 || pattern(narrativeWords().nothing).test(sentence);
}
