import type { BlockTemplate } from "../../../edition/schema.ts";
import { isGroup, leavesOf, type TreeNode } from "../../../edition/tree.ts";
import type { Head } from "./lines.ts";

type Node = TreeNode<{ readonly id: string; readonly label: string; readonly sumOf?: unknown }>;

/** The columns of a block in the order in which they stand in the file. */
export type ColumnOrder = {
  readonly ids: readonly string[];
  /** Enough heads stand there, and they agree. */
  readonly sure: boolean;
  /** They stand in another order than this one, but nothing tells which of them a figure is under. */
  readonly contradicted: boolean;
};

/**
 * The order of the columns as their heads tell it. Heads on different rows tell nothing of each other, for a head
 * may span rows (总计); on one row they stand in the order of the columns.
 */
export function columnOrder(heads: readonly Head[], block: BlockTemplate): ColumnOrder {
  const leaves = leavesOf(block.columns as readonly Node[]);
  const own = heads.filter((head) => head.ids.every((id) => leaves.some((leaf) => leaf.id === id)));
  const ids = inOrder(block.columns as readonly Node[], own);
  const named = leaves.filter((leaf) => own.some((head) => head.leaf && head.ids[0] === leaf.id));
  const totals = leaves.filter((leaf) => leaf.sumOf !== undefined);
  const declared = ids.every((id, index) => id === leaves[index]?.id);
  const rowsKnown = own.every(({ token }) => token.rows || !token.cell);
  const enough =
    named.length >= Math.ceil(leaves.length * 0.6) && totals.every((leaf) => named.includes(leaf));
  const placed = totals.every((total) => {
    const [first] = leaves.filter((leaf) => leaf !== total);
    return (
      !first || seen(total.id, own) > seen(first.id, own) || tells(block.columns as readonly Node[], own)
    );
  });
  const came = cameInOrder(block.columns as readonly Node[], own, ids);
  return { ids, sure: enough && placed && came && (declared || rowsKnown), contradicted: !came };
}

/** Heads that stand on lines of their own tell no rows; but those of one group were read in the order of its columns. */
function cameInOrder(nodes: readonly Node[], heads: readonly Head[], order: readonly string[]): boolean {
  const loose = heads.filter(({ token }) => !token.rows);
  const places = nodes
    .flatMap((node) => ({ at: placeOf(idsOf(node), loose), rank: order.indexOf(idsOf(node)[0] ?? "") }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.rank - b.rank);
  return (
    places.every(({ at }, index) => at > (places[index - 1]?.at ?? -1)) &&
    nodes.every((node) => !isGroup(node) || cameInOrder(node.children, heads, order))
  );
}

/** Rows side by side in the order of their labels, as far as these stand there. */
export function rowOrder(
  labels: readonly Head[],
  block: BlockTemplate,
): Pick<ColumnOrder, "ids" | "contradicted"> {
  const named = new Set(labels.filter((label) => label.leaf).flatMap((label) => label.ids));
  const nodes = block.rows as readonly Node[];
  const ids = inOrder(nodes, labels);
  return { ids: ids.filter((id) => named.has(id)), contradicted: !cameInOrder(nodes, labels, ids) };
}

/** Where a head stands in reading order. */
function seen(id: string, heads: readonly Head[]): number {
  return heads.findIndex((head) => head.leaf && head.ids[0] === id);
}

/** Whether heads on one row tell where the totals stand among their neighbours. */
function tells(nodes: readonly Node[], heads: readonly Head[]): boolean {
  return nodes.every((node) => {
    if (isGroup(node)) return tells(node.children, heads);
    return (
      node.sumOf === undefined ||
      nodes.some((other) => other !== node && before(node, other, nodes, heads) !== 0)
    );
  });
}

function inOrder(nodes: readonly Node[], heads: readonly Head[]): string[] {
  const sorted = [...nodes].sort((a, b) => before(a, b, nodes, heads) || nodes.indexOf(a) - nodes.indexOf(b));
  return sorted.flatMap((node) => (isGroup(node) ? inOrder(node.children, heads) : [node.id]));
}

/** Negative where the heads say that `a` stands before `b`, 0 where they say nothing. */
function before(a: Node, b: Node, siblings: readonly Node[], heads: readonly Head[]): number {
  for (const row of new Set(heads.map(rowOf))) {
    const on = heads.filter((head) => rowOf(head) === row);
    const [at, bt] = [placeOn(a, on), placeOn(b, on)];
    if (at >= 0 && bt >= 0) return at - bt;
    // A head over all of them stands for those that have no own head on its row.
    const all = placeOf(siblings.flatMap(idsOf), on);
    if (all >= 0 && at >= 0) return at - all;
    if (all >= 0 && bt >= 0) return all - bt;
  }
  return 0;
}

/** Without known rows, the heads stand on one. */
function rowOf({ token }: Head): number {
  return token.cell && !token.rows ? -1 : token.row;
}

/** Where a head stands, or the first of those under it; lines of text may have run together, so only itself there. */
function placeOn(node: Node, heads: readonly Head[]): number {
  const ids = idsOf(node);
  const whole = placeOf(ids, heads);
  if (whole >= 0 || !heads[0]?.token.cell) return whole;
  return heads.findIndex((head) => head.ids.every((id) => ids.includes(id)));
}

function placeOf(ids: readonly string[], heads: readonly Head[]): number {
  return heads.findIndex(
    (head) => head.ids.length === ids.length && head.ids.every((id) => ids.includes(id)),
  );
}

function idsOf(node: Node): string[] {
  return isGroup(node) ? leavesOf(node.children).map((leaf) => leaf.id) : [node.id];
}
