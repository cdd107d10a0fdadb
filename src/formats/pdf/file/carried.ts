import type { PdfDocument } from "pdfmake/build/pdfmake.min.js";
import type { CarriedFile } from "../../../document/tree.ts";
import { fingerprintOf } from "../../fingerprint.ts";
import { textString } from "./pdf-values.ts";

/**
 * The key of the carried file among the attached ones tells its media type and the checksum of its text. Programs
 * that save a PDF anew keep the key, and pdf.js tells it, which does not tell an attached file's own.
 */
function keyOf({ mediaType, text }: CarriedFile): string {
  return `carried-file:${mediaType};${fingerprintOf(text)}`;
}

/** What the key of an attached file tells; undefined for another file. One of before has no checksum. */
export function carriedTypeIn(key: string): { mediaType: string; checksum: string | undefined } | undefined {
  const [, mediaType, checksum] = /^carried-file:([^;]*)(?:;(.*))?$/s.exec(key) ?? [];
  return mediaType === undefined ? undefined : { mediaType, checksum };
}

/**
 * Attaches the carried file as the source of the document (ISO 19005-3, 6.8): an attached file that every
 * viewer lists and saves. Its text must be well-formed, for the file is UTF-8.
 *
 * pdfkit's own way writes a checksum of 32 letters where PDF has 16 bytes; it may be left out.
 *
 * @param written the day and time at which the document is written
 */
export function attachCarried(pdf: PdfDocument, carried: CarriedFile, written: Date): void {
  const bytes = new TextEncoder().encode(carried.text);
  const file = pdf.ref({
    Type: "EmbeddedFile",
    Subtype: nameOf(carried.mediaType),
    Params: { Size: bytes.length, CreationDate: written, ModDate: written },
  });
  file.end(bytes);
  const name = textString(carried.name);
  const specification = pdf.ref({
    Type: "Filespec",
    F: name,
    UF: name,
    Desc: textString(carried.description),
    AFRelationship: "Source",
    EF: { F: file, UF: file },
  });
  specification.end();
  pdf.addNamedEmbeddedFile(keyOf(carried), specification);
  pdf._root.data.AF = [specification];
}

/** A name of PDF (ISO 32000-1, 7.3.5): what is no letter, figure, dot or dash is written as its number. */
function nameOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.+-]/.test(character) ? character : `#${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}
