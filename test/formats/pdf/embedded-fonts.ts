import { isOf, listOf, type PdfObjects, wordsOf } from "../../support/pdf-objects.ts";
import type { PdfValue } from "../../support/pdf-syntax.ts";
import { operatorsOf } from "./layout/page-content.ts";

export type EmbeddedFont = {
  readonly font: PdfValue;
  readonly descendant: PdfValue;
  readonly get: PdfObjects["get"];
  readonly program: Uint8Array;
  /** What the file says of the program. */
  readonly programLength: PdfValue;
  readonly glyphCount: number;
  /** Advance width in the embedded font program, in thousandths of an em. */
  readonly advanceOf: (glyph: number) => number;
  /** What the map to Unicode says of a glyph. */
  readonly charactersOf: (glyph: number) => string;
};

/** The fonts of a file with their programs. */
export function fontsIn(pdf: PdfObjects): EmbeddedFont[] {
  const fonts = [...pdf.objects.values()].map(({ value }) => value);
  return fonts
    .filter((value) => wordsOf(pdf.get(value, "Subtype")) === "Type0")
    .map((font) => read(pdf, font));
}

/** The glyphs of a font that the pages show. */
export function glyphsShown(pdf: PdfObjects, font: PdfValue): Set<number> {
  const shown = new Set<number>();
  for (const page of pdf.pages) {
    let current: PdfValue = null;
    for (const { operator, operands } of operatorsOf(pdf, page)) {
      if (operator === "Tf") current = pdf.get(page, "Resources", "Font", wordsOf(operands[0] ?? null));
      if (!["TJ", "Tj"].includes(operator) || current !== font) continue;
      for (const piece of operator === "Tj" ? operands : listOf(operands[0] ?? null)) {
        for (const glyph of glyphsOf(piece)) shown.add(glyph);
      }
    }
  }
  return shown;
}

/** All tagged text of a file as its own character maps say it, blanks at the ends of lines and all. */
export function taggedText(pdf: PdfObjects): string {
  const fonts = new Map(fontsIn(pdf).map((font) => [font.font, font]));
  let text = "";
  for (const page of pdf.pages) {
    let current: EmbeddedFont | undefined;
    let isArtifact = false;
    for (const { operator, operands } of operatorsOf(pdf, page)) {
      const [first = null] = operands;
      if (operator === "BDC") isArtifact = wordsOf(first) === "Artifact";
      if (operator === "Tf") current = fonts.get(pdf.get(page, "Resources", "Font", wordsOf(first)));
      if (operator !== "TJ" || isArtifact) continue;
      for (const glyph of listOf(first).flatMap(glyphsOf)) text += current?.charactersOf(glyph) ?? "";
    }
  }
  return text;
}

/** The glyphs of a string in a composite font: two bytes each. */
function glyphsOf(piece: PdfValue): number[] {
  if (!isOf(piece, "string")) return [];
  return (piece.bytes.match(/.{2}/gs) ?? []).map((pair) => pair.charCodeAt(0) * 256 + pair.charCodeAt(1));
}

function read(pdf: PdfObjects, font: PdfValue): EmbeddedFont {
  const { get } = pdf;
  const descendant = get(font, "DescendantFonts", 0);
  const descriptor = get(descendant, "FontDescriptor");
  const program = Buffer.from(pdf.dataOf(entry(descriptor, "FontFile2")), "latin1");
  const table = (tag: string) => {
    for (let record = 12; record < 12 + program.readUInt16BE(4) * 16; record += 16) {
      if (program.toString("latin1", record, record + 4) === tag)
        return program.subarray(program.readUInt32BE(record + 8));
    }
    throw new Error(`an embedded font has no table ${tag}`);
  };
  const unitsPerEm = table("head").readUInt16BE(18);
  const last = table("hhea").readUInt16BE(34) - 1;
  const advances = table("hmtx");
  const unicode = unicodeMap(pdf.dataOf(entry(font, "ToUnicode")));
  return {
    font,
    descendant,
    get,
    program,
    programLength: get(descriptor, "FontFile2", "Length1"),
    glyphCount: table("maxp").readUInt16BE(4),
    advanceOf: (glyph) => (advances.readUInt16BE(Math.min(glyph, last) * 4) * 1000) / unitsPerEm,
    charactersOf: (glyph) => unicode.get(glyph) ?? "",
  };
}

function entry(value: PdfValue, key: string): PdfValue | undefined {
  return isOf(value, "dictionary") ? value.entries.get(key) : undefined;
}

function unicodeMap(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, from = "", , list = ""] of map.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, units = ""], index) => {
      const codes = units.split(" ").filter((unit) => unit !== "");
      found.set(
        Number.parseInt(from, 16) + index,
        String.fromCharCode(...codes.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  }
  return found;
}
