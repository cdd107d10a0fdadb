import { fullGrid } from "../../../../src/document/grid.ts";
import type { Table } from "../../../../src/document/tree.ts";
import { elementsOf, type TaggedElement } from "./read-tags.ts";

export type HeadedFigure = { readonly text: string; readonly heads: readonly string[] };

/** The figures of a table with the heads that its tags give them: named ones, else by scope and place. */
export function headedFigures(table: TaggedElement): HeadedFigure[] {
  const heads = new Map(elementsOf(table, "TH").map(({ id, text }) => [id, withoutSpace(text)]));
  const grid: (TaggedElement | undefined)[][] = table.children.map(() => []);
  return table.children.flatMap((row, y) =>
    row.children.flatMap((cell): HeadedFigure[] => {
      const { attributes, type } = cell;
      const text = withoutSpace(cell.text);
      const x = placeOf(grid, y, cell);
      if (type !== "TD" || text === "") return [];
      if (attributes.Headers)
        return [{ text, heads: (attributes.Headers as string[]).map((id) => heads.get(id) ?? id) }];
      const left = (grid[y] ?? []).slice(0, x).filter((other) => other?.attributes.Scope === "Row");
      const above = grid
        .slice(0, y)
        .map((other) => other[x])
        .filter((other) => other?.attributes.Scope === "Column");
      const all = [...new Set([...left, ...above])].map((other) => withoutSpace(other?.text ?? ""));
      return [{ text, heads: all }];
    }),
  );
}

/** Puts a cell at its place in the grid of its table; gives its column. */
function placeOf(grid: (TaggedElement | undefined)[][], y: number, cell: TaggedElement): number {
  let x = 0;
  while (grid[y]?.[x]) x += 1;
  const { RowSpan: rows = 1, ColSpan: columns = 1 } = cell.attributes;
  for (const row of grid.slice(y, y + Number(rows))) {
    for (let column = x; column < x + Number(columns); column++) row[column] = cell;
  }
  return x;
}

/** The same from the document: the labels at the left, and above the heads of the block in which a figure stands. */
export function figuresWithHeads(table: Table): HeadedFigure[] {
  const grid = fullGrid(table);
  return grid.flatMap((row, y) =>
    row.flatMap(({ cell, origin }, x): HeadedFigure[] => {
      if (!origin || (cell.role !== "value" && cell.role !== "total") || cell.text === "") return [];
      const left = row
        .slice(0, x)
        .map((place) => place.cell)
        .filter(({ role }) => role === "label");
      const above = grid.slice(0, y).map((other) => other[x]?.cell);
      const isHead = (role = "") => role === "head" || role === "caption";
      const block = above.slice(above.map((other) => isHead(other?.role)).lastIndexOf(true) + 1).length;
      const upTo = above.slice(0, above.length - block);
      const first = upTo.map((other) => isHead(other?.role)).lastIndexOf(false) + 1;
      const heads = [...new Set([...left, ...upTo.slice(first)])];
      return [{ text: cell.text, heads: heads.map((head) => withoutSpace(head?.text ?? "")) }];
    }),
  );
}

/** pdf.js puts blanks between pieces that stand apart. */
function withoutSpace(text: string): string {
  return text.replace(/\s/g, "");
}
