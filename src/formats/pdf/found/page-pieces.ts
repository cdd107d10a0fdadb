import type { PDFPageProxy } from "pdfjs-dist";
import { combined, type Matrix } from "./matrix.ts";
import { withoutRadicals } from "./radicals.ts";

/** A piece of text on a page. Lengths in points, from the upper left corner of the page as it is read. */
export type Piece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line on which the characters stand. */
  readonly baseline: number;
  readonly size: number;
  /** The name of the font inside the file. */
  readonly font: string;
};

/** Text that stands askew, as a word across the page does, is no text of the report. */
export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
  const drawn = figuresIn(await page.getStructTree());
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const open: string[] = [];
  return items.flatMap((item) => {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id ?? "");
      return [];
    }
    if (item.str.trim() === "" || open.some((id) => drawn.has(id))) return [];
    const [a, b, c, d, x, y] = combined(view, item.transform as unknown as Matrix);
    const size = Math.hypot(c, d);
    if (Math.abs(b) > 0.02 * size || a <= 0 || size === 0) return [];
    return trimmed({
      text: withoutRadicals(item.str),
      left: x,
      right: x + item.width,
      baseline: y,
      size,
      font: item.fontName,
    });
  });
}

type StructTree = Awaited<ReturnType<PDFPageProxy["getStructTree"]>>;

/** The marked contents of figures that say in words what they show: the text on a chart is no text of the report. */
function figuresIn(tree: StructTree | null): Set<string> {
  const ids = new Set<string>();
  const visit = (node: NonNullable<StructTree>["children"][number], isFigure: boolean): void => {
    if (!("children" in node)) {
      if (isFigure && node.type === "content") ids.add(node.id);
      return;
    }
    const described = node.role === "Figure" && "alt" in node && node.alt !== "";
    for (const child of node.children) visit(child, isFigure || described);
  };
  for (const child of tree?.children ?? []) visit(child, false);
  return ids;
}

/** Without the white space at its ends, whose width is none of the text's. */
function trimmed(piece: Piece): Piece[] {
  const text = piece.text.trim();
  if (text === "") return [];
  const start = piece.text.indexOf(text);
  return [part(piece, start, start + text.length)];
}

/** The characters of a piece from one place to another, with the room they take. */
function part(piece: Piece, from: number, to: number): Piece {
  const widths = [...piece.text].flatMap((character) =>
    Array<number>(character.length).fill(emOf(character)),
  );
  const all = widths.reduce((sum, width) => sum + width, 0) || 1;
  const before = widths.slice(0, from).reduce((sum, width) => sum + width, 0);
  const inside = widths.slice(from, to).reduce((sum, width) => sum + width, 0);
  const point = (piece.right - piece.left) / all;
  const left = piece.left + before * point;
  return { ...piece, text: piece.text.slice(from, to), left, right: left + inside * point };
}

/** About how wide a text is, in ems. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + emOf(character), 0);
}

/** About how wide a character is: Chinese ones a whole em, others half of it. */
function emOf(character: string): number {
  return (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.5;
}

/** Parts a piece where a ruling goes through it: programs write the cells of a row in one go. */
export function cutAt(piece: Piece, rulings: readonly number[]): Piece[] {
  const inside = rulings.filter((x) => x > piece.left + 1 && x < piece.right - 1);
  const gaps = [...piece.text.matchAll(/\s+/g)].map(({ index, 0: gap }) => ({
    from: index,
    to: index + gap.length,
  }));
  const cuts = gaps.filter(({ from, to }) => {
    const [left, right] = [part(piece, 0, from).right, part(piece, 0, to).right];
    return inside.some((x) => x >= left - piece.size / 2 && x <= right + piece.size / 2);
  });
  if (inside.length === 0 || cuts.length === 0) return [piece];
  const starts = [0, ...cuts.map(({ to }) => to)];
  const ends = [...cuts.map(({ from }) => from), piece.text.length];
  return starts
    .map((from, index) => part(piece, from, ends[index] ?? from))
    .filter(({ text }) => text !== "");
}
