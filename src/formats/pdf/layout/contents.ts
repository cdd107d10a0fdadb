import wording from "../../../../templates/document.json" with { type: "json" };
import { anchorOf, type ContentsEntry } from "../../contents-entries.ts";
import type { Style, TextStyle } from "../../style.ts";
import type { StructureElement } from "../tags/element.ts";
import type { DocumentStructure } from "../tags/structure.ts";
import type { FlowPiece } from "./flow.ts";
import { glyphsOf } from "./text/glyphs.ts";
import { setLines } from "./text/lines.ts";
import type { Measures } from "./text/measures.ts";
import { keepsAll, setText, textPieces } from "./text-pieces.ts";

/** So many characters at the right end of each line are left free for the number. */
const charactersForNumber = 3;

/**
 * The table of contents under its heading: entries like lines of the body, those of the second level indented. The
 * numbers of the pages are put in when the pages are known.
 *
 * @param parts what the heading and the entries are in the structure
 */
export function contentsPieces(
  entries: readonly ContentsEntry[],
  { heading, links }: DocumentStructure["contents"],
  measures: Measures,
): FlowPiece[] {
  if (entries.length === 0 || !heading) return [];
  const textStyle = contentsHeading(measures.style);
  const lines = setText([{ text: wording.contents }], textStyle, measures);
  const pieces = links.flatMap((link, index) => {
    const entry = entries[index];
    return entry ? entryPieces(entry, link, measures) : [];
  });
  return [...textPieces(lines, textStyle, heading, measures.style, keepsAll), ...pieces];
}

/** Everything that is printed of a table of contents, with the fonts that set it. */
export function contentsTexts(
  entries: readonly ContentsEntry[],
  style: Style,
): { readonly font: string; readonly text: string }[] {
  if (entries.length === 0) return [];
  const words = entries.map(({ text }) => text).join("");
  return [
    { font: contentsHeading(style).font, text: wording.contents },
    { font: style.text.body.font, text: `${words}.0123456789` },
  ];
}

/** A heading of the first level in the middle, a line free under it. */
function contentsHeading({ text }: Style): TextStyle {
  return { ...text.heading1, align: "center", indentCharacters: 0, linesAfter: 1 };
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
