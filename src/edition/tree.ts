/** Row and column trees of a template: groups with children, and leaves. */
export type TreeNode<Leaf> = Leaf | TreeGroup<Leaf>;
export type TreeGroup<Leaf> = { readonly label: string; readonly children: readonly TreeNode<Leaf>[] };

export type PlacedLeaf<Leaf> = {
  readonly leaf: Leaf;
  /** Labels from the outermost group to the leaf itself. */
  readonly path: readonly string[];
  /** The leaves under the same parent, this one included, at any depth. */
  readonly beside: readonly Leaf[];
  /** Where the leaf stands in the tree: `[2, "children", 6]`. */
  readonly at: readonly (string | number)[];
};

type Labelled = { readonly label: string };

export function isGroup<Leaf>(node: TreeNode<Leaf>): node is TreeGroup<Leaf> {
  return typeof node === "object" && node !== null && "children" in node;
}

/** The leaves in printed order. */
export function leavesOf<Leaf>(nodes: readonly TreeNode<Leaf>[]): Leaf[] {
  return nodes.flatMap((node) => (isGroup(node) ? leavesOf(node.children) : [node]));
}

/** The leaves in printed order, each with its labels and its neighbours. */
export function placedLeavesOf<Leaf extends Labelled>(
  nodes: readonly TreeNode<Leaf>[],
  path: readonly string[] = [],
  at: readonly (string | number)[] = [],
): PlacedLeaf<Leaf>[] {
  const beside = leavesOf(nodes);
  return nodes.flatMap((node, index) =>
    isGroup(node)
      ? placedLeavesOf(node.children, [...path, node.label], [...at, index, "children"])
      : [{ leaf: node, path: [...path, node.label], beside, at: [...at, index] }],
  );
}

/** How many levels the tree has: 1 for leaves without groups. */
export function depthOf<Leaf>(nodes: readonly TreeNode<Leaf>[]): number {
  return Math.max(0, ...nodes.map((node) => (isGroup(node) ? 1 + depthOf(node.children) : 1)));
}
