import wording from "../../../templates/document.json" with { type: "json" };
import { breakPlaces } from "./line-breaks.ts";
import { wordStarts } from "./word-borders.ts";

/** The width of a text in full-width characters. */
export type TextMeasure = (text: string) => number;

/**
 * A name that is longer than a line as pieces between which a line may break: after the names of places and offices
 * (自治区, 人民政府); where such a piece is still too long, between words; and at last into even parts. No piece begins
 * with a closing mark or ends with an opening one.
 */
export function piecesOf(name: string, room: number, widthOf: TextMeasure): string[] {
  const fits = (text: string): boolean => widthOf(text) <= room;
  return joined(name, endingsIn(name)).flatMap((piece) =>
    fits(piece)
      ? [piece]
      : joined(piece, wordsIn(piece)).flatMap((word) =>
          fits(word) ? [word] : evenParts(word, room, widthOf),
        ),
  );
}

/** A text cut after so many characters, wherever Chinese text may be cut. */
function joined(text: string, ends: ReadonlySet<number>): string[] {
  const characters = [...text];
  const mayBreak = breakPlaces(characters);
  const pieces: string[] = [""];
  characters.forEach((character, index) => {
    pieces[pieces.length - 1] += character;
    if (ends.has(index + 1) && mayBreak[index]) pieces.push("");
  });
  return pieces.filter((piece) => piece !== "");
}

/** After how many characters the name of a place or an office ends. */
function endingsIn(name: string): Set<number> {
  const characters = [...name];
  const starts = wordStarts(characters);
  const ends = new Set<number>();
  for (const ending of wording.nameEndings) {
    const length = [...ending].length;
    characters.forEach((_, index) => {
      const end = index + length;
      // 开发区分局 is no 开发区 and 分局 where the words are 区分 and 局: a short ending must end a word.
      const endsWord = length > 1 || starts === undefined || starts[end] !== false;
      if (endsWord && characters.slice(index, end).join("") === ending) ends.add(end);
    });
  }
  return ends;
}

/** After how many characters a word ends. Characters that are no words (克孜勒苏) stay together. */
function wordsIn(text: string): Set<number> {
  const characters = [...text];
  const starts = wordStarts(characters) ?? [];
  const ends = new Set<number>();
  const isAlone = (index: number): boolean => starts[index] === true && starts[index + 1] !== false;
  for (let index = 1; index < characters.length; index++) {
    if (starts[index] && !(isAlone(index) && isAlone(index - 1))) ends.add(index);
  }
  return ends;
}

/** A text cut into the fewest even parts that fit. */
function evenParts(text: string, room: number, widthOf: TextMeasure): string[] {
  const width = widthOf(text);
  // Whole characters make a part up to one wider than an even share.
  const count = Math.ceil(width / Math.max(1, room - 1));
  const characters = [...text];
  const mayBreak = breakPlaces(characters);
  const parts = [""];
  let passed = 0;
  characters.forEach((character, index) => {
    parts[parts.length - 1] += character;
    passed += widthOf(character);
    const full = widthOf(parts.at(-1) ?? "") + 1 > room;
    if (full || (passed >= (parts.length * width) / count && mayBreak[index])) parts.push("");
  });
  return parts.filter((part) => part !== "");
}
