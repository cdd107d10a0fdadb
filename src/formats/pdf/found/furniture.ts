import wording from "../../../../templates/wording.json" with { type: "json" };
import { type Line, textOfLine } from "./lines.ts";

/** The lines of a page, and how high the page is, in points. */
export type PageLines = { readonly lines: readonly Line[]; readonly height: number };

/** Heads and foots stand in this part of a page, above and below. */
const edge = 0.12;

/** The same line on so many pages, its figures aside, is no text. */
const fewestPages = 3;

const pageNumber = new RegExp(wording.notation.pageNumber, "u");

/** An entry of a table of contents: dots lead to a page. It says nothing that does not stand below. */
const contentsLine = /[.·…．]{4}[\s.·…．]{0,200}\d{1,4}\s{0,9}$/u;

/** Takes out what stands at the edges of pages: their numbers (- 9 -, — 4 —, P. 8), repeated heads and foots. */
export function withoutFurniture(pages: readonly PageLines[]): Line[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const signs = new Set(page.lines.filter((line) => isAtEdge(line, page)).map((line) => signOf(line)));
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const isRepeated = (sign: string) => (counts.get(sign) ?? 0) >= Math.max(fewestPages, pages.length / 2);
  return pages.map((page) =>
    page.lines.filter((line) => {
      if (contentsLine.test(textOfLine(line))) return false;
      if (!isAtEdge(line, page)) return true;
      return !pageNumber.test(textOfLine(line).replace(/\s+/g, "")) && !isRepeated(signOf(line));
    }),
  );
}

function isAtEdge({ baseline, size }: Line, { height }: PageLines): boolean {
  return baseline - size < height * edge || baseline > height * (1 - edge);
}

/** The text without its figures, and the height at which it stands. */
function signOf(line: Line): string {
  return `${Math.round(line.baseline / 4)} ${textOfLine(line).replace(/\d+/g, "#")}`;
}
