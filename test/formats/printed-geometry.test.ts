import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { type Document, textOf, textsOf } from "../../src/document/tree.ts";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { breakPlaces, marksNeverFirst, marksNeverLast } from "../../src/formats/lines/line-breaks.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { missingCharacters, writePdf } from "../../src/formats/pdf/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { edition, sample } from "../fixtures/reports.ts";
import { stressReport } from "../fixtures/stress-report.ts";
import { type DrawnBox, drawnBoxesByPage } from "../support/drawn-boxes.ts";
import { convert, hasWriter } from "../support/libreoffice.ts";
import { linesByPage, type PrintedLine } from "./docx/printed-pages.ts";
import { area, fullLines, isFullWidth, isIdeograph, joined, near, withoutSpace } from "./printed-lines.ts";

const { page: sheet, pageNumber, text: texts } = gongwen;
const mmPerPt = 25.4 / 72;
const pitchMm = sheet.linePitchPt * mmPerPt;

type Printer = (document: Document) => Promise<Uint8Array>;
const ourPdf: Printer = (document) => writePdf(document, gongwen, loadNodeFace);
const libreOffice: Printer = async (document) => {
  const [pdf = new Uint8Array()] = convert([await writeDocx(document, gongwen)], "docx", "pdf");
  return pdf;
};

const reports: readonly (readonly [string, Draft])[] = [
  ["the county report", sample("qinghe-2025")],
  ["thirty pages of what is hard to set", stressReport],
];
const documents = reports.map(([name, draft]) => [name, compose(edition(draft.edition), draft)] as const);

describe.each(documents)("%s in PDF", (_, document) => {
  itKeepsTheGeometry(document, ourPdf, `${marksNeverFirst}㎡²`, { mendsRemnants: true });

  test("lacks no glyph", async () => {
    expect(await missingCharacters(document, gongwen, loadNodeFace)).toEqual([]);
  });
});

describe.skipIf(!hasWriter).each(documents)(
  "%s in Word's format printed by LibreOffice (skipped where LibreOffice Writer is missing)",
  (_, document) => {
    // LibreOffice 7.4 has a list of its own, and does not read ours.
    itKeepsTheGeometry(document, libreOffice, marksNeverFirst.replace(/[…—–·•～~]/g, ""));
  },
);

