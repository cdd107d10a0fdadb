import type { Block } from "../../../document/tree.ts";
import { signaturePlaces } from "../../lines/signature-places.ts";
import { isSigned, signedAround } from "../../signed-lines.ts";
import type { Style } from "../../style.ts";
import { textCss } from "../css.ts";
import { runsHtml } from "./runs.ts";

/** In print the line of text above a signature goes along. */
export const keepsNext = ";break-after:avoid;page-break-after:avoid";

/**
 * A signature, a line free above it, name and date never apart in print. The places are distances from the right edge,
 * so that they hold on a narrow screen too.
 *
 * @param first the index of its first line
 */
export function signatureHtml(blocks: readonly Block[], first: number, style: Style): string {
  const { charactersPerLine, linePitchPt } = style.page;
  const { texts } = signedAround(blocks, first);
  const widths = texts.map(widthOf);
  const places = signaturePlaces(widths, {
    width: charactersPerLine,
    character: 1,
    fromEdge: style.text.signature.indentCharacters,
    seal: style.seal ?? false,
  });
  const lines = blocks
    .slice(first, first + texts.length)
    .filter(isSigned)
    .map(({ runs }, line) => {
      const right = Math.max(0, charactersPerLine - (places[line] ?? 0) - (widths[line] ?? 0));
      const css = textCss(style, "signature").replace(/padding-right:[^;]*/, `padding-right:${right}em`);
      return `<p style="${css}">${runsHtml(runs, style)}</p>`;
    });
  const css = `margin:${linePitchPt}pt 0 0;break-inside:avoid;page-break-inside:avoid`;
  return `<div style="${css}">\n${lines.join("\n")}\n</div>`;
}

/** In characters; a digit is half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0080" ? 0.5 : 1), 0);
}
