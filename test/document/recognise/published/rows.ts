import type { FoundCell } from "../../../../src/document/found.ts";

export type Row = readonly FoundCell[];
export type Rows = readonly Row[];

export const cell = (text: string, colSpan = 1, rowSpan = 1): FoundCell => ({ text, colSpan, rowSpan });
export const isFigure = (text: string): boolean => /^[+-]?\d[\d.]*$/.test(text);
export const hasFigures = (row: Row): boolean => row.some(({ text }) => isFigure(text));
export const widthOf = (rows: Rows): number => (rows[0] ?? []).reduce((all, { colSpan }) => all + colSpan, 0);

/** Every place of the grid with the text of the cell that covers it. */
export function unfolded(rows: Rows): FoundCell[][] {
  const grid: FoundCell[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const own of row) {
      while (grid[y]?.[x]) x += 1;
      for (let dy = 0; dy < own.rowSpan; dy++)
        for (let dx = 0; dx < own.colSpan; dx++) {
          const line = grid[y + dy];
          if (line) line[x + dx] = { ...own, colSpan: 1, rowSpan: 1 };
        }
    }
  });
  return grid;
}

/** Every place of the grid, blank where a merged cell goes on, without line ends. */
export function placesOf(rows: Rows): string[][] {
  const origins = new Set<string>();
  let count = 0;
  return unfolded(rows.map((row) => row.map((own) => ({ ...own, text: `${count++} ${own.text}` })))).map(
    (row) =>
      row.map(({ text }) => {
        const isFirst = !origins.has(text);
        origins.add(text);
        return isFirst ? text.slice(text.indexOf(" ") + 1).replaceAll("\n", "") : "";
      }),
  );
}

/** The rows from one to another with the spans that they need. */
export function piece(rows: Rows, from: number, to: number): Rows {
  const reach = (y: number, own: FoundCell): FoundCell => ({
    ...own,
    rowSpan: Math.max(1, Math.min(own.rowSpan, to - y)),
  });
  const open = rows
    .slice(0, from)
    .flatMap((row, y) =>
      row.flatMap((own) => (y + own.rowSpan > from ? [{ ...own, rowSpan: y + own.rowSpan - from }] : [])),
    );
  return rows
    .slice(from, to)
    .map((row, at) => [...(at === 0 ? open : []), ...row].map((own) => reach(from + at, own)));
}

export function headRows(rows: Rows): number {
  return Math.max(
    0,
    rows.findIndex((row) => hasFigures(row)),
  );
}

/** A further column behind the last. */
export function withColumn(rows: Rows, head: string, body: (row: Row) => string): Rows {
  const heads = headRows(rows);
  return rows.map((row, y) => {
    if (y === 0 && heads > 0) return [...row, cell(head, 1, heads)];
    return y < heads ? row : [...row, cell(body(row))];
  });
}
