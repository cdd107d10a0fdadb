import { Unzlib } from "fflate";
import { FileFault } from "../../file-fault.ts";

/** No stream of a report but its pictures unpacks to more, nor all of them together; in bytes. */
const largestStream = 64 * 1024 * 1024;
const largestWhole = 192 * 1024 * 1024;

/** Deflate makes a thousand bytes of one at most. */
const mostOfOneByte = 1032;

/**
 * What cannot be measured here (encrypted, or packed in another way) is taken for the most it can be: two megabytes,
 * as the fonts and pages of an encrypted report have, could be two gigabytes.
 */
const largestUnknown = 2 * 1024 * 1024 * mostOfOneByte;

const mostStreams = 50_000;

const compressors = /\/(Fl|FlateDecode|LZW|LZWDecode|RL|RunLengthDecode)\b/g;

/** A dictionary before a stream, in characters. */
const longestDictionary = 4_096;

/** Packed bytes are unpacked in pieces, so that a stream that swells is left at once. */
const pieceSize = 16 * 1024;

/**
 * Unpacks every stream of a PDF within a budget, and throws away what comes out: pdf.js has no bound of its own, and
 * a few kB of attachment or page may swell to gigabytes. Streams always stand in the open, even in a file whose other
 * objects are packed, so none can hide; pictures are passed over, for pdf.js is told not to unpack them.
 *
 * @throws FileFault "tooMuch"
 */
export function checkStreams(bytes: Uint8Array): void {
  const file = new TextDecoder("latin1").decode(bytes);
  const isEncrypted = /\/Encrypt\b/.test(file);
  const spent = { measured: 0, unknown: 0 };
  let count = 0;
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.startsWith("end", at - 3)) continue;
    if (++count > mostStreams) throw new FileFault("tooMuch");
    const before = file.slice(Math.max(0, at - longestDictionary), at);
    const dictionary = before.slice(before.lastIndexOf("obj") + 1);
    const filters = dictionary.match(compressors)?.length ?? 0;
    if (filters === 0 || /\/Subtype\s{0,9}\/Image\b/.test(dictionary)) continue;
    // Nobody packs a page twice.
    if (filters > 1) throw new FileFault("tooMuch");
    const start = at + 6 + (file.startsWith("\r\n", at + 6) ? 2 : 1);
    const end = endOf(file, start);
    const isMeasured = /\/Fl/.test(dictionary) && !/\/A(SCII)?(85|Hex|Hx)/.test(dictionary) && !isEncrypted;
    if (isMeasured) spent.measured += unpackedSize(bytes, start, end);
    else spent.unknown += (end - start) * mostOfOneByte;
    if (spent.measured > largestWhole || spent.unknown > largestUnknown) throw new FileFault("tooMuch");
    at = end;
  }
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
    if (size > largestStream) throw new FileFault("tooMuch");
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
