import { type ReadingBudget, within } from "../reading-budget.ts";
import { xmlTokens } from "./xml-tokens.ts";

/** An element of a part, with what stands in it. */
export type XmlElement = {
  /** With its prefix, as the programs write it: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

type Open = XmlElement & { readonly children: (XmlElement | string)[] };

/**
 * The elements of a part. One that is cut off ends where it ends.
 *
 * @param budget of the whole file
 * @throws FileFault "tooMuch" when it has more elements than any report, or they nest deeper
 */
export function xmlTree(xml: string, budget: ReadingBudget): XmlElement {
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const token of xmlTokens(xml)) {
    const parent = open[open.length - 1] ?? root;
    switch (token.type) {
      case "start": {
        const element: Open = { name: token.name, attributes: token.attributes, children: [] };
        parent.children.push(element);
        open.push(element);
        budget.spend("elements", 1);
        within("depth", open.length);
        break;
      }
      case "end":
        if (open.length > 1 && parent.name === token.name) open.pop();
        break;
      case "text":
        parent.children.push(token.text);
    }
  }
  const [element] = elementsIn(root);
  return element ?? root;
}

/** The elements directly inside, or those of one name. */
export function elementsIn(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The first element on a path of names: `childAt(paragraph, "w:pPr", "w:numPr")`. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) =>
      at?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name),
    element,
  );
}

/** Every element of a name under one, in reading order; not inside those of the name `except`. */
export function* elementsUnder(element: XmlElement, name: string, except?: string): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === name) yield child;
    else if (child.name !== except) yield* elementsUnder(child, name, except);
  }
}

/** All text under an element. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}
