import { stderr } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import type { Document } from "../document/tree.ts";
import { fill } from "../edition/wording.ts";
import { loadNodeFace } from "../formats/pdf/faces/node-faces.ts";
import type { OwnFace } from "../formats/pdf/faces/own/own-face.ts";
import { missingCharacters } from "../formats/pdf/write.ts";
import { withOwnFaces, writePdfInOwnFaces } from "../formats/pdf/write-in-own-faces.ts";
import type { Style } from "../formats/style.ts";

/** No message lists more characters. */
const mostShown = 30;

/**
 * Writes the PDF, in the office's own faces where there are some. Says on standard error where they had to be left
 * out, and which characters no face draws: `isComplete` tells that there are none of these.
 */
export async function pdfOf(
  document: Document,
  style: Style,
  faces: readonly OwnFace[],
): Promise<{ readonly bytes: Uint8Array; readonly isComplete: boolean }> {
  const sources = faces.map((face) => ({ ...face, load: async () => face.bytes }));
  const { bytes, leftOut } = await writePdfInOwnFaces(document, style, loadNodeFace, sources);
  if (leftOut) stderr.write(`${wording.commandLine.ownFacesLeftOut}\n`);
  const dressed = withOwnFaces(style, loadNodeFace, leftOut ? [] : sources);
  const missing = await missingCharacters(document, dressed.style, dressed.loadFace);
  if (missing.length > 0) {
    const characters = missing.slice(0, mostShown).join("");
    stderr.write(`${fill(wording.commandLine.missingCharacters, { count: missing.length, characters })}\n`);
  }
  return { bytes, isComplete: missing.length === 0 };
}
