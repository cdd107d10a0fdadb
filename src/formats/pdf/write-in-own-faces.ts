import type { Document } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import type { LoadFace } from "./faces/faces.ts";
import { fontsDrawnBy } from "./faces/own/own-face.ts";
import { writePdf } from "./write.ts";

/** An own face whose bytes are fetched when it is drawn. */
export type OwnFaceSource = {
  readonly role: string | undefined;
  readonly name: string;
  readonly load: () => Promise<Uint8Array>;
};

/** A style, and what loads its faces. */
export type DressedStyle = { readonly style: Style; readonly loadFace: LoadFace };

/**
 * The style with the office's own faces before the shipped ones. A character that an own face lacks is drawn
 * by the next own face of its font, then by the shipped ones, and the other way about.
 *
 * @param own best first
 */
export function withOwnFaces(style: Style, shipped: LoadFace, own: readonly OwnFaceSource[]): DressedStyle {
  const sources = new Map(own.map((source, index) => [`own-${index}`, source]));
  const ownFacesOf = (font: string) =>
    [...sources].flatMap(([face, source]) => (fontsDrawnBy(source, style).includes(font) ? [face] : []));
  const fonts = Object.fromEntries(
    Object.entries(style.fonts).map(([name, font]) => [
      name,
      { ...font, pdfFaces: [...ownFacesOf(name), ...font.pdfFaces] },
    ]),
  );
  return {
    style: { ...style, fonts },
    loadFace: (face) => sources.get(face)?.load() ?? shipped(face),
  };
}

/**
 * Writes a PDF in the office's own faces. A face that looks sound may still break while it is drawn; the
 * report must not be lost for it, so it is then written in the shipped faces.
 *
 * @returns the PDF, and whether the own faces had to be left out
 * @throws Error as writePdf
 */
export async function writePdfInOwnFaces(
  document: Document,
  style: Style,
  shipped: LoadFace,
  own: readonly OwnFaceSource[],
): Promise<{ readonly bytes: Uint8Array; readonly leftOut: boolean }> {
  const dressed = withOwnFaces(style, shipped, own);
  try {
    return { bytes: await writePdf(document, dressed.style, dressed.loadFace), leftOut: false };
  } catch (error) {
    if (own.length === 0) throw error;
    return { bytes: await writePdf(document, style, shipped), leftOut: true };
  }
}
