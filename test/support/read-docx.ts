import { strFromU8, unzipSync } from "fflate";

/** An element of XML with what is under it; text stands among the children. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

export type DocxTexts = {
  /** The paragraphs outside tables in reading order, without empty ones. */
  readonly paragraphs: string[];
  /** Each table as a full grid: every place gives the text of the cell that covers it. */
  readonly tables: string[][][];
};

/** The texts of a DOCX file, read without the library that wrote it. */
export function readDocxTexts(bytes: Uint8Array): DocxTexts {
  const body = firstOf(partOf(bytes, "word/document.xml"), "w:body");
  return {
    paragraphs: childrenOf(body, "w:p")
      .map(textOf)
      .filter((text) => text !== ""),
    tables: childrenOf(body, "w:tbl").map(gridOf),
  };
}

/** A part of the file as XML. */
export function partOf(bytes: Uint8Array, path: string): XmlElement {
  return parseXml(partText(bytes, path));
}

export function partText(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  if (!part) throw new Error(`no part ${path}`);
  return strFromU8(part);
}

/** All elements of a name under an element, however deep. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.name === name ? [child, ...allOf(child, name)] : allOf(child, name);
  });
}

export function firstOf(element: XmlElement, name: string): XmlElement {
  const [first] = allOf(element, name);
  if (!first) throw new Error(`no ${name} in ${element.name}`);
  return first;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && child.name === name,
  );
}

/** The value of a property such as `<w:jc w:val="center"/>`; `undefined` where there is none. */
export function settingOf(element: XmlElement, name: string, attribute = "w:val"): string | undefined {
  return allOf(element, name)[0]?.attributes[attribute];
}

export function textOf(element: XmlElement): string {
  return allOf(element, "w:t")
    .flatMap((text) => text.children)
    .join("");
}

function gridOf(table: XmlElement): string[][] {
  const grid: string[][] = [];
  for (const row of childrenOf(table, "w:tr")) {
    const above = grid.at(-1) ?? [];
    const texts: string[] = [];
    for (const cell of childrenOf(row, "w:tc")) {
      const [merge] = allOf(cell, "w:vMerge");
      const goesOn = merge !== undefined && merge.attributes["w:val"] !== "restart";
      const lines = childrenOf(cell, "w:p").map(textOf);
      const text = goesOn ? (above[texts.length] ?? "") : lines.join(" ");
      const span = Number(settingOf(cell, "w:gridSpan") ?? 1);
      texts.push(...Array<string>(span).fill(text));
    }
    grid.push(texts);
  }
  return grid;
}

/** Reads what a writer of DOCX writes: elements, attributes in double quotes, text with the five entities. */
function parseXml(xml: string): XmlElement {
  type Open = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [, closing, name, attributes = "", selfClosing, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|<\?[^>]*\?>|([^<]+)/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(unescaped(text));
    if (name === undefined) continue;
    if (closing) {
      open.pop();
      continue;
    }
    const element: Open = { name, attributes: attributesIn(attributes), children: [] };
    parent.children.push(element);
    if (!selfClosing) open.push(element);
  }
  const [document] = root.children;
  if (open.length !== 1 || typeof document !== "object") throw new Error("not well-formed XML");
  return document;
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescaped(value)]),
  );
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
