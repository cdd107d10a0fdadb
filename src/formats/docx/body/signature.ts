import type { Block, Paragraph } from "../../../document/tree.ts";
import { signaturePlaces } from "../../lines/signature-places.ts";
import { isSigned, signedAround } from "../../signed-lines.ts";
import type { Style } from "../../style.ts";
import { pageOf, twipsOfPt } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { element, paragraphOf, setting, type XmlElement } from "../xml/element.ts";
import { markedRun } from "./runs.ts";

/**
 * A line of the signature at its place, with an empty line above the first one. The lines stand together, and the line
 * of text above goes along: no page holds a signature alone.
 */
export function signatureParagraph(
  block: Paragraph,
  blocks: readonly Block[],
  index: number,
  style: Style,
): XmlElement {
  const { texts, at } = signedAround(blocks, index);
  const page = pageOf(style);
  const widths = texts.map((text) => widthOf(text, style));
  const isLonger = (widths[at] ?? 0) > page.textWidth;
  const places = signaturePlaces(widths, {
    width: page.textWidth,
    character: page.characterPitch,
    fromEdge: style.text.signature.indentCharacters,
    seal: style.seal ?? false,
  });
  // CT_PPr: keepNext, spacing, ind, jc.
  return paragraphOf(styleIds.signature, block.runs.map(markedRun), [
    ...(isSigned(blocks[index + 1]) ? [element("w:keepNext")] : []),
    ...(at === 0 ? [element("w:spacing", { "w:before": page.linePitch })] : []),
    element("w:ind", {
      "w:leftChars": 0,
      "w:left": Math.round(places[at] ?? 0),
      "w:rightChars": 0,
      // Room for a face that is wider than was reckoned: a date is not broken. A name longer than the line is.
      "w:right": isLonger ? 0 : -page.characterPitch,
    }),
    setting("w:jc", "left"),
  ]);
}

/** Word and LibreOffice set figures a little apart from Chinese text, up to this part of a character. */
const besideFigures = 0.3;

/** In twips; a digit is half as wide as a character. */
function widthOf(text: string, style: Style): number {
  const em = twipsOfPt(style.text.signature.sizePt);
  const { characterSpacing } = pageOf(style);
  const gaps = text.match(/(?<=[0-9A-Za-z])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[0-9A-Za-z])/gu);
  return [...text].reduce(
    (sum, character) => sum + (character < "\u0080" ? em / 2 : em) + characterSpacing,
    (gaps?.length ?? 0) * besideFigures * em,
  );
}
