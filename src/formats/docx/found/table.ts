import type { FoundCell, FoundTable } from "../../../document/found.ts";
import { childAt, elementsIn, type XmlElement } from "../../package/xml-tree.ts";
import { settingOf } from "./paragraph-styles.ts";

type OpenCell = { text: string; colSpan: number; rowSpan: number; head?: boolean };

/** A cell that goes over rows, by the columns it stands in. */
type Standing = { readonly cell: OpenCell; readonly from: number };

/**
 * A table of the text, its merged cells put together (17.4.17, 17.4.84).
 *
 * @param textOf the text of a cell
 */
export function tableOf(table: XmlElement, textOf: (cell: XmlElement) => string): FoundTable {
  const name = settingOf(childAt(table, "w:tblPr"), "w:tblCaption");
  const standing = new Map<number, Standing>();
  const rows = unwrapped(table, "w:tr")
    .filter((row) => !childAt(row, "w:trPr", "w:del"))
    .map((row) => rowOf(row, standing, textOf));
  return {
    type: "table",
    rows: rows as readonly (readonly FoundCell[])[],
    ...(name === undefined ? {} : { name }),
    place: {},
  };
}

function rowOf(
  row: XmlElement,
  standing: Map<number, Standing>,
  textOf: (cell: XmlElement) => string,
): OpenCell[] {
  const properties = childAt(row, "w:trPr");
  const isHead = childAt(properties, "w:tblHeader") !== undefined;
  const cells: OpenCell[] = [];
  const before = spanOf(properties, "w:gridBefore", 0);
  if (before > 0) cells.push({ text: "", colSpan: before, rowSpan: 1 });
  let column = before;
  for (const element of unwrapped(row, "w:tc")) {
    const given = childAt(element, "w:tcPr");
    const colSpan = spanOf(given, "w:gridSpan", 1);
    const merge = childAt(given, "w:vMerge");
    const above = standing.get(column);
    const goesOn = merge !== undefined && merge.attributes["w:val"] !== "restart";
    if (goesOn && above?.cell.colSpan === colSpan) above.cell.rowSpan += 1;
    else {
      const cell = { text: textOf(element), colSpan, rowSpan: 1, ...(isHead ? { head: true } : {}) };
      cells.push(cell);
      if (merge) standing.set(column, { cell, from: column });
      else standing.delete(column);
    }
    column += colSpan;
  }
  return cells;
}

/** At most as many columns as Word knows. */
function spanOf(properties: XmlElement | undefined, name: string, least: number): number {
  const span = Number(settingOf(properties, name) ?? least);
  return Number.isInteger(span) ? Math.min(Math.max(span, least), 63) : least;
}

/** Rows and cells may stand in content controls and in tracked insertions. */
export function unwrapped(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === name) return [child];
    const isWrapper = ["w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:moveTo"].includes(child.name);
    return isWrapper ? unwrapped(child, name) : [];
  });
}
