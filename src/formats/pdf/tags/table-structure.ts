import type { Table, TableCell } from "../../../document/tree.ts";
import { headsOf, scopeOf, type TableHeads } from "../../table-heads.ts";
import type { StructureElement, TableAttributes } from "./element.ts";

/**
 * A table as rows of cells: heads say what they are the heads of; where that does not tell the heads of a
 * figure, the figure names them.
 *
 * @param prefix begins every id, so that two tables of a document do not share one
 */
export function tableElement(table: Table, prefix: string): StructureElement {
  const heads = headsOf(table, prefix);
  return {
    type: "Table",
    table: { summary: table.name },
    children: table.rows.map((row) => ({
      type: "TR",
      children: row.map((cell) => cellElement(cell, heads)),
    })),
  };
}

function cellElement(cell: TableCell, heads: TableHeads): StructureElement {
  const scope = scopeOf(cell);
  const id = heads.idOf(cell);
  const headers = heads.headersOf(cell);
  const table: TableAttributes = {
    ...(scope === undefined ? {} : { scope: scope === "col" ? "Column" : "Row" }),
    ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(id === undefined ? {} : { id }),
    ...(headers === undefined ? {} : { headers: headers.split(" ") }),
  };
  return { type: scope === undefined ? "TD" : "TH", children: [], table };
}
