import { Unzlib } from "fflate";
import { FileFault } from "../../file-fault.ts";
import { mostUnpacked, readingBudget, within } from "../../reading-budget.ts";

const compressors = /\/(Fl|FlateDecode|LZW|LZWDecode|RL|RunLengthDecode)\b/g;

/** A dictionary before a stream, in characters. One that is longer, or says its filter elsewhere, hides something. */
const longestDictionary = 4_096;

/** Packed bytes are unpacked in pieces, so that a stream that swells is left at once. */
const pieceSize = 16 * 1024;

/**
 * Unpacks every stream of a PDF within a budget, and throws away what comes out: pdf.js has no bound of its own, and
 * a few kB of attachment or page may swell to gigabytes. Streams always stand in the open, even in a file whose other
 * objects are packed, so none can hide. What calls itself a picture has a budget of its own, for pdf.js is told not to
 * unpack pictures, but does where a page points to one as its text.
 *
 * @throws FileFault "tooMuch"
 */
export function checkStreams(bytes: Uint8Array): void {
  const file = new TextDecoder("latin1").decode(bytes);
  const isEncrypted = /\/Encrypt\b/.test(withNames(file));
  const budget = readingBudget();
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.startsWith("end", at - 3)) continue;
    budget.spend("streams", 1);
    const dictionary = dictionaryBefore(file, at);
    const filters = dictionary?.match(compressors)?.length ?? 0;
    // Nobody packs a page twice.
    if (filters > 1) throw new FileFault("tooMuch");
    const isHidden = dictionary === undefined || /\/F(ilter)?\s*\[?\s*\d+\s+\d+\s+R/.test(dictionary);
    if (filters === 0 && !isHidden) continue;
    const start = at + 6 + (file.startsWith("\r\n", at + 6) ? 2 : 1);
    const end = isEncrypted ? farthestEnd(file, start, dictionary) : endOf(file, start);
    const isPicture = dictionary !== undefined && /\/Subtype\s{0,9}\/Image\b/.test(dictionary);
    const isMeasured = !isEncrypted && !/\/(A(SCII)?(85|Hex|Hx)|LZW|RL|RunLength)/.test(dictionary ?? "");
    if (isMeasured)
      budget.spend(isPicture ? "pictureBytes" : "streamsBytes", unpackedSize(bytes, start, end));
    if ((isHidden || !isMeasured) && !isPicture) budget.spend("unknownBytes", mostUnpacked(end - start));
    at = endOf(file, start);
  }
}

/** The dictionary of a stream, with its names spelt out; undefined where it is too long to be one of a report. */
function dictionaryBefore(file: string, at: number): string | undefined {
  const before = file.slice(Math.max(0, at - longestDictionary), at);
  const begin = [...before.matchAll(/\d+\s+\d+\s+obj\b/g)].at(-1);
  // In a comment or a text it only looks like the begin of an object.
  const isFeigned = /[%(<][^\r\n]*$/.test(before.slice(0, begin?.index));
  if (!begin || isFeigned || before.slice(begin.index).includes("%")) return undefined;
  return withNames(before.slice(begin.index));
}

/** `/Fl#61teDecode` is the name `/FlateDecode`. */
function withNames(text: string): string {
  return text.replace(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * Where a stream that cannot be looked into may end: at the first word that says so, or where its length says, be it
 * written in another object. That object may be packed away, and then the end of the file is what is certain.
 */
function farthestEnd(file: string, start: number, dictionary: string | undefined): number {
  const [, length = "", generation] = /\/Length\s+(\d+)(?:\s+(\d+)\s+R)?/.exec(dictionary ?? "") ?? [];
  if (length === "") return file.length;
  const stated =
    generation === undefined
      ? [Number(length)]
      : [...file.matchAll(new RegExp(`\\b${length}\\s+${generation}\\s+obj\\s+(\\d+)`, "g"))].map(
          ([, size]) => Number(size),
        );
  if (stated.length === 0) return file.length;
  const ends = stated
    .map((bytes) => start + bytes)
    .filter((end) => /^\s{0,3}endstream/.test(file.slice(end, end + 12)));
  return Math.max(endOf(file, start), ...ends);
}

function endOf(file: string, start: number): number {
  const end = file.indexOf("endstream", start);
  return end < 0 ? file.length : end;
}

/** The word that ends a stream may stand in it: what is packed ends where it says so itself. */
function unpackedSize(bytes: Uint8Array, start: number, end: number): number {
  let size = 0;
  const unpack = new Unzlib((piece) => {
    size += piece.length;
    within("streamBytes", size);
  });
  try {
    for (let at = start; at < bytes.length; at += pieceSize) {
      const before = size;
      unpack.push(bytes.subarray(at, at + pieceSize), false);
      if (at + pieceSize >= end && size === before) break;
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    // A damaged stream: as far as it went. pdf.js goes no further.
  }
  return size;
}
