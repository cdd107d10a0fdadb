import type { NarrativeNode } from "../../../../report/file/draft.ts";

/**
 * The narrative of a file as the rich text editor takes it, and back. The editor knows a fixed set of nodes
 * and throws on any other; what it does not know is carried through whole, as the file has it.
 */

/** A node as the editor takes it. */
export type EditorNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: EditorNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
};

/** The attributes the editor knows of each node; `keeps` holds what else the file says. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  paragraph: [],
  heading: ["level"],
  bulletList: [],
  orderedList: ["start"],
  listItem: [],
  table: [],
  tableRow: [],
  tableHeader: ["colspan", "rowspan", "colwidth"],
  tableCell: ["colspan", "rowspan", "colwidth"],
  image: ["src", "alt", "caption"],
  figure: ["as", "cells", "of", "decimals", "shown"],
  hardBreak: [],
};

const inlines = new Set(["text", "figure", "hardBreak"]);
const containers = new Set(["listItem", "tableHeader", "tableCell"]);
/** Other programs' names for the marks of the file. */
const markNames: Readonly<Record<string, string>> = {
  bold: "bold",
  strong: "bold",
  italic: "italic",
  em: "italic",
};

/** The narrative of a file for the editor; a missing one is an empty paragraph. */
export function toEditor(narrative: NarrativeNode | undefined): EditorNode {
  const blocks = (narrative?.content ?? []).flatMap(blockFor);
  return { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

/**
 * The narrative of blocks that stand in the file's form already. An editor with nothing in it is a document without
 * content.
 */
export function fromBlocks(
  content: readonly NarrativeNode[],
  before: NarrativeNode | undefined,
): NarrativeNode {
  const isEmpty = content.length === 1 && content[0]?.type === "paragraph" && !content[0].content?.length;
  return { ...before, type: "doc", content: isEmpty ? [] : content };
}

function blockFor(node: NarrativeNode): EditorNode[] {
  if (inlines.has(node.type)) return [{ type: "paragraph", content: inlineFor(node) }];
  if (!attributes[node.type] || !hasRightForm(node)) return [{ type: "unknownBlock", attrs: { json: node } }];
  if (node.type === "paragraph" || node.type === "heading") return textBlockFor(node);
  const content = (node.content ?? []).flatMap(blockFor);
  const filled = content.length === 0 && containers.has(node.type) ? [{ type: "paragraph" }] : content;
  return [{ type: node.type, attrs: attrsFor(node), ...(filled.length > 0 ? { content: filled } : {}) }];
}

/** A picture in the middle of a paragraph comes after it. */
function textBlockFor(node: NarrativeNode): EditorNode[] {
  const pictures = (node.content ?? []).filter((child) => child.type === "image");
  const content = (node.content ?? []).filter((child) => child.type !== "image").flatMap(inlineFor);
  const block: EditorNode = {
    type: node.type,
    attrs: attrsFor(node),
    ...(content.length > 0 ? { content } : {}),
  };
  if (pictures.length > 0 && content.length === 0) return pictures.flatMap(blockFor);
  return [block, ...pictures.flatMap(blockFor)];
}

/** Whether a node holds what the editor lets it hold: lists hold items, tables rows, rows cells. */
function hasRightForm(node: NarrativeNode): boolean {
  const types = (node.content ?? []).map((child) => child.type);
  switch (node.type) {
    case "bulletList":
    case "orderedList":
      return types.length > 0 && types.every((type) => type === "listItem");
    case "table":
      return types.length > 0 && types.every((type) => type === "tableRow");
    case "tableRow":
      return types.length > 0 && types.every((type) => type === "tableCell" || type === "tableHeader");
    case "image":
      return typeof node.attrs?.src === "string";
    default:
      return true;
  }
}

function inlineFor(node: NarrativeNode): EditorNode[] {
  const marks = marksFor(node);
  if (node.type === "text") return node.text ? [{ type: "text", text: node.text, ...marks }] : [];
  if (!inlines.has(node.type)) return [{ type: "unknownInline", attrs: { json: node } }];
  return [{ type: node.type, attrs: attrsFor(node), ...marks }];
}

function attrsFor(node: NarrativeNode): Record<string, unknown> {
  const known = attributes[node.type] ?? [];
  const own: Record<string, unknown> = {};
  const keeps: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (known.includes(name)) own[name] = value;
    else keeps[name] = value;
  }
  if (node.type === "heading" && ![2, 3, 4].includes(Number(own.level))) own.level = 2;
  return Object.keys(keeps).length > 0 ? { ...own, keeps } : own;
}

function marksFor(node: NarrativeNode): Pick<EditorNode, "marks"> {
  const all = node.marks ?? [];
  if (all.length === 0) return {};
  const known = [...new Set(all.flatMap(({ type }) => markNames[type] ?? []))].map((type) => ({ type }));
  const others = all.filter(({ type }) => markNames[type] === undefined);
  const kept = others.length > 0 ? [{ type: "unknownMarks", attrs: { json: others } }] : [];
  return { marks: [...known, ...kept] };
}

export function nodeFrom(node: EditorNode): NarrativeNode {
  if (node.type === "unknownBlock" || node.type === "unknownInline") return node.attrs?.json as NarrativeNode;
  const { keeps, ...own } = node.attrs ?? {};
  const stated = Object.entries(own).filter(([, value]) => value !== null && value !== undefined);
  const attrs = { ...Object.fromEntries(stated), ...(isRecord(keeps) ? keeps : {}) };
  const marks = (node.marks ?? []).flatMap((mark) =>
    mark.type === "unknownMarks" ? (mark.attrs?.json as { type: string }[]) : [{ type: mark.type }],
  );
  return {
    type: node.type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(node.content ? { content: node.content.map(nodeFrom) } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(node.text === undefined ? {} : { text: node.text }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
