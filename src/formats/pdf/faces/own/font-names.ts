import type { FontInFile } from "./font-file.ts";

/** The names of a font as its file states them, in every language it knows. */
export type FontNames = {
  /** The PostScript name, as a PDF names its fonts: signs of ASCII only. */
  readonly postScript: string;
  /** Full and PostScript names, and those of the family where the font is its upright regular face. */
  readonly all: readonly string[];
  /** The one to show: the Chinese one where there is one. */
  readonly shown: string;
};

type NameRecord = { readonly id: number; readonly text: string; readonly chinese: boolean };

const ids = { family: 1, full: 4, postScript: 6, typographicFamily: 16 };
const chineseOfMainland = 0x0804;

/** Reads the name table of a font. */
export function readFontNames({ tables }: FontInFile): FontNames {
  const records = readRecords(tables.get("name"));
  const wanted: number[] = [ids.full, ids.postScript];
  // The bold sister of a family bears its name too, and must not be taken for it.
  if (!isBoldOrSlanted(tables.get("head"))) wanted.push(ids.family, ids.typographicFamily);
  const all = records.filter(({ id }) => wanted.includes(id)).map(({ text }) => text);
  const shown =
    records.find(({ id, chinese }) => chinese && id === ids.full) ??
    records.find(({ id, chinese }) => chinese && id === ids.family) ??
    records.find(({ id }) => id === ids.full) ??
    records.find(({ id }) => id === ids.family || id === ids.postScript);
  const postScript = records.find(({ id, text }) => id === ids.postScript && isPostScriptName(text));
  return { all: [...new Set(all)], shown: shown?.text ?? "", postScript: postScript?.text ?? "OwnFace" };
}

/** A name table that states the PostScript name and nothing else. */
export function nameTableWith(postScript: string): Uint8Array {
  const start = 18;
  const bytes = new Uint8Array(start + postScript.length * 2);
  const fields = [0, 1, start, 3, 1, 0x409, ids.postScript, postScript.length * 2, 0];
  const table = new DataView(bytes.buffer);
  for (const [index, field] of fields.entries()) table.setUint16(index * 2, field);
  for (let letter = 0; letter < postScript.length; letter++) {
    table.setUint16(start + letter * 2, postScript.charCodeAt(letter));
  }
  return bytes;
}

/** Some old Chinese fonts have a Chinese PostScript name, which would break the file that names it. */
function isPostScriptName(text: string): boolean {
  return /^[\w+.-]{1,63}$/.test(text);
}

function isBoldOrSlanted(head: Uint8Array | undefined): boolean {
  return head !== undefined && head.byteLength > 45 && ((head[45] ?? 0) & 3) !== 0;
}

function readRecords(bytes: Uint8Array | undefined): NameRecord[] {
  if (!bytes || bytes.byteLength < 6) return [];
  const table = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = table.getUint16(4);
  const records: NameRecord[] = [];
  for (let index = 0; index < table.getUint16(2); index++) {
    const at = 6 + index * 12;
    if (at + 12 > bytes.byteLength) break;
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((step) =>
      table.getUint16(at + step),
    ) as [number, number, number, number, number, number];
    const start = texts + offset;
    const text = decoded(bytes.subarray(start, start + length), platform, encoding).trim();
    const chinese = platform === 3 && language === chineseOfMainland;
    if (text !== "") records.push({ id, text, chinese });
  }
  return records;
}

/** Old Chinese fonts write their names in GBK, for Windows as for the Mac. */
function decoded(bytes: Uint8Array, platform: number, encoding: number): string {
  const windowsPrc = platform === 3 && encoding === 3;
  const macSimplified = platform === 1 && encoding === 25;
  if (windowsPrc || macSimplified) {
    return new TextDecoder("gbk").decode(bytes.filter((byte) => byte !== 0));
  }
  if (platform === 1) return new TextDecoder("latin1").decode(bytes);
  return new TextDecoder("utf-16be").decode(bytes);
}
