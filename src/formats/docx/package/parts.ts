import type { Document } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";
import { corePropertiesPart, corePropertiesXml } from "../../package/core-properties.ts";
import type { Style, StyleFont } from "../../style.ts";
import { declaration } from "../xml/declaration.ts";

/** A part that replaces or joins those docx writes, as `Packer` takes it. */
export type Part = { readonly path: string; readonly data: string };

/** Title, author and language. docx's own part has no language, and times that make each file another. */
export function coreProperties(document: Document): Part {
  return { path: corePropertiesPart.path, data: corePropertiesXml(document) };
}

/**
 * The fonts by the other name under which a machine may have them: Windows since Vista has 仿宋 where the
 * standard says 仿宋_GB2312.
 */
export function fontTable(style: Style): Part {
  const fonts = Object.values(style.fonts).map(fontEntry).join("");
  return {
    path: "word/fontTable.xml",
    data: `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts}</w:fonts>`,
  };
}

function fontEntry(font: StyleFont): string {
  const [, other] = font.css.split(",").map((name) => name.trim().replaceAll('"', ""));
  const alternative = other ? `<w:altName w:val="${escapeXml(other)}"/>` : "";
  // 86 is the character set of GB 2312: a machine without either name takes another Chinese face.
  return `<w:font w:name="${escapeXml(font.eastAsia)}">${alternative}<w:charset w:val="86"/></w:font>`;
}
