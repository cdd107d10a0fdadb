import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A line of a printed page: its text, and where its ink may stand. Millimetres from the top left corner. */
export type PrintedLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line on which the characters stand. */
  readonly base: number;
  /** Of its first character, in points. */
  readonly size: number;
};

const mmPerPt = 25.4 / 72;

/**
 * The lines of each page of a PDF from top to bottom, a line being the text of one height.
 *
 * @param between where the text taken stands, in millimetres from the left edge of the paper
 */
export async function linesByPage(
  pdf: Uint8Array,
  between: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Promise<PrintedLine[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: PrintedLine[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , , height = 0] = page.view;
    const lines = new Map<number, PrintedLine>();
    for (const item of (await page.getTextContent()).items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
      if (x * mmPerPt < between[0] || x * mmPerPt >= between[1]) continue;
      const key = Math.round(y);
      const before = lines.get(key);
      lines.set(key, {
        text: (before?.text ?? "") + item.str,
        left: Math.min(before?.left ?? Number.POSITIVE_INFINITY, x * mmPerPt),
        right: Math.max(before?.right ?? 0, (x + item.width) * mmPerPt),
        base: (height - y) * mmPerPt,
        size: before?.size ?? size,
      });
    }
    pages.push([...lines.values()].sort((a, b) => a.base - b.base));
  }
  return pages;
}

/** Width and height of each page in millimetres. */
export async function pageSizes(pdf: Uint8Array): Promise<[number, number][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(number)).view;
      return [(right - left) * mmPerPt, (top - bottom) * mmPerPt];
    }),
  );
}
