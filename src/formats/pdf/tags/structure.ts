import { type Block, type Document, type Picture, textOf } from "../../../document/tree.ts";
import { anchorOf, contentsEntries } from "../../contents-entries.ts";
import { wordsOfPicture } from "../../picture-words.ts";
import { holdsPicture } from "../file/picture-file.ts";
import type { StructureElement, StructureType } from "./element.ts";
import { inLists } from "./lists.ts";
import { tableElement } from "./table-structure.ts";

/** The parts of a document in reading order. */
export type DocumentStructure = {
  /** The word across the pages, if there is one: heard once, before all else. */
  readonly stamp?: StructureElement;
  readonly title: StructureElement;
  /** The table of contents, none or one, its heading, and the links in it. */
  readonly contents: {
    readonly tree: readonly StructureElement[];
    readonly heading?: StructureElement;
    readonly links: readonly StructureElement[];
  };
  /** One for each block. */
  readonly blocks: readonly StructureElement[];
  /** The same in their order, items in their lists. */
  readonly parts: readonly StructureElement[];
};

/** The structure of a document, before anything is drawn. */
export function structureOf(document: Document): DocumentStructure {
  const levelOf = headingLevels(document);
  const blocks = document.blocks.map((block, index) => elementOf(block, index, levelOf));
  return {
    ...(document.stamp ? { stamp: { ...leaf("Figure"), alternative: document.stamp } } : {}),
    title: leaf("H1"),
    contents: contentsOf(document),
    blocks,
    parts: inLists(document.blocks, blocks),
  };
}

/** The whole document as one element. */
export function rootOf({ stamp, title, contents, parts }: DocumentStructure): StructureElement {
  return { type: "Document", children: [...(stamp ? [stamp] : []), title, ...contents.tree, ...parts] };
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
  const heading = leaf("Caption");
  return { tree: [{ type: "TOC", children: [heading, ...entries] }], heading, links };
}

function elementOf(block: Block, index: number, levelOf: HeadingLevels): StructureElement {
  switch (block.type) {
    case "heading":
      return leaf(`H${levelOf(block.level)}`);
    case "paragraph":
      return leaf("P");
    case "item":
      return leaf("LBody");
    case "picture":
      return pictureElement(block);
    case "table":
      return tableElement(block, `t${index + 1}`);
    case "chart":
      return { ...leaf("Figure"), alternative: block.alternative };
  }
}

/** The figure and its caption, or its words where a PDF cannot hold it. */
function pictureElement(picture: Picture): StructureElement {
  const { bytes, alternative, caption } = picture;
  if (!holdsPicture(bytes)) return leaf("P");
  const words = alternative.trim() === "" ? textOf(wordsOfPicture(picture)) : alternative;
  const figure = { ...leaf("Figure"), alternative: words };
  return { type: "Div", children: [figure, ...(caption?.trim() ? [leaf("Caption")] : [])] };
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
