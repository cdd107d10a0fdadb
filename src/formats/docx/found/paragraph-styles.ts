import { childAt, elementsIn, type XmlElement } from "../../package/xml-tree.ts";

/** What a named style says of its paragraphs, its ancestors included. */
export type ParagraphStyle = {
  /** From 1, the highest; undefined for body text. */
  readonly level?: number | undefined;
  readonly list?: ListPlace;
};

/** The list that a paragraph belongs to (17.9.18), and its level there, from 0. */
export type ListPlace = { readonly list: string; readonly level: number };

/** Styles may refer to each other in a circle; no chain of real ones is longer. */
const longestChain = 12;

/** Reads `word/styles.xml`: gives what a style says by its id. */
export function paragraphStyles(part: XmlElement | undefined): (id: string | undefined) => ParagraphStyle {
  const styles = new Map<string, XmlElement>();
  for (const style of part ? elementsIn(part, "w:style") : []) {
    styles.set(style.attributes["w:styleId"] ?? "", style);
  }
  const known = new Map<string, ParagraphStyle>();
  const find = (id: string | undefined, steps: number): ParagraphStyle => {
    const style = id === undefined ? undefined : styles.get(id);
    if (id === undefined || !style || steps > longestChain) return {};
    const found = known.get(id) ?? {
      ...find(settingOf(style, "w:basedOn"), steps + 1),
      ...saidBy(childAt(style, "w:pPr"), settingOf(style, "w:name")),
    };
    known.set(id, found);
    return found;
  };
  return (id) => find(id, 0);
}

/** What paragraph properties say of level and list. Level 9 is that of body text (17.3.1.20). */
export function saidBy(properties: XmlElement | undefined, styleName = ""): ParagraphStyle {
  const stated = settingOf(properties, "w:outlineLvl") ?? builtIn(styleName);
  const level = Number(stated) + 1;
  const numbering = childAt(properties, "w:numPr");
  const list = settingOf(numbering, "w:numId");
  return {
    ...(stated === undefined ? {} : { level: level >= 1 && level <= 9 ? level : undefined }),
    ...(list === undefined
      ? {}
      : { list: { list, level: Number(settingOf(numbering, "w:ilvl") ?? 0) || 0 } }),
  };
}

/** Programs that leave the level out of the built-in headings still call them by their names. */
function builtIn(styleName: string): string | undefined {
  const level = /^heading ([1-9])$/i.exec(styleName)?.[1];
  return level === undefined ? undefined : String(Number(level) - 1);
}

/** The `w:val` of a property. */
export function settingOf(parent: XmlElement | undefined, name: string): string | undefined {
  return childAt(parent, name)?.attributes["w:val"];
}
