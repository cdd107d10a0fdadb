import type { BlockTemplate, EditionTemplate, TableTemplate, ValueKind } from "./schema.ts";
import { leavesOf, type PlacedLeaf, placedLeavesOf } from "./tree.ts";

/** A cell of a table as the edition declares it; `id` is `table.row.column`. */
export type Cell = InputCell | TotalCell;

/** A cell that the office fills in. */
export type InputCell = CellFrame & { readonly addends: undefined };

/** A cell that is computed; `addends` are the input cells it adds up, directly or through other totals. */
export type TotalCell = CellFrame & { readonly addends: readonly string[] };

type CellFrame = {
  readonly id: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly kind: ValueKind;
  /** 件, 万元; undefined where the edition names none. */
  readonly unit: string | undefined;
  readonly rowPath: readonly string[];
  readonly columnPath: readonly string[];
  /** What is counted in the row. */
  readonly help: string | undefined;
};

type RowLeaf = {
  id: string;
  label: string;
  help?: string | undefined;
  sumOf?: "siblings" | string[] | undefined;
};
type ColumnLeaf = RowLeaf & { value: ValueKind; unit?: string | undefined };

/** Whether a cell is filled in, not computed; a cell that is not there is neither. */
export function isInput(cell: Cell | undefined): cell is InputCell {
  return cell !== undefined && cell.addends === undefined;
}

/** The inputs that a cell's figure rests on: the cell itself, or what a total adds up. */
export function inputsBehind(cell: Cell): readonly string[] {
  return isInput(cell) ? [cell.id] : cell.addends;
}

export function cellId(table: string, row: string, column: string): string {
  return `${table}.${row}.${column}`;
}

/** Every cell of the edition, table by table, line by line. */
export function cellsOf(template: EditionTemplate): Cell[] {
  return template.tables.flatMap((table) => table.blocks.flatMap((block) => cellsOfBlock(table, block)));
}

export function rowLeavesOf(block: BlockTemplate): RowLeaf[] {
  return leavesOf(block.rows) as RowLeaf[];
}

export function columnLeavesOf(block: BlockTemplate): ColumnLeaf[] {
  return leavesOf(block.columns) as ColumnLeaf[];
}

function cellsOfBlock(table: TableTemplate, block: BlockTemplate): Cell[] {
  const rows = placedLeavesOf(block.rows) as PlacedLeaf<RowLeaf>[];
  const columns = placedLeavesOf(block.columns) as PlacedLeaf<ColumnLeaf>[];
  return rows.flatMap((row) =>
    columns.map((column) => ({
      id: cellId(table.id, row.leaf.id, column.leaf.id),
      table: table.id,
      row: row.leaf.id,
      column: column.leaf.id,
      kind: column.leaf.value,
      unit: column.leaf.unit ?? table.unit,
      rowPath: row.path,
      columnPath: column.path,
      help: row.leaf.help,
      addends:
        row.leaf.sumOf || column.leaf.sumOf
          ? addendsOf(row).flatMap((r) => addendsOf(column).map((c) => cellId(table.id, r, c)))
          : undefined,
    })),
  );
}

/** The input rows (or columns) that a row (or column) stands for: itself, or what it adds up. */
export function addendsOf(placed: PlacedLeaf<RowLeaf>): string[] {
  const { leaf, beside } = placed;
  if (leaf.sumOf === undefined) return [leaf.id];
  if (leaf.sumOf === "siblings")
    return beside.filter((other) => other.sumOf === undefined).map((other) => other.id);
  return leaf.sumOf;
}

/** For each input the totals that show it. */
export function totalsByInput(cells: Iterable<Cell>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const cell of cells) {
    for (const addend of cell.addends ?? []) index.set(addend, [...(index.get(addend) ?? []), cell.id]);
  }
  return index;
}
