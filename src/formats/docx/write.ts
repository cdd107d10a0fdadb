import { Packer, Document as WordDocument } from "docx";
import type { Document } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { childrenOf } from "./blocks.ts";
import { footersOf } from "./footer.ts";
import { sectionPropertiesOf } from "./page.ts";
import { coreProperties, fontTable } from "./parts.ts";
import { styleSheet } from "./styles.ts";

/**
 * Writes a document as DOCX. The parts inside are the same for the same document; the zip around them carries
 * the time of writing.
 *
 * @throws if a row of a table does not fill its columns, or the style names a font that it does not have
 */
export async function writeDocx(document: Document, style: Style): Promise<Uint8Array> {
  const file = new WordDocument({
    styles: { importedStyles: styleSheet(style, document.language) },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: sectionPropertiesOf(style),
        footers: footersOf(style),
        children: childrenOf(document, style),
      },
    ],
  });
  const parts = [coreProperties(document), fontTable(style)];
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, parts));
}
