import type { FoundCell } from "../../../../document/found.ts";
import { joinedLines } from "../lines.ts";
import { cutAt, type Piece } from "../page-pieces.ts";
import { type RulingGroup, tolerance } from "./ruling-groups.ts";
import type { Ruling } from "./rulings.ts";

/** A table on a page: its cells, and the room it takes. */
export type RuledTable = {
  readonly rows: readonly (readonly FoundCell[])[];
  /** Where its columns begin, and the last one ends. */
  readonly xs: readonly number[];
  readonly top: number;
  readonly bottom: number;
};

type Box = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
};

export function isInside({ xs, ys }: RulingGroup, piece: Piece): boolean {
  const middle = (piece.left + piece.right) / 2;
  const y = middleOf(piece);
  return middle > (xs[0] ?? 0) && middle < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

/** A little above the line on which the characters stand. */
function middleOf({ baseline, size }: Piece): number {
  return baseline - size * 0.35;
}

/** The table that lines enclose: fields without a line between them are one cell. */
export function ruledTable(group: RulingGroup, pieces: readonly Piece[]): RuledTable {
  const { xs, ys } = group;
  const boxes = boxesOf(group);
  const texts = new Map<Box, Piece[]>(boxes.map((box) => [box, []]));
  const boxAt = (x: number, y: number): Box | undefined => {
    const [column, row] = [placesUpTo(xs, x) - 1, placesUpTo(ys, y) - 1];
    return boxes.find(
      (box) =>
        row >= box.row &&
        row < box.row + box.rowSpan &&
        column >= box.column &&
        column < box.column + box.colSpan,
    );
  };
  for (const whole of pieces) {
    const y = middleOf(whole);
    const between = group.down.filter(({ from, to }) => y > from && y < to).map(({ at }) => at);
    for (const piece of cutAt(whole, between)) {
      const box = boxAt((piece.left + piece.right) / 2, y);
      if (box) texts.get(box)?.push(piece);
    }
  }
  const rows = ys.slice(0, -1).map((_, row) =>
    boxes
      .filter((box) => box.row === row)
      .sort((one, other) => one.column - other.column)
      .map((box) => ({
        text: joinedLines(texts.get(box) ?? []),
        colSpan: box.colSpan,
        rowSpan: box.rowSpan,
      })),
  );
  return { rows, xs, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
}

function placesUpTo(places: readonly number[], at: number): number {
  return places.filter((place) => place <= at).length;
}

/** Fields joined where no line parts them; only rectangles are cells, anything else falls apart into rows. */
function boxesOf({ across, down, xs, ys }: RulingGroup): Box[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const owner = Array.from({ length: rows * columns }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (owner[at] !== at) at = owner[at] ?? at;
    return at;
  };
  const middle = (places: readonly number[], index: number) =>
    ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const own = row * columns + column;
      if (column + 1 < columns && !parts(down, xs[column + 1] ?? 0, middle(ys, row)))
        owner[find(own + 1)] = find(own);
      if (row + 1 < rows && !parts(across, ys[row + 1] ?? 0, middle(xs, column)))
        owner[find(own + columns)] = find(own);
    }
  }
  const fields = new Map<number, number[]>();
  owner.forEach((_, index) => {
    const root = find(index);
    fields.set(root, [...(fields.get(root) ?? []), index]);
  });
  return [...fields.values()].flatMap((cells) => rectangles(cells, columns));
}

function parts(rulings: readonly Ruling[], at: number, middle: number): boolean {
  return rulings.some(
    (ruling) => Math.abs(ruling.at - at) <= tolerance && ruling.from <= middle && ruling.to >= middle,
  );
}

function rectangles(cells: readonly number[], columns: number): Box[] {
  const rowOf = (cell: number) => Math.floor(cell / columns);
  const box = boxAround(cells, columns);
  if (box.rowSpan * box.colSpan === cells.length) return [box];
  const byRow = new Map<number, number[]>();
  for (const cell of cells) byRow.set(rowOf(cell), [...(byRow.get(rowOf(cell)) ?? []), cell]);
  return [...byRow.values()].flatMap((row) => runs(row).map((run) => boxAround(run, columns)));
}

function runs(cells: readonly number[]): number[][] {
  const result: number[][] = [];
  for (const cell of cells) {
    const last = result.at(-1);
    if (last && last.at(-1) === cell - 1) last.push(cell);
    else result.push([cell]);
  }
  return result;
}

function boxAround(cells: readonly number[], columns: number): Box {
  const rows = cells.map((cell) => Math.floor(cell / columns));
  const xs = cells.map((cell) => cell % columns);
  const [row, column] = [Math.min(...rows), Math.min(...xs)];
  return { row, column, rowSpan: Math.max(...rows) - row + 1, colSpan: Math.max(...xs) - column + 1 };
}
