import { piecesOf, type TextMeasure } from "./title-pieces.ts";

/**
 * Breaks a title into the fewest lines that fit, cut only between words, as even as possible; of equally
 * even cuts the one with the longer upper line, the shape GB/T 9704 calls a trapezoid. A word that is longer than
 * a line (新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府) is cut where words of its own end: left to wrap, its end would
 * stand on a line by itself.
 *
 * @param words the title cut at every place where a line may break
 * @param charactersPerLine how many full-width characters a line holds
 * @param widthOf measures in the face of the title; without it digits and letters are taken for wide ones
 */
export function breakTitle(
  words: readonly string[],
  charactersPerLine: number,
  widthOf: TextMeasure = estimatedWidth,
): string[] {
  const fits = (text: string): boolean => widthOf(text) <= charactersPerLine;
  const pieces = words.flatMap((word) => (fits(word) ? [word] : piecesOf(word, charactersPerLine, widthOf)));
  const widths = pieces.map(widthOf);
  for (let lines = 1; lines <= pieces.length; lines++) {
    const cut = mostEvenCut(widths, lines, charactersPerLine);
    if (cut) return cut.map((from, line) => pieces.slice(from, cut[line + 1]).join(""));
  }
  return [words.join("")];
}

/** Digits are half as wide as characters in most faces, up to this in those for titles: what nearly fits does not. */
const widestDigit = 0.6;

function estimatedWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0100" ? widestDigit : 1), 0);
}

type Best = { readonly cost: number; readonly starts: readonly number[] };

/**
 * Where each line begins, so that widths differ least from their mean; undefined where so few lines do not hold the
 * pieces. Built up from the last line, as a line that is too long rules out all that go before it.
 */
function mostEvenCut(widths: readonly number[], lines: number, limit: number): readonly number[] | undefined {
  const mean = widths.reduce((a, b) => a + b, 0) / lines;
  /** The best way to set the pieces from each one on. */
  let best: (Best | undefined)[] = [...widths.map(() => undefined), { cost: 0, starts: [] }];
  for (let line = 0; line < lines; line++) {
    // A longer last line costs a little, so that of two equal cuts the upper line is the longer one.
    const bottom = line === 0 ? 0.01 : 0;
    best = widths.map((_, from) => bestFrom(from, widths, best, { limit, mean, bottom }));
    best.push(undefined);
  }
  return best[0]?.starts;
}

function bestFrom(
  from: number,
  widths: readonly number[],
  rest: readonly (Best | undefined)[],
  { limit, mean, bottom }: { readonly limit: number; readonly mean: number; readonly bottom: number },
): Best | undefined {
  let best: Best | undefined;
  let width = 0;
  for (let to = from + 1; to <= widths.length; to++) {
    width += widths[to - 1] ?? 0;
    // Sums of widths such as 0.6 are not exact.
    if (width > limit + 1e-9) break;
    const after = rest[to];
    if (!after) continue;
    const cost = (width - mean) ** 2 + width * bottom + after.cost;
    if (!best || cost < best.cost) best = { cost, starts: [from, ...after.starts] };
  }
  return best;
}
