import { offLineDigits } from "../../lines/off-line-digits.ts";
import type { Piece } from "./page-pieces.ts";

/** A line of text: its pieces from left to right. */
export type Line = {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of its largest characters, in points. */
  readonly size: number;
};

/** The lines that pieces stand on, from top to bottom. Raised and lowered signs belong to the line beside them. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.baseline - other.baseline)) {
    const last = lines.at(-1);
    const reference = last?.reduce((one, other) => (other.size > one.size ? other : one));
    const isSame =
      reference && piece.baseline - reference.baseline < Math.max(reference.size, piece.size) * 0.45;
    if (last && isSame) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => {
    const sorted = withOffLine(line).sort((one, other) => one.left - other.left);
    return {
      pieces: sorted,
      left: Math.min(...sorted.map(({ left }) => left)),
      right: Math.max(...sorted.map(({ right }) => right)),
      baseline: Math.max(...sorted.map(({ baseline }) => baseline)),
      size: Math.max(...sorted.map(({ size }) => size)),
    };
  });
}

/** Small pieces above or below the line that the largest stand on. */
function withOffLine(line: readonly Piece[]): Piece[] {
  const large = line.reduce((one, other) => (other.size > one.size ? other : one));
  return line.map((piece) => {
    const down = piece.baseline - large.baseline;
    if (piece.size > large.size * 0.8 || Math.abs(down) < large.size * 0.1) return piece;
    return { ...piece, text: offLineDigits(piece.text, down < 0 ? "above" : "below") };
  });
}

/** What stands between two pieces of a line: nothing, a space, or for a wide gap a tab. */
export function gapBetween(one: Piece, other: Piece): string {
  const gap = (other.left - one.right) / Math.max(one.size, other.size);
  if (gap > 1.5) return "\t";
  return gap > 0.12 ? " " : "";
}

/** A space beside a Chinese character or sign is one of setting, not of the text. */
const besideChinese =
  /(?<=[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uff60]) (?! )|(?<! ) (?=[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uff60])/gu;

/** Text without the spaces that come of setting it: programs and pdf.js put them between Chinese and figures. */
export function unspaced(text: string): string {
  return text.replace(besideChinese, "");
}

export function textOfLine({ pieces }: Pick<Line, "pieces">): string {
  const text = pieces.reduce((line, piece, index) => {
    const before = pieces[index - 1];
    return line + (before ? gapBetween(before, piece) : "") + piece.text;
  }, "");
  return unspaced(text);
}

/** The text of a cell, a line end between its lines. */
export function joinedLines(pieces: readonly Piece[]): string {
  return linesOf(pieces).map(textOfLine).join("\n");
}
