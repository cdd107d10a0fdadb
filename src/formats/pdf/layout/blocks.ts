import {
  type Block,
  type Document,
  type Heading,
  type Item,
  type Paragraph,
  textOf,
} from "../../../document/tree.ts";
import { anchorOf, contentsEntries } from "../../contents-entries.ts";
import { breakTitle } from "../../lines/title-lines.ts";
import type { Style } from "../../style.ts";
import type { StructureElement } from "../tags/element.ts";
import type { DocumentStructure } from "../tags/structure.ts";
import { chartPiece } from "./charts.ts";
import { contentsPieces } from "./contents.ts";
import type { FlowPiece } from "./flow.ts";
import { heightOf } from "./pages.ts";
import { picturePieces } from "./pictures.ts";
import { type SignedLine, signaturePieces } from "./signature.ts";
import { measureTable } from "./table/table.ts";
import { tablePieces } from "./table-pieces.ts";
import { glyphsOf, widthOf } from "./text/glyphs.ts";
import type { Measures } from "./text/measures.ts";
import { keepsAll, keepsLastTwo, setText, textPieces } from "./text-pieces.ts";

/**
 * Where a block stands: what it is in the structure, the block before it, and the height that a table has on a page
 * that begins with its heading.
 */
type Context = {
  readonly index: number;
  readonly mark: StructureElement;
  readonly before: Block | undefined;
  readonly roomPt: number;
};

/** A document as pieces to be put on pages, in reading order, each marked with its part of the structure. */
export function flowOf(document: Document, structure: DocumentStructure, measures: Measures): FlowPiece[] {
  const contents = contentsPieces(contentsEntries(document), structure.contents, measures);
  const pieces = [...titlePieces(document, structure.title, measures), ...contents];
  // Contents have a page of their own, under the title.
  const front = contents.length > 0 ? pieces.length : 0;
  document.blocks.forEach((block, index) => {
    const mark = structure.blocks[index];
    if (!mark) throw new Error(`block ${index + 1} has no part of the structure`);
    if (isSignature(block)) {
      // Name and date are set together, with the first of them; the line of text above goes along.
      if (isSignature(document.blocks[index - 1])) return;
      keepLastLine(pieces);
      pieces.push(...signaturePieces(signedFrom(document.blocks, structure.blocks, index), measures));
      return;
    }
    const context = {
      index,
      mark,
      before: document.blocks[index - 1],
      roomPt: measures.frame.textHeightPt - heightThatStaysWithNext(pieces),
    };
    pieces.push(...spaced(blockPieces(block, measures, context), context, measures.style));
  });
  return pieces.map((piece, index) =>
    index === front && front > 0 ? { ...piece, startsPage: true } : piece,
  );
}

function titlePieces(document: Document, mark: StructureElement, measures: Measures): FlowPiece[] {
  if (document.title.trim() === "") return [];
  const title = measures.style.text.title;
  const { style, faces, frame } = measures;
  const inEms = (text: string): number => widthOf(glyphsOf([{ text }], title.font, style, faces), 1);
  const lines = breakTitle(document.titleWords, frame.textWidthPt / title.sizePt, inEms).flatMap((text) =>
    setText([{ text }], title, measures),
  );
  return textPieces(lines, title, mark, style, keepsAll);
}

/** Height of the heading or headings that go to the next page with what follows, in points. */
function heightThatStaysWithNext(pieces: readonly FlowPiece[]): number {
  let start = pieces.length;
  while (pieces[start - 1]?.keepWithNext) start--;
  return heightOf(pieces.slice(start));
}

function blockPieces(block: Block, measures: Measures, context: Context): FlowPiece[] {
  switch (block.type) {
    case "heading":
      return headingPieces(block, measures, context);
    case "paragraph":
      return paragraphPieces(block, measures, context);
    case "item":
      return itemPieces(block, measures, context);
    case "table": {
      const measured = measureTable(block, context.mark, measures, context.roomPt);
      return tablePieces(measured, block.keepWhole, context.roomPt, measures.frame.textHeightPt);
    }
    case "picture":
      return picturePieces(block, context.mark, measures);
    case "chart":
      return [chartPiece(block, context.mark, measures)];
  }
}

function headingPieces(heading: Heading, measures: Measures, { index, mark }: Context): FlowPiece[] {
  const textStyle = measures.style.text[`heading${heading.level}`];
  const lines = setText(heading.runs, textStyle, measures);
  const pieces = textPieces(lines, textStyle, mark, measures.style, keepsAll);
  const bookmark = { id: anchorOf(index), text: textOf(heading.runs).trim(), level: heading.level };
  return pieces.map((piece, line) =>
    line === 0 && piece.content.type === "line"
      ? { ...piece, content: { ...piece.content, bookmark } }
      : piece,
  );
}

function paragraphPieces(paragraph: Paragraph, measures: Measures, { mark }: Context): FlowPiece[] {
  const { body } = measures.style.text;
  return textPieces(setText(paragraph.runs, body, measures), body, mark, measures.style, keepsLastTwo);
}

/** An item is a paragraph that begins with its marker, further in than the list around it. */
function itemPieces(item: Item, measures: Measures, { mark }: Context): FlowPiece[] {
  const { body } = measures.style.text;
  const inwardPt = (item.level - 1) * body.indentCharacters * measures.frame.characterPt;
  const lines = setText([{ text: item.marker }, ...item.runs], body, measures, inwardPt);
  return textPieces(lines, body, mark, measures.style, keepsLastTwo);
}

function isSignature(block: Block | undefined): block is Paragraph {
  return block?.type === "paragraph" && block.style === "signature";
}

/** The lines of the signature that begins with a block. */
function signedFrom(
  blocks: readonly Block[],
  marks: readonly StructureElement[],
  start: number,
): SignedLine[] {
  const signed: SignedLine[] = [];
  for (let index = start; ; index++) {
    const [block, mark] = [blocks[index], marks[index]];
    if (!isSignature(block) || !mark) return signed;
    signed.push({ runs: block.runs, mark });
  }
}

/** No page holds a signature alone: the line of text above it goes along. */
function keepLastLine(pieces: FlowPiece[]): void {
  const last = pieces.pop();
  if (last) pieces.push(last.content.type === "line" ? { ...last, keepWithNext: true } : last);
}

/** Under a table stands the space that a line of text leaves above one. */
function spaced(pieces: readonly FlowPiece[], context: Context, style: Style): FlowPiece[] {
  const spaceAbovePt = context.before?.type === "table" ? style.page.linePitchPt - style.text.body.sizePt : 0;
  return pieces.map((piece, index) => (index === 0 ? { ...piece, spaceAbovePt } : piece));
}
