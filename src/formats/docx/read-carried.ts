import { strFromU8, unzipSync } from "fflate";
import type { CarriedFile, Document } from "../../document/tree.ts";
import { bodyTextIn, textOfUnits } from "./body-text.ts";
import { bodyUnitsIn, bodyUnitsOf } from "./body-units.ts";
import { carriedNamespace } from "./carried.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type HandEdit, handEditsBetween } from "./hand-edits.ts";
import { xmlTokens } from "./xml-tokens.ts";

/** No part of a report is larger; what claims to be is not unpacked. In bytes. */
const largestPart = 64 * 1024 * 1024;

const mainPart = "word/document.xml";
const customPart = /^customXml\/item\d*\.xml$/;

/**
 * The file that a DOCX carries, also after Word or LibreOffice saved it. `undefined` for any other file:
 * one without a carried file, one that is cut off, or no DOCX at all.
 */
export function readCarried(bytes: Uint8Array): CarriedFile | undefined {
  const item = carriedItem(partsOf(bytes, (name) => customPart.test(name)));
  if (!item) return undefined;
  const { name, mediaType, text, description } = item;
  return { name, mediaType, text, description };
}

/**
 * Whether the text of a DOCX was changed since it was written with a carried file: its body, heads and tables,
 * not how it looks, nor charts and page numbers. A file that carries nothing has nothing to differ from: false.
 */
export function wasEdited(bytes: Uint8Array): boolean {
  const parts = partsOf(bytes, (name) => name === mainPart || customPart.test(name));
  const item = carriedItem(parts);
  return item !== undefined && fingerprintOf(bodyTextIn(parts.get(mainPart) ?? "")) !== item.fingerprint;
}

/**
 * What was changed by hand since a document was written. Undefined where it cannot be told: so much differs, or
 * the file was written from another document than this one.
 */
export function handEdits(bytes: Uint8Array, document: Document): readonly HandEdit[] | undefined {
  const parts = partsOf(bytes, (name) => name === mainPart || customPart.test(name));
  const written = bodyUnitsOf(document);
  if (fingerprintOf(textOfUnits(written)) !== carriedItem(parts)?.fingerprint) return undefined;
  const edits = handEditsBetween(written, bodyUnitsIn(parts.get(mainPart) ?? ""));
  return edits?.length === 0 ? undefined : edits;
}

/** The parts asked for as text; none when the bytes are no zip file. */
function partsOf(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted(name) && originalSize <= largestPart,
    });
    return new Map(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]));
  } catch {
    return new Map();
  }
}

type CarriedItem = CarriedFile & { readonly fingerprint: string };

function carriedItem(parts: ReadonlyMap<string, string>): CarriedItem | undefined {
  for (const [path, xml] of parts) {
    if (customPart.test(path) && xml.includes(carriedNamespace)) return itemIn(xml);
  }
  return undefined;
}

/** LibreOffice may write the element with a prefix. */
function itemIn(xml: string): CarriedItem | undefined {
  let attributes: Readonly<Record<string, string>> | undefined;
  let content = "";
  for (const token of xmlTokens(xml)) {
    if (token.type === "start" && /^(?:\w+:)?carried$/.test(token.name)) attributes = token.attributes;
    if (token.type === "text" && attributes) content += token.text;
    if (token.type === "end") break;
  }
  if (!attributes) return undefined;
  const text = attributes.encoding === "json" ? unquoted(content) : content;
  if (text === undefined) return undefined;
  const { name = "", mediaType = "", description = "", fingerprint = "" } = attributes;
  return { name, mediaType, description, fingerprint, text };
}

function unquoted(content: string): string | undefined {
  try {
    const text: unknown = JSON.parse(content);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
