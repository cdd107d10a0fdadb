import { anchorOf, type ContentsEntry } from "../../contents-entries.ts";
import type { StructureElement } from "../tags/element.ts";
import type { FlowPiece } from "./flow.ts";
import { glyphsOf } from "./text/glyphs.ts";
import { setLines } from "./text/lines.ts";
import type { Measures } from "./text/measures.ts";
import { emptyLine, textPieces } from "./text-pieces.ts";

/** So many characters at the right end of each line are left free for the number. */
const charactersForNumber = 3;

/**
 * The table of contents: entries like lines of the body, those of the second level indented, and an empty
 * line under them. The numbers of the pages are put in when the pages are known.
 *
 * @param links what the entries are in the structure
 */
export function contentsPieces(
  entries: readonly ContentsEntry[],
  links: readonly StructureElement[],
  measures: Measures,
): FlowPiece[] {
  if (entries.length === 0) return [];
  const pieces = links.flatMap((link, index) => {
    const entry = entries[index];
    return entry ? entryPieces(entry, link, measures) : [];
  });
  return [...pieces, emptyLine(measures.style.page.linePitchPt)];
}

function entryPieces({ text, level, index }: ContentsEntry, link: StructureElement, measures: Measures) {
  const { style, frame, faces } = measures;
  const { body } = style.text;
  const indentPt = (level - 1) * body.indentCharacters * frame.characterPt;
  const lines = setLines(glyphsOf([{ text }], body.font, style, faces), {
    sizePt: body.sizePt,
    widthPt: frame.textWidthPt - indentPt - charactersForNumber * frame.characterPt,
    align: "left",
    firstIndentPt: 0,
    rightIndentPt: 0,
    trackingPt: frame.trackingPt,
  });
  const indented = lines.map((line) => ({ ...line, xPt: line.xPt + indentPt }));
  const pieces = textPieces(indented, { ...body, linesAfter: 0 }, link, style, (_, fromLast) => fromLast > 0);
  const leadsTo = anchorOf(index);
  return pieces.map((piece, line) =>
    line === pieces.length - 1 && piece.content.type === "line"
      ? { ...piece, content: { ...piece.content, leadsTo } }
      : piece,
  );
}
