import type { PdfDocument, PdfOutline } from "pdfmake/build/pdfmake.min.js";

/** A heading in the bookmarks. */
export type Bookmark = { readonly text: string; readonly level: number };

/**
 * Adds bookmarks in the order of their headings, each under the nearest one of a higher level. They lead to a place
 * on the page that is being drawn, in points from its upper left corner.
 */
export function bookmarksIn(
  { outline }: PdfDocument,
  pageWidthPt: number,
): (bookmark: Bookmark, xPt: number, yPt: number) => void {
  const open: { readonly entry: PdfOutline; readonly level: number }[] = [];
  return ({ text, level }, xPt, yPt) => {
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= level) open.pop();
    const parent = open[open.length - 1]?.entry ?? outline;
    // pdfkit reckons from the right edge.
    const place = {
      expanded: true,
      fit: false,
      left: pageWidthPt - xPt,
      top: yPt,
      pageNumber: null,
    } as const;
    open.push({ entry: parent.addItem(text, place), level });
  };
}
