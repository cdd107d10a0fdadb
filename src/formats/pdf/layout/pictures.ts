import type { Picture } from "../../../document/tree.ts";
import { wordsOfPicture } from "../../picture-words.ts";
import type { Style, TextStyle } from "../../style.ts";
import { holdsPicture } from "../file/picture-file.ts";
import type { StructureElement } from "../tags/element.ts";
import type { FlowPiece } from "./flow.ts";
import type { Measures } from "./text/measures.ts";
import { keepsLastTwo, setText, textPieces } from "./text-pieces.ts";

/** Pictures on screens have 96 of them to the inch. */
const pointsPerPixel = 72 / 96;

/** No picture is higher, so that its caption stands on its page. */
const mostOfTextHeight = 0.6;

/**
 * A picture in the middle, as large as it is where it fits, with half a line above and below, and its caption under
 * it on the same page. What a PDF cannot hold is said in words.
 *
 * @param mark the picture in the structure: the figure and its caption
 */
export function picturePieces(picture: Picture, mark: StructureElement, measures: Measures): FlowPiece[] {
  const { style, frame } = measures;
  const [figure, ofCaption] = mark.children;
  if (!figure) {
    const { body } = style.text;
    return textPieces(setText(wordsOfPicture(picture), body, measures), body, mark, style, keepsLastTwo);
  }
  const [width, height] = [Math.max(1, picture.width), Math.max(1, picture.height)];
  const mostPt = { width: frame.textWidthPt, height: frame.textHeightPt * mostOfTextHeight };
  const scale = Math.min(pointsPerPixel, mostPt.width / width, mostPt.height / height);
  const widthPt = width * scale;
  const heightPt = height * scale;
  const gapPt = style.page.linePitchPt;
  const piece: FlowPiece = {
    content: {
      type: "picture",
      picture,
      xPt: (frame.textWidthPt - widthPt) / 2,
      widthPt,
      heightPt,
      mark: figure,
    },
    heightPt: heightPt + gapPt,
    spaceAbovePt: 0,
    keepWithNext: ofCaption !== undefined,
  };
  if (!ofCaption) return [piece];
  const textStyle = captionStyle(style);
  const lines = setText([{ text: picture.caption ?? "" }], textStyle, measures);
  return [piece, ...textPieces(lines, textStyle, ofCaption, style, (_, fromLast) => fromLast > 0)];
}

/** The words that are printed of a picture, and the font that sets them. */
export function pictureTexts(
  picture: Picture,
  style: Style,
): { readonly font: string; readonly text: string }[] {
  if (holdsPicture(picture.bytes)) return [{ font: captionStyle(style).font, text: picture.caption ?? "" }];
  return wordsOfPicture(picture).map(({ text }) => ({ font: style.text.body.font, text }));
}

/** Like the body, in the middle, in the type of tables. */
function captionStyle({ text, table }: Style): TextStyle {
  return { ...text.body, font: table.font, sizePt: table.sizePt, align: "center", indentCharacters: 0 };
}
