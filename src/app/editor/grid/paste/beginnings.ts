import type { Token } from "../../../../document/recognise/tables/tokens.ts";
import { columnLeavesOf } from "../../../../edition/cells.ts";
import type { TableTemplate } from "../../../../edition/schema.ts";
import { sum } from "../../../../report/figures/totals.ts";

/** A way to read a block without heads: what it is called, the block with the heads it means, its columns. */
export type Beginning = {
  readonly label: string;
  readonly block: readonly (readonly string[])[];
  readonly columns: readonly string[];
};

/**
 * How a labelled block without heads may be read. One way where the number of figures tells it: one for every
 * column, or for every one but the totals. Several, to be chosen from, where there are fewer, or where totals are
 * right in the first column only. None where the block has heads of its own, or nothing can be said.
 */
export function beginningsOf(
  block: readonly (readonly string[])[],
  tokens: readonly Token[],
  table: TableTemplate,
): Beginning[] {
  const [only, ...others] = table.blocks;
  if (!only || others.length > 0 || table.layout !== "down" || hasHeads(tokens)) return [];
  const leaves = columnLeavesOf(only);
  const inputs = leaves.filter((leaf) => leaf.sumOf === undefined);
  const figures = figuresIn(block, tokens);
  if (!figures) return [];
  const { from, width } = figures;
  const begin = (label: string, order: readonly Leaf[], at: number): Beginning => ({
    label,
    columns: order.slice(at, at + width).map(({ id }) => id),
    block: [
      [...Array<string>(from).fill(""), ...order.map((leaf) => leaf.label)],
      ...block.map((line) => [
        ...line.slice(0, from),
        ...order.map((_, index) => (index < at ? "" : (line[from + index - at] ?? ""))),
      ]),
    ],
  });
  const totals = leaves.filter((leaf) => leaf.sumOf !== undefined);
  const [total, ...more] = totals;
  const lines = block.map((line) => line.slice(from, from + width));
  if (width === leaves.length) {
    if (!total || more.length > 0 || fits(lines, -1) || !fits(lines, 0)) return [begin("", leaves, 0)];
    return [
      begin(`第一列是“${total.label}”`, [total, ...inputs], 0),
      begin(`最后一列是“${total.label}”`, [...inputs, total], 0),
    ];
  }
  if (width === inputs.length && !fits(lines, -1)) return [begin("", [...inputs, ...totals], 0)];
  if (width > leaves.length) return [];
  return leaves
    .slice(0, leaves.length - width + 1)
    .map((leaf, at) => begin(`从“${leaf.label}”这一列填起`, leaves, at));
}

type Leaf = { readonly id: string; readonly label: string };

/** A line with two names of columns is one of heads. */
function hasHeads(tokens: readonly Token[]): boolean {
  const counts = new Map<number, number>();
  for (const token of tokens) {
    if (token.type !== "label" || !token.names.some(({ axis, leaf }) => axis === "column" && leaf)) continue;
    counts.set(token.row, (counts.get(token.row) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count > 1);
}

/** Where the figures of the labelled lines begin, and how many stand side by side. */
function figuresIn(
  block: readonly (readonly string[])[],
  tokens: readonly Token[],
): { from: number; width: number } | undefined {
  const labels = tokens.filter((token) => token.type === "label");
  const behind = Math.max(-1, ...labels.map(({ x = 0 }) => x)) + 1;
  const filled = columnsWithText(block, labels, behind);
  const [from] = filled;
  const last = filled.at(-1);
  return from === undefined || last === undefined ? undefined : { from, width: last - from + 1 };
}

function columnsWithText(
  block: readonly (readonly string[])[],
  labels: readonly Token[],
  behind: number,
): number[] {
  const rows = new Set(labels.map(({ row }) => row));
  const width = Math.max(...block.map((line) => line.length));
  return Array.from({ length: width }, (_, x) => x).filter(
    (x) => x >= behind && block.some((line, y) => rows.has(y) && (line[x] ?? "") !== ""),
  );
}

/** Whether the figure at a place (-1 for the last) is the sum of the others, in every line that is all figures. */
function fits(lines: readonly (readonly string[])[], at: number): boolean {
  const numbers = lines
    .filter((line) => line.some((text) => text !== "") && line.every((text) => /^\d*$/.test(text)))
    .map((line) => line.map(Number));
  return numbers.length > 0 && numbers.every((line) => (line.at(at) ?? 0) * 2 === sum(line));
}
