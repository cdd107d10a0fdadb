import { findTable, tableOf } from "../font-tables.ts";

/** A TrueType font in bytes. `start` is where its directory stands: not 0 for a font of a collection. */
export type FontFile = { readonly bytes: Uint8Array; readonly start: number };

/**
 * A TrueType font that holds nothing but the given glyphs, numbered in their order, and the parts of which
 * they are composed after them. It has no character map: a PDF tells the glyphs by their numbers.
 *
 * @param glyphs numbers of glyphs of the font; the first must be 0, the one for missing characters
 */
export function subsetFont(font: FontFile, glyphs: readonly number[]): Uint8Array {
  const table = (tag: string) => tableOf(font.bytes, tag, font.start);
  const outlines = collectOutlines(table("glyf"), glyphOffsets(table), glyphs);
  const count = outlines.length;
  const offsets = new DataView(new ArrayBuffer((count + 1) * 4));
  let length = 0;
  outlines.forEach(({ data }, index) => {
    length += padded(data.length);
    offsets.setUint32((index + 1) * 4, length);
  });
  const data = new Uint8Array(length);
  for (const [index, outline] of outlines.entries()) data.set(outline.data, offsets.getUint32(index * 4));
  const tables: [string, Uint8Array][] = [
    ["glyf", data],
    ["head", patched(table("head"), [8, 0, 0], [50, 0, 1])],
    ["hhea", patched(table("hhea"), [34, count])],
    ["hmtx", metricsOf(table("hmtx"), table("hhea").getUint16(34), outlines)],
    ["loca", new Uint8Array(offsets.buffer)],
    ["maxp", patched(table("maxp"), [4, count])],
    ...hinting(font),
  ];
  return assembled(tables);
}

type Outline = { readonly glyph: number; readonly data: Uint8Array };

/** The outlines of glyphs, then those of their parts; the numbers of parts are changed to the new ones. */
function collectOutlines(
  outlines: DataView,
  offsetOf: (glyph: number) => number,
  glyphs: readonly number[],
): Outline[] {
  const order = [...glyphs];
  // A glyph may stand there twice, for two characters that look alike; parts name the first of them.
  const numbers = new Map<number, number>();
  order.forEach((glyph, index) => {
    if (!numbers.has(glyph)) numbers.set(glyph, index);
  });
  const numberOf = (glyph: number) => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, order.push(glyph) - 1);
    return order.length - 1;
  };
  const collected: Outline[] = [];
  for (let index = 0; index < order.length; index++) {
    const glyph = order[index] ?? 0;
    const from = offsetOf(glyph);
    const bytes = new Uint8Array(outlines.buffer, outlines.byteOffset + from, offsetOf(glyph + 1) - from);
    collected.push({ glyph, data: renumbered(new Uint8Array(bytes), numberOf) });
  }
  return collected;
}

const partFlags = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 };

/** Changes the numbers of a composed glyph's parts in place. */
function renumbered(data: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  if (data.length === 0) return data;
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  if (view.getInt16(0) >= 0) return data;
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)));
    if (!(flags & partFlags.more)) return data;
    at += 4 + (flags & partFlags.words ? 4 : 2);
    if (flags & partFlags.scale) at += 2;
    else if (flags & partFlags.twoScales) at += 4;
    else if (flags & partFlags.matrix) at += 8;
  }
}

function glyphOffsets(table: (tag: string) => DataView): (glyph: number) => number {
  const loca = table("loca");
  const long = table("head").getInt16(50) !== 0;
  return (glyph) => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
}

/** Advance and left bearing of each glyph; a font of one width gives the advance only once. */
function metricsOf(source: DataView, advances: number, outlines: readonly Outline[]): Uint8Array {
  const metrics = new DataView(new ArrayBuffer(outlines.length * 4));
  outlines.forEach(({ glyph }, index) => {
    const own = Math.min(glyph, advances - 1) * 4;
    const bearing = glyph < advances ? own + 2 : advances * 4 + (glyph - advances) * 2;
    metrics.setUint16(index * 4, source.getUint16(own));
    metrics.setUint16(index * 4 + 2, bearing + 2 <= source.byteLength ? source.getUint16(bearing) : 0);
  });
  return new Uint8Array(metrics.buffer);
}

/** The programs by which glyphs fit themselves to a coarse screen; glyphs may call them. */
function hinting(font: FontFile): [string, Uint8Array][] {
  return ["cvt ", "fpgm", "prep"].flatMap((tag): [string, Uint8Array][] => {
    const table = findTable(font.bytes, tag, font.start);
    return table ? [[tag, patched(table)]] : [];
  });
}

/** A copy of a table with 16-bit numbers set: each change is a place and the numbers from there on. */
function patched(table: DataView, ...changes: readonly (readonly [number, ...number[]])[]): Uint8Array {
  const copy = new Uint8Array(table.byteLength);
  copy.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
  const view = new DataView(copy.buffer);
  for (const [at, ...numbers] of changes) {
    for (const [index, number] of numbers.entries()) view.setUint16(at + index * 2, number);
  }
  return copy;
}

function assembled(unsorted: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const tables = [...unsorted].sort(([a], [b]) => (a < b ? -1 : 1));
  const headLength = 12 + tables.length * 16;
  const font = new Uint8Array(tables.reduce((sum, [, data]) => sum + padded(data.length), headLength));
  const view = new DataView(font.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - (16 << power));
  let at = headLength;
  let headAt = 0;
  tables.forEach(([tag, data], index) => {
    const record = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) view.setUint8(record + letter, tag.charCodeAt(letter));
    font.set(data, at);
    view.setUint32(record + 4, checksum(view, at, padded(data.length)));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, data.length);
    if (tag === "head") headAt = at;
    at += padded(data.length);
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, font.length)) >>> 0);
  return font;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
