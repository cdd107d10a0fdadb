import type { Edition } from "../edition/read.ts";
import type { CellValue, Draft } from "./file/draft.ts";

/** Figures that stand in the draft but in no cell of its edition: ids with their values. */
export function leftoverCells(draft: Draft, edition: Edition): { id: string; value: CellValue }[] {
  const found: { id: string; value: CellValue }[] = [];
  for (const [table, rows] of Object.entries(draft.tables)) {
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(columns)) {
        const id = `${table}.${row}.${column}`;
        if (value !== null && !edition.cells.has(id)) found.push({ id, value });
      }
    }
  }
  return found;
}
