import type { TableCell } from "../../../document/tree.ts";
import { isLabel, placesAtWords } from "../../lines/label-places.ts";
import { breakPlaces } from "../../lines/line-breaks.ts";
import type { Style } from "../../style.ts";
import { hangs } from "./count-lines.ts";
import { twipsOfMm, twipsOfPt } from "./page.ts";

/** What makes Word end the lines of a label between words. Lengths in twips. */
export type LabelFit = {
  /** The text line by line, with what is added after the last character of each. */
  readonly lines: readonly { readonly text: string; readonly after: number }[];
  /** Kept free at both sides of the text. */
  readonly indent: number;
};

/** Where the lines of a text end: for each the index after its last character. */
type Ends = readonly number[];

/**
 * Fits a label into its cell. Word ends a line between any two characters, and a line end of our own would stand in
 * every copy of the text: so the room is taken that the next character would need. At the left a character may be
 * given more room after it; that would move a line in the middle, whose both sides are drawn in instead. Undefined
 * where Word ends the lines well by itself, where words do not fit, or cost the row a line more.
 *
 * @param cellWidth in twips
 */
export function fitLabel(cell: TableCell, cellWidth: number, style: Style): LabelFit | undefined {
  if (!isLabel(cell.role) || cell.lines) return undefined;
  const room = cellWidth - 2 * twipsOfMm(style.table.cellPaddingMm.horizontal);
  const characters = [...cell.text];
  const measured = { characters, em: twipsOfPt(style.table.sizePt) };
  const anywhere = breakPlaces(characters, { numberingHolds: false });
  const asInWord = (width: number) => endsIn(measured, anywhere, width, { marksHang: true });
  const plain = asInWord(room);
  const atWords = plain.length < 2 ? undefined : placesAtWords(characters);
  if (!atWords) return undefined;
  const wanted = endsIn(measured, atWords, room, { marksHang: false });
  const wordsFit = wanted.slice(0, -1).every((end) => atWords[end - 1]);
  const rowHasRoom = wanted.length <= Math.max(plain.length, cell.rowSpan);
  if (!wordsFit || !rowHasRoom || isSame(wanted, plain)) return undefined;
  if (style.table.roles[cell.role].align === "left") return withRoomAfter(measured, wanted, room);
  const indent = indentFor(measured, wanted, room);
  return isSame(asInWord(room - 2 * indent), wanted)
    ? { lines: [{ text: cell.text, after: 0 }], indent }
    : undefined;
}

type Measured = { readonly characters: readonly string[]; readonly em: number };

/** Half a character stays free on each line: figures and letters may be that much wider than thought. */
function withRoomAfter(measured: Measured, ends: Ends, room: number): LabelFit {
  const lines = ends.map((end, index) => {
    const from = ends[index - 1] ?? 0;
    const isLast = index === ends.length - 1;
    const after = room - widthOf(measured, from, end) - measured.em / 2;
    return {
      text: measured.characters.slice(from, end).join(""),
      after: isLast ? 0 : Math.max(0, Math.floor(after)),
    };
  });
  return { lines, indent: 0 };
}

/** The same half a character beside the widest line. */
function indentFor(measured: Measured, ends: Ends, room: number): number {
  const widest = Math.max(...ends.map((end, index) => widthOf(measured, ends[index - 1] ?? 0, end)));
  return Math.max(0, Math.floor((room - widest - measured.em / 2) / 2));
}

/** The lines of a text, each as full as it goes. */
function endsIn(
  measured: Measured,
  places: readonly boolean[],
  room: number,
  { marksHang }: { readonly marksHang: boolean },
): Ends {
  const { characters } = measured;
  const ends: number[] = [];
  let start = 0;
  let place = 0;
  for (let index = 0; index < characters.length; index++) {
    const hanging = marksHang && hangs(characters[index] ?? "");
    if (widthOf(measured, start, hanging ? index : index + 1) > room) {
      // What is wider than a line is cut anywhere.
      start = place > start ? place : Math.max(index, start + 1);
      ends.push(start);
    }
    if (places[index]) place = index + 1;
  }
  return [...ends, characters.length];
}

/** A full-width character is an em wide, one of ASCII half. */
function widthOf({ characters, em }: Measured, from: number, to: number): number {
  return characters
    .slice(from, to)
    .reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? em / 2 : em), 0);
}

function isSame(some: Ends, others: Ends): boolean {
  return some.length === others.length && some.every((end, index) => end === others[index]);
}
