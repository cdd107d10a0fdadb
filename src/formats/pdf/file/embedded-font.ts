import type { Face } from "../faces.ts";
import { drawnAs } from "../faces.ts";
import { tableOf } from "../font-tables.ts";
import { subsetFont } from "./font-subset.ts";
import { ascii, type PdfFile } from "./pdf-file.ts";
import { array, dictionary, hex, name, number, type Pdf, reference, utf16 } from "./syntax.ts";

/** A face of which a file needs some glyphs; each gets a code when it is first set. */
export type EmbeddedFont = {
  /** By which pages know the font. */
  readonly resource: string;
  /** The codes of a character, as hexadecimal figures. */
  readonly encode: (character: string) => string;
  /** Adds the font with the glyphs that were set; gives its number. */
  readonly addTo: (file: PdfFile) => number;
};

/** A code of the font: its glyph in the face, and the text that a reader finds for it. */
type Code = { readonly glyph: number; readonly text: string; readonly codePoint: number };

/** @param index of the font in the file, from 0 */
export function embeddedFont(face: Face, index: number): EmbeddedFont {
  const codes: Code[] = [];
  const codeOf = new Map<string, number>();
  const known = new Map<string, string>();
  // The text is part of the key: one glyph may draw two characters, and each is to be found as itself.
  const codeFor = (codePoint: number, text: string) => {
    const key = `${codePoint} ${text}`;
    const code = codeOf.get(key) ?? codes.push({ glyph: face.tables.glyphOf(codePoint), text, codePoint });
    codeOf.set(key, code);
    return hex(code, 4);
  };
  const encode = (character: string) => {
    const points = drawnAs(face.tables, character);
    const [only] = points;
    if (points.length === 1 && only !== undefined) return codeFor(only, character);
    return points.map((point) => codeFor(point, String.fromCodePoint(point))).join("");
  };
  return {
    resource: `F${index + 1}`,
    encode: (character) => {
      const code = known.get(character) ?? encode(character);
      known.set(character, code);
      return code;
    },
    addTo: (file) => addFont(file, face, index, codes),
  };
}

function addFont(file: PdfFile, face: Face, index: number, codes: readonly Code[]): number {
  const fontName = name(`${subsetTag(index)}+${plainName(face.name)}`);
  const program = subsetFont(face.file, [0, ...codes.map(({ glyph }) => glyph)]);
  const fontFile = file.addStream({ Length1: number(program.length) }, program);
  const descriptor = file.add(descriptorOf(face, fontName, fontFile));
  const descendant = file.add(
    dictionary({
      Type: "/Font",
      Subtype: "/CIDFontType2",
      BaseFont: fontName,
      CIDSystemInfo: "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
      FontDescriptor: reference(descriptor),
      CIDToGIDMap: "/Identity",
      DW: "1000",
      W: widthsOf(face, codes),
    }),
  );
  return file.add(
    dictionary({
      Type: "/Font",
      Subtype: "/Type0",
      BaseFont: fontName,
      Encoding: "/Identity-H",
      DescendantFonts: array([reference(descendant)]),
      ToUnicode: reference(file.addStream({}, ascii(toUnicode(codes)))),
    }),
  );
}

function descriptorOf(face: Face, fontName: Pdf, fontFile: number): Pdf {
  const head = tableOf(face.file.bytes, "head", face.file.start);
  const hhea = tableOf(face.file.bytes, "hhea", face.file.start);
  const thousandths = (units: number) => number((units * 1000) / head.getUint16(18));
  return dictionary({
    Type: "/FontDescriptor",
    FontName: fontName,
    // Symbolic: the glyphs are told by their numbers, and not by names of Latin letters.
    Flags: "4",
    FontBBox: array([36, 38, 40, 42].map((at) => thousandths(head.getInt16(at)))),
    ItalicAngle: "0",
    Ascent: thousandths(hhea.getInt16(4)),
    Descent: thousandths(hhea.getInt16(6)),
    CapHeight: number(face.tables.inkTopOf(0x48) * 1000),
    StemV: "80",
    FontFile2: reference(fontFile),
  });
}

/** The widths of the codes from 1 on; most are an em, which is the default. */
function widthsOf(face: Face, codes: readonly Code[]): Pdf {
  const widths = codes.map(({ codePoint }) => number(face.tables.advanceOf(codePoint) * 1000));
  return widths.length === 0 ? "[]" : `[1 ${array(widths)}]`;
}

const entriesPerBlock = 100;

/** The text of each code (9.10.3). Code 0, the missing glyph, is never set and means nothing. */
function toUnicode(codes: readonly Code[]): string {
  const entries = codes.map(({ text }, index) => `<${hex(index + 1, 4)}> <${utf16(text)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += entriesPerBlock) {
    const block = entries.slice(start, start + entriesPerBlock);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** Six letters tell a font with some glyphs from the whole one (9.6.4). */
function subsetTag(index: number): string {
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26));
  return `NIAN${letter(1)}${letter(0)}`;
}

/** A name for the font that every program takes. */
function plainName(face: string): string {
  return face.replace(/[^A-Za-z0-9-]/g, "") || "Font";
}
