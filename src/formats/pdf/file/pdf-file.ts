import { deflate } from "./deflate.ts";
import { fingerprint } from "./fingerprint.ts";
import { array, dictionary, number, type Pdf, reference } from "./syntax.ts";

/** A PDF file in the making: objects are added in any order, each known by its number. */
export type PdfFile = {
  /** Keeps a number for an object that is added later; others may refer to it already. */
  readonly reserve: () => number;
  readonly add: (value: Pdf, id?: number) => number;
  /** Adds one of very many small objects: they are packed together into object streams. */
  readonly addPacked: (value: Pdf, id?: number) => number;
  readonly addStream: (entries: Entries, bytes: Uint8Array, id?: number) => number;
  /** Adds a stream that programs which know no PDF are to find in the file: it is not compressed. */
  readonly addPlainStream: (entries: Entries, bytes: Uint8Array) => number;
  /** Writes the file. `root` and `info` are the numbers of the catalog and of the properties. */
  readonly finish: (root: number, info: number) => Promise<Uint8Array>;
};

type Entries = Readonly<Record<string, Pdf | undefined>>;
type Stream = {
  readonly id: number;
  readonly entries: Entries;
  readonly bytes: Uint8Array;
  readonly plain: boolean;
};
type Value = { readonly id: number; readonly value: Pdf };

/** Where an object stands: at a place in the file, or as one of those in an object stream. */
type Place =
  | { readonly kind: "free" }
  | { readonly kind: "at"; readonly offset: number }
  | { readonly kind: "in"; readonly stream: number; readonly index: number };

/** Readers unpack an object stream whole to get at one object in it. */
const objectsPerStream = 200;

/** Begins a PDF 1.7 file (ISO 32000-1). */
export function newPdfFile(): PdfFile {
  let last = 0;
  const reserve = () => ++last;
  const values: Value[] = [];
  const packed: Value[] = [];
  const streams: Stream[] = [];
  const keep = (list: Value[]) => (value: Pdf, id: number = reserve()) => {
    list.push({ id, value });
    return id;
  };
  const addStream = (entries: Entries, bytes: Uint8Array, id: number = reserve(), plain = false) => {
    streams.push({ id, entries, bytes, plain });
    return id;
  };
  return {
    reserve,
    add: keep(values),
    addPacked: keep(packed),
    addStream,
    addPlainStream: (entries, bytes) => addStream(entries, bytes, undefined, true),
    finish: async (root, info) => {
      const places = packObjects(packed, addStream);
      return writeFile({ values, streams: await compressed(streams), places, root, info, last });
    },
  };
}

/** Puts small values into object streams (7.5.7) and tells where each stands. */
function packObjects(packed: readonly Value[], addStream: PdfFile["addStream"]): Map<number, Place> {
  const places = new Map<number, Place>();
  for (let start = 0; start < packed.length; start += objectsPerStream) {
    const group = packed.slice(start, start + objectsPerStream);
    let offset = 0;
    const index = group.map(({ id, value }) => {
      const entry = `${id} ${offset}`;
      offset += value.length + 1;
      return entry;
    });
    const head = `${index.join(" ")}\n`;
    const body = group.map(({ value }) => `${value}\n`).join("");
    const entries = { Type: "/ObjStm", N: number(group.length), First: number(head.length) };
    const stream = addStream(entries, ascii(head + body));
    group.forEach(({ id }, position) => {
      places.set(id, { kind: "in", stream, index: position });
    });
  }
  return places;
}

function compressed(streams: readonly Stream[]): Promise<Stream[]> {
  return Promise.all(
    streams.map(async (stream) => {
      const bytes = stream.plain ? undefined : await deflate(stream.bytes);
      if (!bytes) return stream;
      return { ...stream, bytes, entries: { ...stream.entries, Filter: "/FlateDecode" } };
    }),
  );
}

type Contents = {
  readonly values: readonly Value[];
  readonly streams: readonly Stream[];
  readonly places: ReadonlyMap<number, Place>;
  readonly root: number;
  readonly info: number;
  readonly last: number;
};

async function writeFile({ values, streams, places, root, info, last }: Contents): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const write = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const written = new Map(places);
  // Four bytes above 127 tell programs that the file is not text (ISO 19005-3, 6.1.2).
  write(ascii("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
  for (const { id, value } of values) {
    written.set(id, { kind: "at", offset: length });
    write(ascii(`${id} 0 obj\n${value}\nendobj\n`));
  }
  for (const stream of streams) {
    written.set(stream.id, { kind: "at", offset: length });
    for (const part of streamParts(stream)) write(part);
  }
  const crossReference = last + 1;
  const start = length;
  const fileId = `<${fingerprint(chunks)}>`;
  written.set(crossReference, { kind: "at", offset: start });
  const table = crossReferenceTable(written, crossReference + 1);
  const entries = {
    Type: "/XRef",
    Size: number(crossReference + 1),
    W: "[1 4 2]",
    Root: reference(root),
    Info: reference(info),
    ID: array([fileId, fileId]),
  };
  const [stream] = await compressed([{ id: crossReference, entries, bytes: table, plain: false }]);
  for (const part of stream ? streamParts(stream) : []) write(part);
  write(ascii(`startxref\n${start}\n%%EOF\n`));
  return joined(chunks, length);
}

function streamParts({ id, entries, bytes }: Stream): Uint8Array[] {
  const head = dictionary({ ...entries, Length: number(bytes.length) });
  return [ascii(`${id} 0 obj\n${head}\nstream\n`), bytes, ascii("\nendstream\nendobj\n")];
}

/** The cross-reference stream's entries (7.5.8): a byte of kind, four of place, two of index, for each object. */
function crossReferenceTable(places: ReadonlyMap<number, Place>, size: number): Uint8Array {
  const table = new DataView(new ArrayBuffer(size * 7));
  for (let id = 0; id < size; id++) {
    const place = places.get(id) ?? { kind: "free" };
    const [kind, where, index] = entryOf(place);
    table.setUint8(id * 7, kind);
    table.setUint32(id * 7 + 1, where);
    table.setUint16(id * 7 + 5, index);
  }
  return new Uint8Array(table.buffer);
}

function entryOf(place: Place): [number, number, number] {
  switch (place.kind) {
    case "free":
      return [0, 0, 0xffff];
    case "at":
      return [1, place.offset, 0];
    case "in":
      return [2, place.stream, place.index];
  }
}

/** The bytes of a text whose characters are below 256. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
