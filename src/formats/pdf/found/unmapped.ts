import type { PDFPageProxy } from "pdfjs-dist";
import type { Piece } from "./page-pieces.ts";

/** How much of a document's text is there, and how much of it cannot be read. In pieces, or in characters. */
export type Legibility = { read: number; unread: number };

type Operators = Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>;

/**
 * Counts the text that a page shows without telling its characters: glyphs of a font that lies outside the file and
 * is named by a Chinese code (GBK-EUC-H), and characters that stand for glyphs alone. Such text is never taken for
 * blank cells.
 */
export function countUnmapped(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
  pieces: readonly Piece[],
  counted: { readonly shows: Legibility; readonly characters: Legibility },
): void {
  fnArray.forEach((operator, index) => {
    if (operator !== ops.showText) return;
    const [glyphs] = (argsArray[index] ?? []) as [(readonly unknown[])?];
    if (glyphs?.some((glyph) => typeof glyph === "object" && glyph !== null)) counted.shows.read += 1;
    else counted.shows.unread += 1;
  });
  for (const { text } of pieces) {
    const bad = text.match(/[\p{Co}\p{Cn}\p{Cs}\p{Cc}\uFFFD]/gu)?.length ?? 0;
    counted.characters.unread += bad;
    counted.characters.read += text.length - bad;
  }
}

/** Signs of a symbol font are a few; more than this share cannot be read past. */
const mostUnread = 0.1;

export function isIllegible({ read, unread }: Legibility): boolean {
  return unread > 3 && unread > mostUnread * (read + unread);
}
