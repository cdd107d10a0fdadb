import wording from "../../templates/wording.json" with { type: "json" };
import type { Cell } from "./cells.ts";
import { fill } from "./wording.ts";

/** Where a cell stands, in the words of the table: 行政诉讼未经复议直接起诉「尚未审结」 */
export function placeOfCell(cell: Cell): string {
  return fill(wording.finding.cell, { row: cell.rowPath.join(""), column: cell.columnPath.at(-1) ?? "" });
}