/** @param mendsRemnants no page begins with the last line of a paragraph, and none ends with a single character */
function itKeepsTheGeometry(
  document: Document,
  print: Printer,
  neverFirst: string,
  { mendsRemnants = false } = {},
): void {
  let pages: PrintedLine[][] = [];
  let boxes: DrawnBox[][] = [];
  beforeAll(async () => {
    const pdf = await print(document);
    pages = await linesByPage(pdf);
    boxes = await drawnBoxesByPage(pdf);
  }, 120_000);

  /** The lines of the body's size of each page; those of tables are smaller, the title's higher. */
  const textLines = () => pages.map((lines) => lines.filter(({ size }) => near(size, texts.body.sizePt)));
  const ofBody = () => textLines().flat();
  const withoutNumbers = () => pages.map((lines) => lines.slice(0, -1));

  test("has its text, lines and tables inside the text area to the millimetre", () => {
    for (const line of withoutNumbers().flat()) {
      expect(line.left, line.text).toBeGreaterThan(area.left - 0.5);
      expect(line.right, line.text).toBeLessThan(area.right + 1);
      expect(line.base - 0.88 * line.size * mmPerPt, line.text).toBeGreaterThan(area.top - 0.5);
      expect(line.base + 0.12 * line.size * mmPerPt, line.text).toBeLessThan(area.bottom + 0.5);
    }
    expect(boxes.flat().length).toBeGreaterThan(50);
    for (const box of boxes.flat()) {
      expect(box.left).toBeGreaterThan(area.left - 0.5);
      expect(box.right).toBeLessThan(area.right + 0.5);
      expect(box.top).toBeGreaterThan(area.top - 0.5);
      expect(box.bottom).toBeLessThan(area.bottom + 0.5);
    }
  });

  test("fills the text area: blocks of text reach all four edges", () => {
    const lefts = ofBody().map(({ left }) => left);
    expect(Math.min(...lefts)).toBeLessThan(area.left + 0.5);
    expect(Math.max(...ofBody().map(({ right }) => right))).toBeGreaterThan(area.right - 1);
    const firsts = textLines().flatMap(([first], index) => (first && index > 0 ? [first.base] : []));
    expect(Math.min(...firsts)).toBeLessThan(area.top + pitchMm);
    expect(Math.max(...ofBody().map(({ base }) => base))).toBeGreaterThan(area.bottom - pitchMm);
  });

  test("has 22 lines on each page of text, less only where a heading or a table goes to the next page", () => {
    const heads = document.blocks.flatMap((block) => (block.type === "heading" ? [textOf(block.runs)] : []));
    const counted = withoutNumbers().map((lines, index) => {
      const isText = index > 0 && lines.every(({ size }) => near(size, texts.body.sizePt));
      const [following] = pages[index + 1] ?? [];
      const isFollowedByText = following !== undefined && near(following.size, texts.body.sizePt);
      const opensPart = heads.some((head) => head.startsWith(withoutSpace(following?.text ?? "")));
      // The last line of a paragraph takes the one before it along.
      const [, second, third] = pages[index + 1] ?? [];
      const isLastOfText = second !== undefined && (!third || third.left > area.left + 1);
      const isEnd = mendsRemnants && isLastOfText && (following?.left ?? 0) < area.left + 1;
      return isText && isFollowedByText && !opensPart && !isEnd ? [lines.length] : [];
    });
    const full = counted.flat();
    expect(full.length).toBeGreaterThan(0);
    expect(full.filter((count) => count !== sheet.linesPerPage)).toEqual([]);
    expect(Math.max(...textLines().map((lines) => lines.length))).toBe(sheet.linesPerPage);
  });

  test("has its lines of text 28 to 29 points apart", () => {
    const pitches = withoutNumbers().flatMap((lines) =>
      lines.flatMap((line, index) => {
        const above = lines[index - 1];
        const bothText = above && [above, line].every(({ size }) => near(size, texts.body.sizePt));
        // Over the signature a line is free.
        const isSigned = withoutSpace(line.text) === document.author;
        return bothText && !isSigned ? [(line.base - above.base) / mmPerPt] : [];
      }),
    );
    expect(Math.min(...pitches)).toBeGreaterThan(28);
    expect(Math.max(...pitches)).toBeLessThan(29.1);
  });

  test("has 28 characters in each full line of Chinese, never more", () => {
    const full = fullLines(ofBody(), document.author).filter(({ characters }) =>
      characters.every(isFullWidth),
    );
    const counts = full.map(({ characters }) => characters.length);
    expect(counts.length).toBeGreaterThan(20);
    // A mark that was drawn in with the word before it may stand at the end.
    const longest = sheet.charactersPerLine + (mendsRemnants ? 1 : 0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(longest);
    const inGrid = full
      .filter(({ characters }) => isIdeograph(characters.at(-1) ?? ""))
      .map(({ characters }) => characters.length);
    expect(Math.max(...inGrid)).toBe(sheet.charactersPerLine);
    // A character goes to the next line with the mark that may not begin one.
    const short = full.filter(({ characters, next }) => {
      const drawsBack = marksNeverFirst.includes(next[1] ?? "");
      const handsOver = mendsRemnants && characters.length + next.length <= sheet.charactersPerLine + 2;
      const isFull = drawsBack || handsOver || characters.length >= sheet.charactersPerLine;
      return characters.every(isIdeograph) && !isFull;
    });
    expect(short).toEqual([]);
  });

  test("sets text in blocks: full lines end at the right edge", () => {
    const full = fullLines(ofBody(), document.author).filter(({ characters }) =>
      characters.every(isFullWidth),
    );
    for (const { line, next } of full) {
      // What may not be broken would tear the line before it apart if it is long.
      const characters = [...next];
      const word = breakPlaces(characters).findIndex((mayEnd) => mayEnd) + 1 || characters.length;
      const roomForWord = mendsRemnants ? (word + 1) * texts.body.sizePt * mmPerPt : 0;
      expect(area.right - line.right, line.text).toBeLessThan(Math.max(1.2, roomForWord));
      expect(line.right - area.right, line.text).toBeLessThan(1.2);
    }
  });

  test("begins no line with a mark that closes and ends none with one that opens", () => {
    const lines = withoutNumbers()
      .flat()
      .map(({ text }) => withoutSpace(text));
    const begun = lines.filter((text) => neverFirst.includes(text[0] ?? "") && !/^(—+$|•)/.test(text));
    expect(begun).toEqual([]);
    expect(lines.filter((text) => marksNeverLast.includes(text.at(-1) ?? ""))).toEqual([]);
  });

  test("tears no number from its digits", () => {
    const lines = ofBody();
    const torn = lines.filter(({ text }, index) => {
      const next = lines[index + 1]?.text ?? "";
      return /[\d.]$/.test(text) && /^[\d.]/.test(next) && !/^\d{20,}$/.test(text);
    });
    expect(torn.map(({ text }) => text)).toEqual([]);
  });

  test("has its page numbers in 14 points, outside, one character in, 7 mm under the text area", () => {
    pages.forEach((lines, index) => {
      const number = lines.at(-1) as PrintedLine;
      expect(withoutSpace(number.text)).toBe(`—${index + 1}—`);
      expect(number.size).toBeCloseTo(pageNumber.sizePt, 1);
      const fromEdge = index % 2 === 0 ? area.right - number.right : number.left - area.left;
      expect(Math.abs(fromEdge - pageNumber.sizePt * mmPerPt)).toBeLessThan(0.5);
      // The dash stands a third of its size over the foot of the line.
      const dash = number.base - 0.33 * pageNumber.sizePt * mmPerPt;
      expect(Math.abs(dash - area.bottom - pageNumber.belowTextMm)).toBeLessThan(1);
    });
  });

  test("leaves more than two millimetres between a table and the text over and under it", () => {
    textLines().forEach((lines, index) => {
      // The lines between columns; what is drawn flat may be an underline.
      const upright = (boxes[index] ?? []).filter(({ top, bottom }) => bottom - top > 2);
      for (const { base, size, text } of lines) {
        const [top, bottom] = [base - 0.86 * size * mmPerPt - 2, base + 0.14 * size * mmPerPt + 2];
        const near = upright.filter((line) => line.top < bottom && line.bottom > top);
        expect(near, text).toEqual([]);
      }
    });
  });

  test("has the table of section three whole on one page", () => {
    const table = document.blocks.find((block) => block.type === "table" && block.rows.length > 20);
    const labels = (table?.type === "table" ? table.rows.flat() : []).filter(({ role }) => role === "label");
    const pageOf = (text = "") => pages.findIndex((lines) => joined(lines).includes(text.slice(0, 6)));
    expect(pageOf(labels[0]?.text)).toBeGreaterThan(0);
    expect(pageOf(labels.at(-1)?.text)).toBe(pageOf(labels[0]?.text));
  });

  test("has a line of text over its signature on the last page", () => {
    const signature = document.blocks.filter((block) => block.type === "paragraph").slice(-2);
    const [first = "", last = ""] = signature.map((block) =>
      block.type === "paragraph" ? textOf(block.runs) : "",
    );
    const lines = withoutNumbers().at(-1) ?? [];
    expect(joined(lines).endsWith(withoutSpace(first + last))).toBe(true);
    expect(joined(lines).length).toBeGreaterThan(withoutSpace(first + last).length);
  });

  test("loses no character", () => {
    const sorted = (text: string) => [...withoutSpace(text)].sort().join("");
    const found = withoutNumbers()
      .flat()
      .map(({ text }) => text)
      .join("");
    expect(sorted(found)).toBe(sorted(textsOf(document).join("")));
  });
}
