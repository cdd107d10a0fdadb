import type { CarriedFile, Document } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";
import { fingerprintOf } from "../../fingerprint.ts";
import { bodyTextOf } from "../edits/body-text.ts";
import { declaration } from "../xml/declaration.ts";
import type { Part } from "./parts.ts";

/** The namespace by which the part is found again: Word and LibreOffice number custom parts anew. */
export const carriedNamespace = "urn:nianbao:carried-file:1";

/** Where the main part points to, and what kind of pointer that is. */
export const carriedRelationship = {
  type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml",
  target: "../customXml/item1.xml",
} as const;

/** The one part whose content type is not that of all XML. */
export const carriedContentType = {
  type: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  part: "/customXml/itemProps1.xml",
} as const;

/**
 * The carried file as a custom XML part (ISO/IEC 29500-1, 15.2.5), with its properties and the relationship
 * between the two. Beside it stands the fingerprint of the text that was written.
 */
export function carriedParts(carried: CarriedFile, document: Document): Part[] {
  return [
    { path: "customXml/item1.xml", data: itemOf(carried, fingerprintOf(bodyTextOf(document))) },
    {
      path: "customXml/itemProps1.xml",
      data:
        `${declaration}<ds:datastoreItem ds:itemID="{5B0C0A5E-6C1B-4E5C-9C0B-2E1A7D5F3A21}"` +
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">' +
        `<ds:schemaRefs><ds:schemaRef ds:uri="${carriedNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    },
    {
      path: "customXml/_rels/item1.xml.rels",
      data:
        `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="rId1" Type="${carriedRelationship.type}Props" Target="itemProps1.xml"/></Relationships>`,
    },
  ];
}

function itemOf({ name, mediaType, text, description }: CarriedFile, fingerprint: string): string {
  const attributes = { name, mediaType, description, fingerprint, checksum: fingerprintOf(text) };
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = isDelicate.test(text) ? quoted(text) : text;
  const encoding = content === text ? "" : ' encoding="json"';
  return (
    `${declaration}<carried xmlns="${carriedNamespace}"${written.join("")}${encoding}>` +
    `${escapeXml(content)}</carried>`
  );
}

/**
 * Characters that do not come back from every reader of XML as they were. Asked for by what is not there: to match
 * all of a long text overflows the stack.
 */
const isDelicate = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u;

/** Any other text as a JSON string: carriage returns would be lost, control characters would break the part. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\ufffd-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
