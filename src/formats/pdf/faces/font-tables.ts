/** What the writer needs to know of a TrueType font: which characters it draws, and how wide they are. */
export type FontTables = {
  /** Whether the font draws the character (a code point). */
  readonly covers: (codePoint: number) => boolean;
  /** Advance width of a character in ems; that of the missing glyph where the font does not draw it. */
  readonly advanceOf: (codePoint: number) => number;
  /** How far the ink of a character rises above the baseline, in ems; of a font that does not tell, as a dash does. */
  readonly inkTopOf: (codePoint: number) => number;
};

type GlyphOf = (codePoint: number) => number;

/**
 * Reads the tables of a TrueType font without unpacking its outlines.
 *
 * @throws Error when a table is missing: the bytes are no TrueType font
 */
export function readFontTables(bytes: Uint8Array): FontTables {
  const head = tableOf(bytes, "head");
  const unitsPerEm = head.getUint16(18);
  const glyphOf = readCharacterMap(tableOf(bytes, "cmap"));
  const advances = tableOf(bytes, "hmtx");
  const lastAdvance = tableOf(bytes, "hhea").getUint16(34) - 1;
  const inkTop = readInkTops(bytes, head.getInt16(50), unitsPerEm);
  return {
    covers: (codePoint) => glyphOf(codePoint) !== 0,
    advanceOf: (codePoint) => advances.getUint16(Math.min(glyphOf(codePoint), lastAdvance) * 4) / unitsPerEm,
    inkTopOf: (codePoint) => inkTop(glyphOf(codePoint)) / unitsPerEm,
  };
}

/** A table of a font by its tag, a view of the font's bytes; undefined where it has none. */
export function findTable(bytes: Uint8Array, tag: string): DataView | undefined {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = bytes.byteLength < 12 ? 0 : font.getUint16(4);
  for (let record = 12; record < 12 + tables * 16 && record + 16 <= bytes.byteLength; record += 16) {
    const name = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = font.getUint32(record + 8);
    const length = font.getUint32(record + 12);
    if (name !== tag || offset + length > bytes.byteLength) continue;
    return new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  }
  return undefined;
}

/** @throws Error when the font has no such table */
function tableOf(bytes: Uint8Array, tag: string): DataView {
  const table = findTable(bytes, tag);
  if (!table) throw new Error(`The font has no table "${tag}"`);
  return table;
}

/** PostScript outlines do not state their bounds. A dash, all that is asked for, stands in the middle of the em. */
const inkTopOfDash = 0.38;

function readInkTops(bytes: Uint8Array, longOffsets: number, unitsPerEm: number): (glyph: number) => number {
  const offsets = findTable(bytes, "loca");
  const outlines = findTable(bytes, "glyf");
  if (!offsets || !outlines) return () => inkTopOfDash * unitsPerEm;
  const offsetOf = (glyph: number) =>
    longOffsets ? offsets.getUint32(glyph * 4) : offsets.getUint16(glyph * 2) * 2;
  return (glyph) => (offsetOf(glyph) === offsetOf(glyph + 1) ? 0 : outlines.getInt16(offsetOf(glyph) + 8));
}

/** Formats 12 (all of Unicode) and 4 (its first plane) are the ones that Unicode fonts use. */
function readCharacterMap(cmap: DataView): GlyphOf {
  const offsets: number[] = [];
  for (let record = 0; record < cmap.getUint16(2); record++) {
    const at = 4 + record * 8;
    if (isUnicode(cmap.getUint16(at), cmap.getUint16(at + 2))) offsets.push(cmap.getUint32(at + 4));
  }
  const formats = offsets.map((offset) => cmap.getUint16(offset));
  const whole = offsets[formats.indexOf(12)];
  if (whole !== undefined) return readSegmentedCoverage(cmap, whole);
  const firstPlane = offsets[formats.indexOf(4)];
  if (firstPlane !== undefined) return readSegmentDeltas(cmap, firstPlane);
  throw new Error("The font has no Unicode character map");
}

/** Old Chinese fonts also map GBK codes, in the same formats. */
function isUnicode(platform: number, encoding: number): boolean {
  return platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
}

function readSegmentedCoverage(cmap: DataView, start: number): GlyphOf {
  const groups = cmap.getUint32(start + 12);
  const at = (group: number) => start + 16 + group * 12;
  return (codePoint) => {
    const group = firstWhere(groups, (index) => cmap.getUint32(at(index) + 4) >= codePoint);
    if (group === groups || cmap.getUint32(at(group)) > codePoint) return 0;
    return cmap.getUint32(at(group) + 8) + codePoint - cmap.getUint32(at(group));
  };
}

function readSegmentDeltas(cmap: DataView, start: number): GlyphOf {
  const segments = cmap.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const rangeOffsets = deltas + segments * 2;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const segment = firstWhere(segments, (index) => cmap.getUint16(ends + index * 2) >= codePoint);
    if (segment === segments || cmap.getUint16(starts + segment * 2) > codePoint) return 0;
    const delta = cmap.getUint16(deltas + segment * 2);
    const rangeOffset = cmap.getUint16(rangeOffsets + segment * 2);
    if (rangeOffset === 0) return (codePoint + delta) & 0xffff;
    const place = codePoint - cmap.getUint16(starts + segment * 2);
    const glyph = cmap.getUint16(rangeOffsets + segment * 2 + rangeOffset + place * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** The first index from 0 to count that passes a test which once passed stays passed; count if none does. */
function firstWhere(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
