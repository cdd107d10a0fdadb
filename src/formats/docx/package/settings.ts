import type { Document } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";
import { marksNeverFirst, marksNeverLast } from "../../lines/line-breaks.ts";
import { declaration } from "../xml/declaration.ts";
import type { Part } from "./parts.ts";

/** The squared units of GBK. There are 96 of them, and Word takes a list of a hundred marks at most. */
const unitsNeverFirst = "㎎㎏㎜㎝㎞㎡㎢㎥㏄";

/**
 * The settings of the file: other footers on even pages, and the marks that neither begin nor end a line, so that
 * Word breaks lines where the PDF does. LibreOffice 7.4 keeps to a list of its own, in which … and ㎡ are missing.
 */
export function settingsPart(document: Document): Part {
  const marks = (name: string, characters: string) =>
    `<${name} w:lang="${document.language}" w:val="${escapeXml(characters)}"/>`;
  return {
    path: "word/settings.xml",
    data:
      `${declaration}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
      '<w:defaultTabStop w:val="720"/><w:evenAndOddHeaders/>' +
      marks("w:noLineBreaksAfter", marksNeverLast) +
      marks("w:noLineBreaksBefore", marksNeverFirst + unitsNeverFirst) +
      '<w:compat><w:compatSetting w:name="compatibilityMode"' +
      ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
  };
}
