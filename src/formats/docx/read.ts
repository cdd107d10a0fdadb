import { strFromU8, unzipSync } from "fflate";
import type { CarriedFile } from "../../document/tree.ts";
import type { HandEdits, OpenedFile } from "../opened-file.ts";
import { bodyTextIn, textOfUnits } from "./edits/body-text.ts";
import { bodyUnitsIn, bodyUnitsOf } from "./edits/body-units.ts";
import { handEditsBetween } from "./edits/hand-edits.ts";
import { carriedNamespace } from "./package/carried.ts";
import { fingerprintOf } from "./xml/fingerprint.ts";
import { xmlTokens } from "./xml/xml-tokens.ts";

/** No part of a report is larger; what claims to be is not unpacked. In bytes. */
const largestPart = 64 * 1024 * 1024;

const mainPart = "word/document.xml";
const customPart = /^customXml\/item\d*\.xml$/;

/**
 * Looks into a DOCX, whichever program saved it. Nothing is found in any other file: one that is cut off, or no
 * DOCX at all.
 */
export function openDocx(bytes: Uint8Array): OpenedFile & { readonly edits: HandEdits } {
  const parts = partsOf(bytes, (name) => name === mainPart || customPart.test(name));
  const { carried, fingerprint } = carriedItem(parts) ?? {};
  const main = parts.get(mainPart) ?? "";
  return {
    carried,
    edits: {
      wasEdited: fingerprint !== undefined && fingerprintOf(bodyTextIn(main)) !== fingerprint,
      since: (document) => {
        const written = bodyUnitsOf(document);
        if (fingerprintOf(textOfUnits(written)) !== fingerprint) return undefined;
        const edits = handEditsBetween(written, bodyUnitsIn(main));
        return edits?.length === 0 ? undefined : edits;
      },
    },
  };
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

type CarriedItem = { readonly carried: CarriedFile; readonly fingerprint: string };

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
  return { carried: { name, mediaType, text, description }, fingerprint };
}

function unquoted(content: string): string | undefined {
  try {
    const text: unknown = JSON.parse(content);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
