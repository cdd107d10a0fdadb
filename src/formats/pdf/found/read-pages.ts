import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import wording from "../../../../templates/wording.json" with { type: "json" };
import type { FoundBlock, FoundDocument } from "../../../document/found.ts";
import { fill } from "../../../edition/wording.ts";
import { FileFault } from "../../file-fault.ts";
import { within } from "../../reading-budget.ts";
import { withoutFurniture } from "./furniture.ts";
import { type Line, linesOf } from "./lines.ts";
import { type Piece, piecesOf } from "./page-pieces.ts";
import { type PlacedLine, paragraphsOf, settingOf } from "./paragraphs.ts";
import { isSequel, joinedTables, type PlacedTable } from "./tables/joined-tables.ts";
import { isInside, type RuledTable, ruledTable } from "./tables/ruled-table.ts";
import { groupsOf } from "./tables/ruling-groups.ts";
import { rulingsOf } from "./tables/rulings.ts";
import { countUnmapped, isIllegible } from "./unmapped.ts";

type Page = {
  readonly lines: readonly Line[];
  readonly tables: readonly RuledTable[];
  readonly height: number;
};

/**
 * What stands in a PDF, from the places of its text and the lines of its tables, whichever program wrote it. Page
 * numbers are taken out; a table that goes over pages is one.
 *
 * @throws FileFault "scan" when no page has text, "unmapped" when its characters are not told, "tooMuch" when there are more pages than any report has
 */
export async function readPages(document: PDFDocumentProxy): Promise<FoundDocument> {
  within("pages", document.numPages);
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pages: Page[] = [];
  const fonts = new Map<string, boolean>();
  const counted = { shows: { read: 0, unread: 0 }, characters: { read: 0, unread: 0 } };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, OPS, fonts, counted));
    page.cleanup();
  }
  if (isIllegible(counted.shows) || isIllegible(counted.characters)) throw new FileFault("unmapped");
  const texts = withoutFurniture(pages);
  const blank = pages.map(({ tables }, index) => texts[index]?.length === 0 && tables.length === 0);
  if (blank.every(Boolean)) throw new FileFault("scan");
  const { info } = await document.getMetadata();
  const title = (info as { readonly Title?: unknown }).Title;
  return {
    ...(typeof title === "string" && title.trim() !== "" ? { title: title.trim() } : {}),
    blocks: blocksOf(pages, texts, (font) => fonts.get(font) ?? false),
    notRead: blank.flatMap((isBlank, index) =>
      isBlank ? [fill(wording.notRead.blankPage, { page: index + 1 })] : [],
    ),
  };
}

async function readPage(
  page: PDFPageProxy,
  ops: Readonly<Record<string, number>>,
  fonts: Map<string, boolean>,
  counted: Parameters<typeof countUnmapped>[3],
): Promise<Page> {
  const pieces = await piecesOf(page);
  const operators = await page.getOperatorList();
  countUnmapped(operators, ops, pieces, counted);
  const groups = groupsOf(rulingsOf(page, operators, ops));
  for (const { font } of pieces) if (!fonts.has(font)) fonts.set(font, isHeavy(page, font));
  let outside: readonly Piece[] = pieces;
  const tables = groups.map((group) => {
    const inside = outside.filter((piece) => isInside(group, piece));
    outside = outside.filter((piece) => !isInside(group, piece));
    return ruledTable(group, inside);
  });
  const { height } = page.getViewport({ scale: 1 });
  return {
    lines: linesOf(outside),
    tables: tables.filter((table) => table.rows.flat().some(({ text }) => text !== "")),
    height,
  };
}

/** Known once the operators of a page were asked for. Families of one heavy weight have it in their name. */
function isHeavy(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const {
    name = "",
    bold,
    black,
  } = page.commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean };
  return bold === true || black === true || /bold|black|heavy|medium|hei|-[5-9]00/i.test(name);
}

function blocksOf(
  pages: readonly Page[],
  texts: readonly (readonly Line[])[],
  heavy: (font: string) => boolean,
): FoundBlock[] {
  const setting = settingOf(texts.flat(), heavy);
  const blocks: FoundBlock[] = [];
  let lines: PlacedLine[] = [];
  let table: PlacedTable | undefined;
  const endTable = (): void => {
    if (table) blocks.push({ type: "table", rows: table.table.rows, place: { page: table.page } });
    table = undefined;
  };
  const endText = (): void => {
    blocks.push(...paragraphsOf(lines, setting));
    lines = [];
  };
  pages.forEach((page, index) => {
    for (const part of inOrder(texts[index] ?? [], page.tables)) {
      if ("line" in part) {
        endTable();
        lines.push({ line: part.line, page: index + 1 });
      } else if (table && isSequel(table.table, part.table) && table.page !== index + 1) {
        table = { table: joinedTables(table.table, part.table), page: table.page };
      } else {
        endTable();
        endText();
        table = { table: part.table, page: index + 1 };
      }
    }
  });
  endTable();
  endText();
  return blocks;
}

type Part = { readonly line: Line } | { readonly table: RuledTable };

function inOrder(lines: readonly Line[], tables: readonly RuledTable[]): Part[] {
  const parts: { readonly y: number; readonly part: Part }[] = [
    ...lines.map((line) => ({ y: line.baseline, part: { line } })),
    ...tables.map((table) => ({ y: table.top, part: { table } })),
  ];
  return parts.sort((one, other) => one.y - other.y).map(({ part }) => part);
}
