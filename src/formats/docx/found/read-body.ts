import type { FoundBlock, FoundDocument, FoundRun } from "../../../document/found.ts";
import type { OfficePackage } from "../../package/office-package.ts";
import { childAt, elementsIn, elementsUnder, textIn, type XmlElement } from "../../package/xml-tree.ts";
import { type Fields, type Inline, inlineOf } from "./inline.ts";
import { type Marker, numberingOf } from "./numbering.ts";
import { paragraphStyles, saidBy, settingOf } from "./paragraph-styles.ts";
import { picturesOf } from "./picture.ts";
import { tableOf, unwrapped } from "./table.ts";
import { writtenItem } from "./written-item.ts";

const mainPart = "word/document.xml";

/** What a walk through the body needs of the other parts, and what it has open. */
type Walk = {
  readonly styleOf: ReturnType<typeof paragraphStyles>;
  readonly markerOf: ReturnType<typeof numberingOf>;
  readonly picturesIn: (drawing: XmlElement) => FoundBlock[];
  readonly fields: Fields;
  readonly blocks: FoundBlock[];
  footnotes: number;
  struck: boolean;
};

/**
 * What stands in a Word file, whichever program saved it: text with its levels and lists, tables with their
 * merged cells, pictures. Heads and foots of pages and the table of contents are no part of it.
 *
 * @param words the sentences for footnotes and for what is struck out, which are not read
 * @throws FileFault when a part is damaged or holds too much
 */
export function readBody(
  parts: OfficePackage,
  words: { readonly footnotes: string; readonly struck: string },
): FoundDocument {
  const targets = parts.targets(mainPart);
  const bytesOf = (id: string) => {
    const path = targets.get(id);
    const bytes = path === undefined ? undefined : parts.bytes(path);
    return path === undefined || !bytes ? undefined : { path, bytes };
  };
  const walk: Walk = {
    styleOf: paragraphStyles(parts.tree("word/styles.xml")),
    markerOf: numberingOf(parts.tree("word/numbering.xml")),
    picturesIn: (drawing) => picturesOf(drawing, bytesOf),
    fields: { open: [] },
    blocks: [],
    footnotes: 0,
    struck: false,
  };
  const body = childAt(parts.tree(mainPart), "w:body");
  if (body) readBlocks(body, walk);
  const core = parts.tree("docProps/core.xml");
  const title = core && textIn(childAt(core, "dc:title") ?? core).trim();
  return {
    ...(childAt(core, "dc:title") && title ? { title } : {}),
    blocks: walk.blocks,
    notRead: [...(walk.footnotes > 0 ? [words.footnotes] : []), ...(walk.struck ? [words.struck] : [])],
  };
}

function readBlocks(element: XmlElement, walk: Walk): void {
  for (const child of elementsIn(element)) {
    switch (child.name) {
      case "w:p":
        readParagraph(child, walk);
        break;
      case "w:tbl":
        readTable(child, walk);
        break;
      case "w:sdt":
        if (!isContentsControl(child)) readBlocks(childAt(child, "w:sdtContent") ?? child, walk);
        break;
      case "w:ins":
      case "w:moveTo":
      case "w:customXml":
        readBlocks(child, walk);
    }
  }
}

function isContentsControl(control: XmlElement): boolean {
  return settingOf(childAt(control, "w:sdtPr", "w:docPartObj"), "w:docPartGallery") === "Table of Contents";
}

function readParagraph(paragraph: XmlElement, walk: Walk): void {
  const inline = inlineOf(paragraph, walk.fields);
  if (isCaption(paragraph, walk, inline)) return;
  const { level, list, marker } = standingOf(paragraph, walk);
  const written = level === undefined && !marker ? writtenItem(paragraph, inline.runs) : undefined;
  if (written) walk.blocks.push({ type: "text", ...written, place: {} });
  else if (inline.runs.some(({ text }) => text.trim() !== "")) {
    const isItem = marker !== undefined && marker.kind !== "heading" && level === undefined;
    const printed: FoundRun[] = marker && !isItem && marker.text !== "" ? [{ text: marker.text }] : [];
    walk.blocks.push({
      type: "text",
      runs: [...printed, ...inline.runs],
      ...(level === undefined ? {} : { level }),
      ...(isItem ? { item: itemOf(marker, list?.level ?? 0) } : {}),
      place: {},
    });
  }
  readHanging(inline, walk);
}

/** The words in the style of captions right under a picture. */
function isCaption(paragraph: XmlElement, { blocks }: Walk, { runs }: Inline): boolean {
  const picture = blocks.at(-1);
  const style = settingOf(childAt(paragraph, "w:pPr"), "w:pStyle") ?? "";
  if (picture?.type !== "picture" || picture.caption !== undefined || !/^caption$/i.test(style)) return false;
  const caption = runs
    .map(({ text }) => text)
    .join("")
    .trim();
  if (caption !== "") blocks.splice(-1, 1, { ...picture, caption });
  return caption !== "";
}

function standingOf(paragraph: XmlElement, walk: Walk) {
  const properties = childAt(paragraph, "w:pPr");
  const standing = { ...walk.styleOf(settingOf(properties, "w:pStyle")), ...saidBy(properties) };
  const { level, list } = standing;
  // The list 0 takes a paragraph out of the one of its style.
  const marker = list && list.list !== "0" ? walk.markerOf(list) : undefined;
  return { level, list, marker };
}

function itemOf({ kind, number }: Marker, level: number) {
  return kind === "bullet"
    ? { level: level + 1, ordered: false }
    : { level: level + 1, ordered: true, number };
}

function readHanging({ drawings, boxes, footnotes, struck }: Inline, walk: Walk): void {
  for (const drawing of drawings) walk.blocks.push(...walk.picturesIn(drawing));
  for (const box of boxes) readBlocks(box, walk);
  walk.footnotes += footnotes;
  walk.struck ||= struck;
}

/** A table around others only lays out the page: what stands in its cells is read one after the other. */
function readTable(table: XmlElement, walk: Walk): void {
  const [inner] = elementsUnder(table, "w:tbl");
  if (inner) {
    for (const row of unwrapped(table, "w:tr")) {
      for (const cell of unwrapped(row, "w:tc")) readBlocks(cell, walk);
    }
    return;
  }
  const hanging: Inline[] = [];
  const found = tableOf(table, (cell) => textOfCell(cell, walk, hanging));
  walk.blocks.push(found);
  for (const inline of hanging) readHanging(inline, walk);
}

/** The numbers that Word puts before a label (1.属于国家秘密) are part of it. */
function textOfCell(cell: XmlElement, walk: Walk, hanging: Inline[]): string {
  const lines: string[] = [];
  for (const paragraph of paragraphsUnder(cell)) {
    const inline = inlineOf(paragraph, walk.fields);
    const marker = standingOf(paragraph, walk).marker?.text ?? "";
    const text = inline.runs.map((run) => run.text).join("");
    if (text.trim() !== "") lines.push(marker + text);
    hanging.push({ ...inline, boxes: [] });
    for (const box of inline.boxes) lines.push(textOfCell(box, walk, hanging));
  }
  return lines.filter((line) => line !== "").join("\n");
}

function paragraphsUnder(element: XmlElement): XmlElement[] {
  return unwrapped(element, "w:p");
}
