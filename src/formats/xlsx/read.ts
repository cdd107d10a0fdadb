import wording from "../../../templates/wording.json" with { type: "json" };
import type { FoundBlock, FoundDocument } from "../../document/found.ts";
import { FileFault } from "../file-fault.ts";
import type { OpenedFile } from "../opened-file.ts";
import { type OfficePackage, openPackage } from "../package/office-package.ts";
import { childAt, elementsIn } from "../package/xml-tree.ts";
import { richText, sheetCells } from "./found/sheet-cells.ts";
import { blocksOfSheet } from "./found/sheet-table.ts";

const workbookPart = "xl/workbook.xml";

/**
 * Looks into a workbook, whichever program saved it. It carries no draft.
 *
 * @throws FileFault when the container is cut off, of another kind or made to swell
 */
export function openXlsx(bytes: Uint8Array): OpenedFile {
  const parts = openPackage(bytes);
  if (!parts.names.includes(workbookPart)) throw new FileFault("otherKind");
  return { carried: undefined, isAltered: false, read: () => readSheets(parts) };
}

/** Each sheet that can be seen is a table. */
function readSheets(parts: OfficePackage): FoundDocument {
  const sheets = childAt(parts.tree(workbookPart), "sheets");
  const targets = parts.targets(workbookPart);
  const strings = parts.tree("xl/sharedStrings.xml");
  const shared = strings ? elementsIn(strings, "si").map(richText) : [];
  const blocks: FoundBlock[] = [];
  const notRead: string[] = [];
  for (const { attributes } of sheets ? elementsIn(sheets, "sheet") : []) {
    const name = attributes.name ?? "";
    const sheet = parts.tree(targets.get(attributes["r:id"] ?? "") ?? "");
    if (attributes.state !== undefined && attributes.state !== "visible")
      notRead.push(`${name}：${wording.notRead.hiddenSheet}`);
    else if (sheet) blocks.push(...blocksOfSheet(name, sheetCells(sheet, shared)));
  }
  return { blocks, notRead };
}
