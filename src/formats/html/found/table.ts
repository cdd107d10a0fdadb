import type { FoundCell, FoundTable } from "../../../document/found.ts";
import { linesOf } from "./inline.ts";
import { attributeOf, elementsNamed, isElement, isLeftOut, type PageElement } from "./page-tree.ts";

/** A cell that holds more text than this, in characters, is a part of the page, not of a table. */
const longestCell = 2_000;

/** A browser shows more (HTML, 4.9.11); no report has such a table, and each column costs a place in every row. */
const mostColumns = 100;

export function rowsOf(table: PageElement): PageElement[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === "tr") return isLeftOut(child) ? [] : [child];
    return ["thead", "tbody", "tfoot"].includes(child.tagName) ? rowsOf(child) : [];
  });
}

export function cellsOf(row: PageElement): PageElement[] {
  return row.childNodes.filter(
    (child): child is PageElement =>
      isElement(child) && (child.tagName === "td" || child.tagName === "th") && !isLeftOut(child),
  );
}

/** Whether a table lays out the page: one around others, of one column, or with whole texts in its cells. */
export function isLayout(table: PageElement): boolean {
  const [inner] = elementsNamed(table, "table");
  if (inner) return true;
  const rows = rowsOf(table).map(cellsOf);
  if (rows.every((cells) => cells.length <= 1)) return true;
  return rows.flat().some((cell) => linesOf(cell).length > longestCell || hasHeading(cell));
}

function hasHeading(cell: PageElement): boolean {
  return ["h1", "h2", "h3"].some((name) => elementsNamed(cell, name).next().done === false);
}

/** A table with its merged cells. Spans that go past the last row end there, as in a browser. */
export function tableOf(table: PageElement): FoundTable {
  const rows = rowsOf(table);
  const [caption] = elementsNamed(table, "caption");
  const name = caption ? linesOf(caption) : "";
  return {
    type: "table",
    rows: rows.map((row, index) =>
      cellsOf(row).map(
        (cell): FoundCell => ({
          text: linesOf(cell),
          colSpan: spanOf(cell, "colspan", mostColumns),
          rowSpan: spanOf(cell, "rowspan", rows.length - index),
          ...(cell.tagName === "th" ? { head: true } : {}),
        }),
      ),
    ),
    ...(name === "" ? {} : { name }),
    place: {},
  };
}

/** A row span of 0 goes to the end. */
function spanOf(cell: PageElement, name: string, most: number): number {
  const stated = Number.parseInt(attributeOf(cell, name) ?? "1", 10);
  if (stated === 0 && name === "rowspan") return most;
  return Number.isInteger(stated) ? Math.min(Math.max(stated, 1), most) : 1;
}
