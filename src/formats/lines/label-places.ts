import type { CellRole } from "../../document/tree.ts";
import { breakPlaces } from "./line-breaks.ts";
import { wordStarts } from "./word-borders.ts";

/** Whether a cell names a row or a column: its lines end between words where there is room for that. */
export function isLabel(role: CellRole): boolean {
  return role === "head" || role === "label" || role === "caption";
}

/**
 * Where a line of a label may end between two words; undefined where the machine does not know words. Numbering may
 * stand alone there, with its words under it.
 */
export function placesAtWords(characters: readonly string[]): boolean[] | undefined {
  const starts = wordStarts(characters);
  const places = breakPlaces(characters, { numberingHolds: false });
  return starts && places.map((may, index) => may && starts[index + 1] === true);
}
