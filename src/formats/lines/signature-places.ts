/** The date begins so many characters right of the name, or stands so many from the edge under a seal. */
const dateAfterName = 2;
const dateFromEdge = 4;

/** The line on which a signature stands; all in one unit. */
export type SignatureLine = {
  readonly width: number;
  /** The room of one character. */
  readonly character: number;
  /** How many characters a signature stands from the right edge. */
  readonly fromEdge: number;
  /** Room is left for a seal over it. */
  readonly seal: boolean;
};

/**
 * Where the name and the date of a signature begin, from the left edge of the text (GB/T 9704-2012, 7.3.5.2, or 7.3.5.1
 * for a seal). The last of several is the date.
 *
 * @param widths of the lines of the signature
 */
export function signaturePlaces(widths: readonly number[], line: SignatureLine): number[] {
  const right = line.width - line.fromEdge * line.character;
  const date = widths.at(-1) ?? 0;
  const names = widths.slice(0, -1);
  const inside = (place: number): number => Math.max(0, place);
  if (names.length === 0) return widths.map((width) => inside(right - width));
  if (line.seal) {
    const dateLeft = line.width - dateFromEdge * line.character - date;
    const centred = (width: number): number => Math.min(dateLeft + (date - width) / 2, line.width - width);
    return [...names.map((width) => inside(centred(width))), inside(dateLeft)];
  }
  const widest = Math.max(...names);
  const shift = dateAfterName * line.character;
  // The longer of the two stands at the distance from the edge; the other goes by it.
  const nameLeft = inside(date > widest ? right - date - shift : right - widest);
  return [...names.map(() => nameLeft), nameLeft + shift];
}
