import type { BlockTemplate, ColumnNode, EditionTemplate, RowNode, TableTemplate } from "../schema.ts";
import { isGroup, leavesOf, type TreeNode } from "../tree.ts";
import { fold, foldLabel } from "./fold.ts";

/** What a label of a table names: rows or columns, or a part of the frame (a caption, the head of the labels). */
export type LabelName = {
  readonly table: string;
  readonly axis: "row" | "column" | "frame";
  /** The row or column; for a group, all below it. */
  readonly ids: readonly string[];
  readonly leaf: boolean;
  readonly label: string;
};

/** A folded text by which a label is known. A core may stand anywhere in a label; anything else is the whole of it. */
export type Pattern = { readonly text: string; readonly core: boolean; readonly name: LabelName };

type Labelled = { readonly label: string; readonly core?: string[]; readonly also?: string[] };

const known = new WeakMap<EditionTemplate, readonly Pattern[]>();

/** Every text by which the labels of an edition's tables are known. */
export function vocabularyOf(edition: EditionTemplate): readonly Pattern[] {
  const before = known.get(edition);
  if (before) return before;
  const patterns = edition.tables.flatMap(patternsOfTable);
  known.set(edition, patterns);
  return patterns;
}

function patternsOfTable(table: TableTemplate): Pattern[] {
  const own = table.blocks.flatMap((block) => [
    ...patternsOfTree(table.id, "row", block.rows as readonly TreeNode<RowNode & Labelled>[]),
    ...patternsOfTree(table.id, "column", block.columns as readonly TreeNode<ColumnNode & Labelled>[]),
    ...frameOf(table, block),
  ]);
  return own;
}

function frameOf(table: TableTemplate, block: BlockTemplate): Pattern[] {
  return [block.caption, block.rowHead, table.corner].flatMap((label) =>
    label === undefined
      ? []
      : [
          {
            text: fold(label).text,
            core: false,
            name: { table: table.id, axis: "frame" as const, ids: [], leaf: false, label },
          },
        ],
  );
}

function patternsOfTree(
  table: string,
  axis: "row" | "column",
  nodes: readonly TreeNode<Labelled & { id?: string }>[],
): Pattern[] {
  return nodes.flatMap((node) => {
    const group = isGroup(node);
    const ids = leavesOf([node]).map((leaf) => (leaf as { id: string }).id);
    const name: LabelName = { table, axis, ids, leaf: !group, label: node.label };
    return [
      ...patternsOf(node as Labelled, name),
      ...(group ? patternsOfTree(table, axis, node.children as readonly TreeNode<Labelled>[]) : []),
    ];
  });
}

/** The label whole, without what stands in brackets at its end, its other names, its cores. */
function patternsOf({ label, core = [], also = [] }: Labelled, name: LabelName): Pattern[] {
  const whole = new Set(
    [label, label.replace(/[（(][^（(]*[）)]$/, ""), ...also].map(foldLabel).filter((text) => text !== ""),
  );
  return [
    ...[...whole].map((text) => ({ text, core: false, name })),
    ...core.map((text) => ({ text: fold(text).text, core: true, name })),
  ];
}
