import { type Block, cellLinesOf, type Document, type Run } from "../../../document/tree.ts";
import { contentsEntries } from "../../contents-entries.ts";
import type { Style } from "../../style.ts";
import { splitCharacters, type UsedCharacters } from "../faces/characters.ts";
import { chartText } from "./charts.ts";
import { contentsTexts } from "./contents.ts";
import { pictureTexts } from "./pictures.ts";
import { stampFont } from "./stamp.ts";
import { fontOfRun } from "./text/glyphs.ts";

type FontText = { readonly font: string; readonly text: string };

/** The characters of a whole document, its page numbers with it, by the font of the style that sets them. */
export function charactersByFont(document: Document, style: Style): UsedCharacters {
  const { before, after, font } = style.pageNumber;
  const texts: FontText[] = [
    { font: style.text.title.font, text: document.title },
    ...(document.stamp === undefined ? [] : [{ font: stampFont(style), text: document.stamp }]),
    ...contentsTexts(contentsEntries(document), style),
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
      return pictureTexts(block, style);
    case "table":
      return block.rows
        .flat()
        .flatMap((cell) => ofRuns(cellLinesOf(cell).flat(), style.table.roles[cell.role].font));
    case "chart":
      return [chartText(block, style)];
  }
}
