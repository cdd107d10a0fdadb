import type { TableCell, TablePart } from "../parts/parts.ts";

/** A cell of a table with the place where it begins. */
export type PlacedCell = { readonly cell: TableCell; readonly x: number; readonly y: number };

/**
 * The cells of each row where they begin, with their spans unfolded. Spans that do not close are taken as far as
 * they go: a published table may be broken.
 */
export function placedRows(table: TablePart): PlacedCell[][] {
  const taken: boolean[][] = table.rows.map(() => []);
  return table.rows.map((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken[y]?.[x]) x += 1;
      const at = x;
      for (let dy = 0; dy < Math.min(cell.rowSpan, table.rows.length - y); dy++)
        for (let dx = 0; dx < Math.min(cell.colSpan, 200); dx++) {
          const line = taken[y + dy];
          if (line) line[at + dx] = true;
        }
      return { cell, x: at, y };
    });
  });
}

/** As many rows are numbered as no column of figures is by chance. */
const fewestNumbered = 5;

/** The columns of a table that count its rows, 1 2 3 and so on, beside labels and before figures: 序号, 行次. */
export function numberingColumns(rows: readonly (readonly PlacedCell[])[]): ReadonlySet<number> {
  const columns = new Map<number, string[]>();
  for (const row of rows)
    for (const { cell, x } of row) {
      const text = cell.text.normalize("NFKC").trim();
      if (/^\d+$/.test(text) && row.some((other) => /\p{L}/u.test(other.cell.text)))
        columns.set(x, [...(columns.get(x) ?? []), text]);
    }
  const counts = (texts: readonly string[]): boolean =>
    texts.length >= fewestNumbered && texts.every((text, index) => text === String(index + 1));
  return new Set([...columns].flatMap(([x, texts]) => (counts(texts) ? [x] : [])));
}

/** The table with its rows as columns; undefined where its spans do not close, so that it cannot be turned. */
export function transposed(table: TablePart): TablePart | undefined {
  const placed = placedRows(table).flat();
  const width = placed.reduce((most, { cell, x }) => Math.max(most, x + cell.colSpan), 0);
  const covered = placed.reduce((all, { cell }) => all + cell.colSpan * cell.rowSpan, 0);
  if (covered !== width * table.rows.length) return undefined;
  const rows = Array.from({ length: width }, (_, x) =>
    placed
      .filter((place) => place.x === x)
      .sort((a, b) => a.y - b.y)
      .map(({ cell }) => ({ ...cell, colSpan: cell.rowSpan, rowSpan: cell.colSpan })),
  );
  return { ...table, rows };
}
