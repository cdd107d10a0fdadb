import type { Document } from "../../document/tree.ts";
import { escapeXml } from "../escape-xml.ts";

/** Where an office file (ISO/IEC 29500-2) has its properties, and how the package calls them. */
export const corePropertiesPart = {
  path: "docProps/core.xml",
  contentType: "application/vnd.openxmlformats-package.core-properties+xml",
  relationship: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
} as const;

/** Title, author and language, without the time of writing: the same document gives the same part. */
export function corePropertiesXml(document: Document): string {
  const entries = [
    ["dc:title", document.title],
    ["dc:creator", document.author],
    ["dc:language", document.language],
    ["cp:lastModifiedBy", document.author],
  ] as const;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties' +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    entries.map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`).join("") +
    "</cp:coreProperties>"
  );
}
