import { breakPlaces } from "../../lines/line-breaks.ts";
import type { Style, TextStyle } from "../../style.ts";
import { pageOf, twipsOfPt } from "./page.ts";

const hanging = new Set("，。、；：！？");

/** Whether a mark may stand beyond the right edge at the end of a line (`overflowPunct`). */
export function hangs(character: string): boolean {
  return hanging.has(character);
}

/** How many lines a text fills in one of the text styles, as Word breaks it. */
export function countLines(text: string, of: TextStyle, style: Style): number {
  const page = pageOf(style);
  const em = twipsOfPt(of.sizePt);
  const spacing = of.sizePt === style.text.body.sizePt ? page.characterSpacing : 0;
  const widthOf = (character: string) => (character.charCodeAt(0) < 0x80 ? em / 2 : em) + spacing;
  const characters = [...text];
  const mayBreak = breakPlaces(characters);
  let lines = 1;
  let used = of.indentCharacters * page.characterPitch;
  /** The characters since the last place where the line may end. */
  let held = 0;
  for (const [index, character] of characters.entries()) {
    const width = widthOf(character);
    const room = page.textWidth + (hangs(character) ? width : 0);
    if (used + width > room) {
      lines++;
      // What holds together goes to the next line; what fills a line of its own breaks anywhere.
      used = held < page.textWidth - width ? held : 0;
    }
    used += width;
    held = mayBreak[index] ? 0 : held + width;
  }
  return lines;
}
