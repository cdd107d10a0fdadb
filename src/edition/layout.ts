import { type Cell, cellId, columnLeavesOf, rowLeavesOf } from "./cells.ts";
import type { BlockTemplate, ColumnNode, RowNode, TableTemplate } from "./schema.ts";
import { depthOf, isGroup, leavesOf, type TreeNode } from "./tree.ts";

/** One printed cell of a table. Spans are computed from the trees, never written in a template. */
export type LayoutCell = {
  readonly role: "caption" | "head" | "label" | "figure";
  /** The printed text; "" for a figure. */
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** The declared cell, for a figure. */
  readonly cell?: Cell;
};

/** A table as it is printed, in the form and in the documents. Cells covered by a span are left out. */
export type TableLayout = {
  readonly columnWidths: readonly number[];
  /** How many of the first rows repeat when the table runs over a page. */
  readonly headRows: number;
  readonly rows: readonly (readonly LayoutCell[])[];
};

type Labelled = { readonly label: string };

/** Lays out a table of an edition. `cells` are the edition's cells by id. */
export function layOutTable(table: TableTemplate, cells: ReadonlyMap<string, Cell>): TableLayout {
  return table.layout === "down" ? layOutDown(table, cells) : layOutAcross(table, cells);
}

function layOutDown(table: TableTemplate, cells: ReadonlyMap<string, Cell>): TableLayout {
  const labelColumns = Math.max(...table.blocks.map((block) => depthOf<unknown>(block.rows)));
  const valueColumns = Math.max(...table.blocks.map((block) => columnLeavesOf(block).length));
  const rows = table.blocks.flatMap((block) => [
    ...captionRow(block, labelColumns + valueColumns),
    ...headOfBlock(table, block, labelColumns, valueColumns),
    ...bodyOfBlock(table, block, labelColumns, valueColumns, cells),
  ]);
  const [first] = table.blocks;
  const repeats = table.blocks.length === 1 && first !== undefined;
  return {
    columnWidths: [...table.widths.labels, ...Array<number>(valueColumns).fill(table.widths.values)],
    headRows: repeats ? depthOf<unknown>(first.columns) + (first.caption === undefined ? 0 : 1) : 0,
    rows,
  };
}

/** The rows stand side by side: their labels become the upper heads, and the figures one line. */
function layOutAcross(table: TableTemplate, cells: ReadonlyMap<string, Cell>): TableLayout {
  const width = Math.max(
    ...table.blocks.map((block) => rowLeavesOf(block).length * columnLeavesOf(block).length),
  );
  const rows = table.blocks.flatMap((block) => {
    const pairs = rowLeavesOf(block).flatMap((row) =>
      columnLeavesOf(block).map((column) => [row, column] as const),
    );
    const surplus = width - pairs.length;
    const figures = pairs.map(([row, column], index) =>
      figure(table, row.id, column.id, index === pairs.length - 1 ? 1 + surplus : 1, cells),
    );
    return [
      ...captionRow(block, width),
      ...headRows(underEachLeaf(block.rows, block.columns), surplus),
      figures,
    ];
  });
  const [first] = table.blocks;
  const repeats = table.blocks.length === 1;
  return {
    columnWidths: Array<number>(width).fill(table.widths.values),
    headRows: repeats && first ? rows.length - 1 : 0,
    rows,
  };
}

function captionRow(block: BlockTemplate, width: number): LayoutCell[][] {
  return block.caption === undefined
    ? []
    : [[{ role: "caption", text: block.caption, colSpan: width, rowSpan: 1 }]];
}

function headOfBlock(
  table: TableTemplate,
  block: BlockTemplate,
  labelColumns: number,
  valueColumns: number,
): LayoutCell[][] {
  const surplus = valueColumns - columnLeavesOf(block).length;
  const rows = headRows(block.columns, surplus);
  const corner: LayoutCell = {
    role: "head",
    text: block.rowHead ?? table.corner ?? "",
    colSpan: labelColumns,
    rowSpan: rows.length,
  };
  return rows.map((row, index) => (index === 0 ? [corner, ...row] : row));
}

function bodyOfBlock(
  table: TableTemplate,
  block: BlockTemplate,
  labelColumns: number,
  valueColumns: number,
  cells: ReadonlyMap<string, Cell>,
): LayoutCell[][] {
  const columns = columnLeavesOf(block);
  const surplus = valueColumns - columns.length;
  const rowLeaves = rowLeavesOf(block);
  return labelRows(block.rows, labelColumns).map((labels, index) => [
    ...labels,
    ...columns.map((column, position) =>
      figure(
        table,
        rowLeaves[index]?.id ?? "",
        column.id,
        position === columns.length - 1 ? 1 + surplus : 1,
        cells,
      ),
    ),
  ]);
}

function figure(
  table: TableTemplate,
  row: string,
  column: string,
  colSpan: number,
  cells: ReadonlyMap<string, Cell>,
): LayoutCell {
  const cell = cells.get(cellId(table.id, row, column));
  if (!cell) throw new Error(`edition declares no cell ${cellId(table.id, row, column)}`);
  return { role: "figure", text: "", colSpan, rowSpan: 1, cell };
}

/** Head cells of a column tree, level by level; the last column takes the surplus of a narrower block. */
function headRows(nodes: readonly TreeNode<Labelled>[], surplus: number): LayoutCell[][] {
  const depth = depthOf(nodes);
  const rows: LayoutCell[][] = Array.from({ length: depth }, () => []);
  const place = (siblings: readonly TreeNode<Labelled>[], level: number, extra: number): void => {
    siblings.forEach((node, index) => {
      const last = index === siblings.length - 1 ? extra : 0;
      const width = isGroup(node) ? leavesOf(node.children).length : 1;
      const rowSpan = isGroup(node) ? 1 : depth - level;
      rows[level]?.push({ role: "head", text: node.label, colSpan: width + last, rowSpan });
      if (isGroup(node)) place(node.children, level + 1, last);
    });
  };
  place(nodes, 0, surplus);
  return rows;
}

/** Label cells of a row tree, one list for each line: a group spans its lines, a leaf the free levels. */
function labelRows(nodes: readonly TreeNode<Labelled>[], levels: number): LayoutCell[][] {
  return nodes.flatMap((node) => {
    if (!isGroup(node)) return [[{ role: "label" as const, text: node.label, colSpan: levels, rowSpan: 1 }]];
    const inner = labelRows(node.children, levels - 1);
    const label: LayoutCell = { role: "label", text: node.label, colSpan: 1, rowSpan: inner.length };
    return inner.map((row, index) => (index === 0 ? [label, ...row] : row));
  });
}

function underEachLeaf(rows: readonly RowNode[], columns: readonly ColumnNode[]): TreeNode<Labelled>[] {
  return rows.map((row) =>
    isGroup<RowNode>(row)
      ? { label: row.label, children: underEachLeaf(row.children as readonly RowNode[], columns) }
      : { label: row.label, children: columns as readonly TreeNode<Labelled>[] },
  );
}
