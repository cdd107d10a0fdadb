import { Inflate } from "fflate";
import { FileFault } from "../file-fault.ts";
import { type ReadingBudget, within } from "../reading-budget.ts";
import { crc32 } from "./crc32.ts";

/** A container file, of which parts are unpacked one by one. */
export type Zip = {
  readonly names: readonly string[];
  /**
   * A part; undefined where there is none of that name.
   *
   * @throws FileFault "damaged" when its checksum is another, "tooMuch" when it passes the budget
   */
  readonly part: (name: string) => Uint8Array | undefined;
  /** A part whatever its checksum says, and whether it is another. */
  readonly asItIs: (name: string) => { readonly bytes: Uint8Array; readonly isAltered: boolean } | undefined;
};

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly offset: number;
  readonly isLocked: boolean;
};

/** Packed bytes are unpacked in pieces, so that a part that grows past what it states is left at once. */
const pieceSize = 16 * 1024;

/**
 * Opens a zip by its directory. Entries that overlap, as those of files made to swell do, are refused before one
 * of them is unpacked. (Zip64 is for files of 4 GB.)
 *
 * @throws FileFault "damaged" for a file that is cut off or no zip, "tooMuch" for one with too many parts
 */
export function openZip(bytes: Uint8Array, budget: ReadingBudget): Zip {
  const entries = directoryOf(bytes);
  if (overlap(entries)) throw new FileFault("tooMuch");
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const known = new Map<string, { readonly bytes: Uint8Array; readonly isAltered: boolean }>();
  const unpacked = (name: string) => {
    const entry = byName.get(name);
    const before = known.get(name);
    if (!entry || before) return before;
    within("partBytes", entry.unpacked);
    budget.spend("unpackedBytes", entry.unpacked);
    const part = unpack(bytes, entry);
    const found = { bytes: part, isAltered: crc32(part) !== entry.checksum };
    known.set(name, found);
    return found;
  };
  return {
    names: [...byName.keys()],
    part: (name) => {
      const found = unpacked(name);
      if (found?.isAltered) throw new FileFault("damaged");
      return found?.bytes;
    },
    asItIs: unpacked,
  };
}

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const endSize = 22;
const entrySize = 46;
const localSize = 30;

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  within("parts", count);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + entrySize > end || view.getUint32(at, true) !== signatures.entry) throw new FileFault("damaged");
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: decoder.decode(bytes.subarray(at + entrySize, at + entrySize + nameLength)),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const decoder = new TextDecoder();

/** The record at the end of the file, behind which only a comment may stand. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= first; at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new FileFault("damaged");
}

function overlap(entries: readonly Entry[]): boolean {
  const sorted = [...entries].sort((one, other) => one.offset - other.offset);
  return sorted.some((entry, index) => {
    const next = sorted[index + 1];
    return next !== undefined && entry.offset + localSize + entry.packed > next.offset;
  });
}

function unpack(bytes: Uint8Array, { offset, method, packed, unpacked, isLocked }: Entry): Uint8Array {
  if (isLocked) throw new FileFault("locked");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + localSize > bytes.length || view.getUint32(offset, true) !== signatures.local)
    throw new FileFault("damaged");
  const start = offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  const part = method === 0 ? data : method === 8 ? inflated(data, unpacked) : undefined;
  if (part?.length !== unpacked) throw new FileFault("damaged");
  return part;
}

/** Unpacks to the stated size and not a byte further. */
function inflated(data: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > size) throw new FileFault("damaged");
    whole.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < data.length; at += pieceSize)
      inflate.push(data.subarray(at, at + pieceSize), at + pieceSize >= data.length);
  } catch {
    throw new FileFault("damaged");
  }
  return whole.subarray(0, filled);
}
