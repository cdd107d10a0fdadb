import type { Block, Document } from "../../../document/tree.ts";
import { anchorOf, contentsEntries } from "../../contents-entries.ts";
import { tableElement } from "./table-structure.ts";

/** What PDF calls the parts of a document (ISO 32000-1, 14.8.4). */
export type StructureType =
  | "Document"
  | `H${1 | 2 | 3 | 4 | 5}`
  | "P"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "Link";

/** A part of the document as those who hear it get it. What is drawn for it is marked with it. */
export type StructureElement = {
  readonly type: StructureType;
  readonly children: readonly StructureElement[];
  /** What it shows, in words. */
  readonly alternative?: string;
  readonly table?: TableAttributes;
  /** For a link: the named place, and what is said of it. */
  readonly link?: { readonly leadsTo: string; readonly description: string };
};

/** What a table or a cell of one says of itself (ISO 32000-1, 14.8.5.7). */
export type TableAttributes = {
  readonly summary?: string;
  readonly scope?: "Column" | "Row";
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly id?: string;
  /** The ids of the heads of a figure. */
  readonly headers?: readonly string[];
};

/** The parts of a document in reading order. */
export type DocumentStructure = {
  readonly title: StructureElement;
  /** The table of contents, none or one, and the links in it. */
  readonly contents: {
    readonly tree: readonly StructureElement[];
    readonly links: readonly StructureElement[];
  };
  /** One for each block. */
  readonly blocks: readonly StructureElement[];
};

/** The structure of a document, before anything is drawn. */
export function structureOf(document: Document): DocumentStructure {
  const levelOf = headingLevels(document);
  return {
    title: leaf("H1"),
    contents: contentsOf(document),
    blocks: document.blocks.map((block, index) => elementOf(block, index, levelOf)),
  };
}

/** The whole document as one element. */
export function rootOf({ title, contents, blocks }: DocumentStructure): StructureElement {
  return { type: "Document", children: [title, ...contents.tree, ...blocks] };
}

function contentsOf(document: Document): DocumentStructure["contents"] {
  const links = contentsEntries(document).map(({ text, index }) => ({
    ...leaf("Link"),
    link: { leadsTo: anchorOf(index), description: text },
  }));
  if (links.length === 0) return { tree: [], links };
  const entries = links.map((link): StructureElement => {
    return { type: "TOCI", children: [{ type: "Reference", children: [link] }] };
  });
  return { tree: [{ type: "TOC", children: entries }], links };
}

function elementOf(block: Block, index: number, levelOf: HeadingLevels): StructureElement {
  switch (block.type) {
    case "heading":
      return leaf(`H${levelOf(block.level)}`);
    case "paragraph":
    case "item":
    case "picture":
      return leaf("P");
    case "table":
      return tableElement(block, `t${index + 1}`);
    case "chart":
      return { ...leaf("Figure"), alternative: block.alternative };
  }
}

type HeadingLevels = (level: 1 | 2 | 3 | 4) => 1 | 2 | 3 | 4 | 5;

/** Headings follow the title, and none skips a level on the way down (ISO 14289-1, 7.4.2). */
function headingLevels({ title }: Document): HeadingLevels {
  let deepest: 0 | 1 | 2 | 3 | 4 | 5 = title.trim() === "" ? 0 : 1;
  return (level) => {
    deepest = Math.min(level + 1, deepest + 1) as 1 | 2 | 3 | 4 | 5;
    return deepest;
  };
}

function leaf<Type extends StructureType>(type: Type): StructureElement {
  return { type, children: [] };
}
