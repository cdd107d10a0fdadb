import { inflateSync } from "node:zlib";
import { type PdfDictionary, type PdfString, type PdfValue, readValues, textOfString } from "./pdf-syntax.ts";

export type PdfObject = {
  readonly value: PdfValue;
  /** The unpacked bytes of a stream. */
  readonly data?: string;
};

/** The objects of a PDF as they stand in the file, for questions that pdf.js does not answer. */
export type PdfObjects = {
  /** The whole file, a character a byte. */
  readonly text: string;
  readonly trailer: PdfDictionary;
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** What a reference points to; any other value as it is; null for undefined. */
  readonly at: (value: PdfValue | undefined) => PdfValue;
  /** The value at a path of keys and indices from a dictionary on, through references; null where it ends. */
  readonly get: (from: PdfValue | undefined, ...path: readonly (string | number)[]) => PdfValue;
  readonly catalog: PdfValue;
  readonly pages: readonly PdfValue[];
  readonly dataOf: (reference: PdfValue | undefined) => string;
};

/** Reads a PDF by its cross-reference table, as our writer makes it: no compressed objects. Throws on faults. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes).toString("latin1");
  const { offsets, trailer } = crossReferences(text);
  const objects = new Map(offsets.map((offset, index) => [index + 1, objectAt(text, offset, index + 1)]));
  const at = (value: PdfValue | undefined): PdfValue =>
    isOf(value, "reference") ? (objects.get(value.number)?.value ?? null) : (value ?? null);
  const get: PdfObjects["get"] = (from, ...path) =>
    path.reduce<PdfValue>((value, key) => {
      if (typeof key === "number") return Array.isArray(value) ? at(value[key]) : null;
      return isOf(value, "dictionary") ? at(value.entries.get(key)) : null;
    }, at(from));
  const catalog = get(trailer, "Root");
  const pages = listOf(get(catalog, "Pages", "Kids"));
  const dataOf = (reference: PdfValue | undefined) =>
    isOf(reference, "reference") ? (objects.get(reference.number)?.data ?? "") : "";
  return { text, trailer, objects, at, get, catalog, pages, dataOf };
}

type Typed = Extract<PdfValue, { readonly type: string }>;

export function isOf<Type extends Typed["type"]>(
  value: PdfValue | undefined,
  type: Type,
): value is Extract<Typed, { readonly type: Type }> {
  return typeof value === "object" && value !== null && "type" in value && value.type === type;
}

export function listOf(value: PdfValue): readonly PdfValue[] {
  return Array.isArray(value) ? (value as readonly PdfValue[]) : [];
}

/** The name or the text of a value; "" for any other. */
export function wordsOf(value: PdfValue): string {
  if (isOf(value, "name")) return value.name;
  return isOf(value, "string") ? textOfString(value) : "";
}

/** Every value of the file, those inside others too. */
export function everyValue({ objects, trailer }: PdfObjects): PdfValue[] {
  const all: PdfValue[] = [];
  const visit = (value: PdfValue) => {
    all.push(value);
    if (Array.isArray(value)) value.forEach(visit);
    if (isOf(value, "dictionary")) for (const inner of value.entries.values()) visit(inner);
  };
  visit(trailer);
  for (const { value } of objects.values()) visit(value);
  return all;
}

export function stringsOf(objects: PdfObjects): PdfString[] {
  return everyValue(objects).filter((value) => isOf(value, "string"));
}

export function dictionariesOf(objects: PdfObjects): PdfDictionary[] {
  return everyValue(objects).filter((value) => isOf(value, "dictionary"));
}

function crossReferences(text: string): { offsets: number[]; trailer: PdfDictionary } {
  const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(text)?.[1]);
  const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [fn] \n)+)trailer\n/.exec(text.slice(start));
  if (!table) throw new Error("no cross-reference table where the end of the file says");
  const rows = (table[2] ?? "").trimEnd().split("\n");
  if (rows.length !== Number(table[1])) throw new Error("cross-reference table of another length");
  const trailer = readValues(text, start + table[0].length).next();
  if (!isOf(trailer, "dictionary")) throw new Error("no trailer");
  return { offsets: rows.slice(1).map((row) => Number(row.slice(0, 10))), trailer };
}

function objectAt(text: string, offset: number, number: number): PdfObject {
  const head = `${number} 0 obj\n`;
  if (!text.startsWith(head, offset)) throw new Error(`object ${number} is not at ${offset}`);
  const reader = readValues(text, offset + head.length);
  const value = reader.next() ?? null;
  if (text.startsWith("\nendobj\n", reader.place())) return { value };
  if (!text.startsWith("\nstream\n", reader.place())) throw new Error(`object ${number} has no end`);
  const from = reader.place() + "\nstream\n".length;
  const length = isOf(value, "dictionary") ? value.entries.get("Length") : undefined;
  if (typeof length !== "number") throw new Error(`stream ${number} has no length`);
  if (!text.startsWith("\nendstream\nendobj\n", from + length)) {
    throw new Error(`stream ${number} is of another length`);
  }
  const packed = text.slice(from, from + length);
  const filter = isOf(value, "dictionary") ? value.entries.get("Filter") : undefined;
  if (filter === undefined) return { value, data: packed };
  return { value, data: inflateSync(Buffer.from(packed, "latin1")).toString("latin1") };
}
