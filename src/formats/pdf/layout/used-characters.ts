import type { Block, Document, Run } from "../../../document/tree.ts";
import { contentsEntries } from "../../contents-entries.ts";
import { wordsOfPicture } from "../../picture-words.ts";
import type { Style } from "../../style.ts";
import { chartText } from "./chart-piece.ts";
import { stampFont } from "./stamp.ts";

type FontText = { readonly font: string; readonly text: string };

/** The characters of a whole document, its page numbers with it, by the font of the style that sets them. */
export function charactersByFont(document: Document, style: Style): Map<string, Set<string>> {
  const { before, after, font } = style.pageNumber;
  const texts: FontText[] = [
    { font: style.text.title.font, text: document.title },
    ...(document.stamp === undefined ? [] : [{ font: stampFont(style), text: document.stamp }]),
    ...textsOfContents(document, style),
    ...document.blocks.flatMap((block) => textsOfBlock(block, style)),
    { font, text: `${before}0123456789${after}` },
  ];
  const used = new Map<string, Set<string>>();
  for (const { font, text } of texts) {
    const characters = used.get(font) ?? new Set();
    used.set(font, characters);
    for (const character of splitCharacters(text)) characters.add(character);
  }
  return used;
}

/** Entries are set like the body, whatever the headings are set in. */
function textsOfContents(document: Document, style: Style): FontText[] {
  const entries = contentsEntries(document).map(({ text }) => text);
  return entries.length === 0
    ? []
    : [{ font: style.text.body.font, text: `${entries.join("")}.0123456789 ` }];
}

function textsOfBlock(block: Block, style: Style): FontText[] {
  const ofRuns = (runs: readonly Run[], font: string) =>
    runs.map((run) => ({ font: fontOfRun(run, font, style), text: run.text }));
  switch (block.type) {
    case "heading":
      return ofRuns(block.runs, style.text[`heading${block.level}`].font);
    case "paragraph":
      return ofRuns(block.runs, style.text[block.style].font);
    case "item":
      return ofRuns([{ text: block.marker }, ...block.runs], style.text.body.font);
    case "picture":
      return ofRuns(wordsOfPicture(block), style.text.body.font);
    case "table":
      return block.rows.flat().map(({ role, text }) => ({ font: style.table.roles[role].font, text }));
    case "chart":
      return [chartText(block, style)];
  }
}

/** The font of the style in which a run is set, within text of another font. */
export function fontOfRun(run: Run, font: string, style: Style): string {
  return run.strong && style.pdfFaces.strong ? "strong" : font;
}

/**
 * Cuts a text into characters as a reader counts them: a surrogate pair is one, a letter keeps its combining
 * marks, the long dash (——) is one. What is never drawn (controls, zero-width marks, variation selectors)
 * falls away; a tab is a space, a line break is "\n".
 */
export function splitCharacters(text: string): string[] {
  const drawn = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu, "");
  return drawn.match(/——|\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
