import wording from "../../../../templates/wording.json" with { type: "json" };
import type {
  FoundBlock,
  FoundDocument,
  FoundPicture,
  FoundRun,
  FoundText,
} from "../../../document/found.ts";
import { folded, isBlock, linesOf, type Marks, marksInside, textOfNode, withOffLine } from "./inline.ts";
import {
  attributeOf,
  elementsNamed,
  isElement,
  isLeftOut,
  isStruck,
  offLineOf,
  type PageElement,
  type PageNode,
  pageTree,
} from "./page-tree.ts";
import { cellsOf, isLayout, rowsOf, tableOf } from "./table.ts";

type Item = NonNullable<FoundText["item"]>;

/** The line that is being read, and what it is. */
type Walk = {
  readonly blocks: FoundBlock[];
  runs: FoundRun[];
  level: number | undefined;
  item: Item | undefined;
};

/**
 * What stands on a web page: its texts, lists, data tables and pictures, without menus, forms and what is hidden. A
 * table that lays out the page is read cell by cell.
 *
 * @throws FileFault "tooMuch" see `pageTree`
 */
export function readPage(html: string): FoundDocument {
  const tree = pageTree(html);
  const walk: Walk = { blocks: [], runs: [], level: undefined, item: undefined };
  for (const node of tree.childNodes) readNode(node, {}, walk);
  endLine(walk);
  const root = tree.childNodes.find(isElement);
  const [title] = root ? elementsNamed(root, "title") : [];
  const stated = title ? linesOf(title) : "";
  return {
    ...(stated === "" ? {} : { title: stated }),
    blocks: walk.blocks,
    notRead: isAnyStruck(tree.childNodes) ? [wording.notRead.struck] : [],
  };
}

function isAnyStruck(nodes: readonly PageNode[]): boolean {
  return nodes.some(
    (node) =>
      isElement(node) &&
      (isStruck(node) ? linesOf(node).trim() !== "" : !isLeftOut(node) && isAnyStruck(node.childNodes)),
  );
}

function readNode(node: PageNode, marks: Marks, walk: Walk): void {
  if (node.nodeName === "#text" && "value" in node) {
    walk.runs.push({ text: textOfNode(node.value), ...marks });
    return;
  }
  if (!isElement(node) || isLeftOut(node)) return;
  switch (node.tagName) {
    case "br":
      walk.runs.push({ text: "\n" });
      return;
    case "img":
      readPicture(pictureOf(node), walk);
      return;
    case "svg":
      readPicture(drawingOf(node), walk);
      return;
    case "table":
      readTable(node, walk);
      return;
    case "figure":
      readFigure(node, walk);
      return;
    case "ul":
    case "ol":
      readList(node, walk);
      return;
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      endLine(walk);
      walk.level = Number(node.tagName[1]);
      readInside(node, {}, walk);
      endLine(walk);
      walk.level = undefined;
      return;
  }
  if (!isBlock(node)) {
    const before = walk.runs.length;
    readInside(node, marksInside(node, marks), walk);
    if (offLineOf(node)) walk.runs.push(...withOffLine(walk.runs.splice(before), node));
    return;
  }
  endLine(walk);
  readInside(node, marksInside(node, marks), walk);
  endLine(walk);
}

function readInside(element: PageElement, marks: Marks, walk: Walk): void {
  for (const child of element.childNodes) readNode(child, marks, walk);
}

/** A `br` in a paragraph of a site parts paragraphs; only a heading goes on over one. */
function endLine(walk: Walk): void {
  const { level, item } = walk;
  const lines = level === undefined ? atBreaks(walk.runs) : [walk.runs];
  for (const line of lines.map(folded)) {
    if (!line.some(({ text }) => text.trim() !== "")) continue;
    walk.blocks.push({
      type: "text",
      runs: item === undefined ? line : withoutMarker(line, item),
      ...(level === undefined ? {} : { level }),
      ...(item === undefined ? {} : { item }),
      place: {},
    });
    walk.item = undefined;
  }
  walk.runs = [];
}

