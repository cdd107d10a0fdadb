import { childAt, elementsIn, elementsUnder, textIn, type XmlElement } from "../../package/xml-tree.ts";
import { within } from "../../reading-budget.ts";
import { type CellAddress, cellAddress } from "./cell-address.ts";

/** The texts of a sheet by their places, and which cells are merged. */
export type SheetCells = {
  readonly texts: ReadonlyMap<string, string>;
  readonly merged: readonly { readonly from: CellAddress; readonly to: CellAddress }[];
  /** One more than the last column in which something stands, and the last row that has cells. */
  readonly width: number;
  readonly height: number;
};

export function keyOf({ x, y }: CellAddress): string {
  return `${x},${y}`;
}

/**
 * Reads a sheet. Of a formula stands the value that was reckoned last.
 *
 * @param shared the texts that the sheets share
 * @throws FileFault "tooMuch" when it has more cells than any report
 */
export function sheetCells(sheet: XmlElement, shared: readonly string[]): SheetCells {
  const texts = new Map<string, string>();
  let [width, height] = [0, 0];
  let next: CellAddress = { x: 0, y: 0 };
  for (const row of elementsIn(childAt(sheet, "sheetData") ?? sheet, "row")) {
    next = { x: 0, y: row.attributes.r === undefined ? next.y : Number(row.attributes.r) - 1 };
    for (const cell of elementsIn(row, "c")) {
      // The address may be left out: then a cell follows the one before.
      const at = cellAddress(cell.attributes.r ?? "") ?? next;
      next = { x: at.x + 1, y: at.y };
      height = Math.max(height, at.y + 1);
      const text = textOf(cell, shared);
      if (text === "") continue;
      texts.set(keyOf(at), text);
      within("cells", texts.size);
      width = Math.max(width, at.x + 1);
    }
    next = { x: 0, y: next.y + 1 };
  }
  return { texts, merged: mergedIn(sheet), width, height };
}

function mergedIn(sheet: XmlElement): SheetCells["merged"] {
  const list = childAt(sheet, "mergeCells");
  return (list ? elementsIn(list, "mergeCell") : []).flatMap(({ attributes: { ref = "" } }) => {
    const [from, to] = ref.split(":").map(cellAddress);
    return from && to && to.x >= from.x && to.y >= from.y ? [{ from, to }] : [];
  });
}

/** The kinds of cells of 18.18.11. */
function textOf(cell: XmlElement, shared: readonly string[]): string {
  const value = childAt(cell, "v");
  const text = value ? textIn(value) : "";
  switch (cell.attributes.t) {
    case "s":
      return shared[Number(text)] ?? "";
    case "inlineStr":
      return richText(childAt(cell, "is"));
    case "str":
    case "e":
    case "d":
      return text;
    case "b":
      return text === "1" ? "TRUE" : "FALSE";
    default:
      return numberText(text);
  }
}

/** A number as it was typed: 4068.21 is kept as 4068.2100000000001. */
function numberText(text: string): string {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? text : String(Number(value.toPrecision(15)));
}

/** Text with marks of its own comes in pieces; how it is read out (`rPh`) is no part of it. */
export function richText(element: XmlElement | undefined): string {
  return element ? [...elementsUnder(element, "t", "rPh")].map(textIn).join("") : "";
}
