import { Packer, Document as WordDocument } from "docx";
import type { Document } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { type ChartDrawer, childrenOf } from "./body/blocks.ts";
import { sectionPropertiesOf } from "./fit/page.ts";
import { carriedContentType, carriedParts, carriedRelationship } from "./package/carried.ts";
import { footersOf } from "./package/footer.ts";
import { stampHeaders } from "./package/header.ts";
import { coreProperties, fontTable, type Part } from "./package/parts.ts";
import { settingsPart } from "./package/settings.ts";
import { styleSheet } from "./styles/styles.ts";
import { asStyle } from "./xml/element.ts";

/**
 * Writes a document as DOCX. The parts inside are the same for the same document, but for the names by which
 * docx refers to charts; the zip around them carries the time of writing.
 *
 * @throws if a row of a table does not fill its columns, or the style names a font that it does not have
 */
export async function writeDocx(document: Document, style: Style): Promise<Uint8Array> {
  const file = new WordDocument({
    styles: { importedStyles: styleSheet(style, document.language).map(asStyle) },
    sections: [
      {
        properties: sectionPropertiesOf(style),
        ...(document.stamp ? { headers: stampHeaders(document.stamp, style) } : {}),
        footers: footersOf(style),
        children: childrenOf(document, style, await chartDrawer(document)),
      },
    ],
  });
  const parts = [
    coreProperties(document),
    fontTable(style),
    settingsPart(document),
    ...carriedPartsIn(file, document),
  ];
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, parts));
}

/** Charts are loaded when a document has one: most have none. */
async function chartDrawer({ blocks }: Document): Promise<ChartDrawer> {
  if (blocks.some((block) => block.type === "chart")) return (await import("./body/chart.ts")).chartBlock;
  return () => {
    throw new Error("no chart was announced");
  };
}

/** The parts of the carried file, made known to the package. */
function carriedPartsIn(file: WordDocument, document: Document): Part[] {
  if (!document.carried) return [];
  const { Relationships } = file.Document;
  Relationships.addRelationship(
    Relationships.RelationshipCount + 1,
    carriedRelationship.type,
    carriedRelationship.target,
  );
  file.ContentTypes.addOverride(carriedContentType.type, carriedContentType.part);
  return carriedParts(document.carried, document);
}