/** The marker of an item that also stands in its text, as this program writes it. */
function withoutMarker([first, ...others]: FoundRun[], { number }: NonNullable<Walk["item"]>): FoundRun[] {
  const markers = number === undefined ? ["•"] : [`${number}.`, `（${number}）`];
  const marker = markers.find((own) => first?.text.startsWith(own));
  if (!first || marker === undefined) return first ? [first, ...others] : [];
  const text = first.text.slice(marker.length);
  return text === "" && others.length > 0 ? others : [{ ...first, text }, ...others];
}

function atBreaks(runs: readonly FoundRun[]): FoundRun[][] {
  const lines: FoundRun[][] = [[]];
  for (const run of runs) {
    if (run.text === "\n") lines.push([]);
    else lines[lines.length - 1]?.push(run);
  }
  return lines;
}

function readTable(table: PageElement, walk: Walk): void {
  endLine(walk);
  if (!isLayout(table)) {
    walk.blocks.push(tableOf(table));
    for (const cell of elementsNamed(table, "img")) readPicture(pictureOf(cell), walk);
    return;
  }
  for (const cell of rowsOf(table).flatMap(cellsOf)) {
    readInside(cell, {}, walk);
    endLine(walk);
  }
}

/** A list of links alone is a menu. */
function readList(list: PageElement, walk: Walk, level = 1): void {
  endLine(walk);
  if (isMenu(list)) return;
  const ordered = list.tagName === "ol";
  let number = Number.parseInt(attributeOf(list, "start") ?? "1", 10) || 1;
  for (const entry of list.childNodes.filter(isElement)) {
    if (entry.tagName !== "li" || isLeftOut(entry)) continue;
    number = Number.parseInt(attributeOf(entry, "value") ?? "", 10) || number;
    walk.item = { level, ordered, ...(ordered ? { number } : {}) };
    for (const child of entry.childNodes) {
      const isList = isElement(child) && (child.tagName === "ul" || child.tagName === "ol");
      if (isList) readList(child, walk, level + 1);
      else readNode(child, {}, walk);
    }
    endLine(walk);
    walk.item = undefined;
    number += 1;
  }
}

function isMenu(list: PageElement): boolean {
  const all = linesOf(list).replace(/\s/g, "").length;
  const linked = [...elementsNamed(list, "a")].reduce(
    (sum, link) => sum + linesOf(link).replace(/\s/g, "").length,
    0,
  );
  return all > 0 && linked === all;
}

function readFigure(figure: PageElement, walk: Walk): void {
  endLine(walk);
  const [caption] = elementsNamed(figure, "figcaption");
  const words = caption ? linesOf(caption) : "";
  const pictures = [
    ...[...elementsNamed(figure, "img")].map(pictureOf),
    ...[...elementsNamed(figure, "svg")].map(drawingOf),
  ];
  if (pictures.length === 0) readInside(figure, {}, walk);
  for (const picture of pictures)
    readPicture({ ...picture, ...(words === "" ? {} : { caption: words }) }, walk);
}

function readPicture(picture: FoundPicture, walk: Walk): void {
  endLine(walk);
  walk.blocks.push(picture);
}

/** Only a picture that lies in the page itself has bytes: nothing is fetched. */
function pictureOf(image: PageElement): FoundPicture {
  const alternative = attributeOf(image, "alt") ?? "";
  const [, mediaType, data] =
    /^data:(image\/[\w+.-]{1,40});base64,(.*)$/s.exec(attributeOf(image, "src") ?? "") ?? [];
  const bytes = data === undefined ? undefined : bytesOfBase64(data);
  return {
    type: "picture",
    mediaType: mediaType ?? "image/*",
    ...(bytes ? { bytes } : {}),
    alternative,
    place: {},
  };
}

function drawingOf(drawing: PageElement): FoundPicture {
  const [title] = elementsNamed(drawing, "title");
  const alternative = attributeOf(drawing, "aria-label") ?? (title ? linesOf(title) : "");
  return { type: "picture", mediaType: "image/svg+xml", alternative, place: {} };
}

function bytesOfBase64(data: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
