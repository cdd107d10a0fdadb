import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { readingBudget, within } from "../../reading-budget.ts";

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

type Adapter = typeof defaultTreeAdapter;

/**
 * The elements of a page as a browser would see them. Nothing is run, nothing is loaded.
 *
 * @throws FileFault "tooMuch" when it has more elements than any report, or they nest deeper: the standard's way
 * of reading looks through all that is open at each tag
 */
export function pageTree(html: string): DefaultTreeAdapterTypes.Document {
  const depths = new WeakMap<object, number>();
  const budget = readingBudget();
  const treeAdapter: Adapter = {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      budget.spend("elements", 1);
      if (given[0] === "td" || given[0] === "th") budget.spend("pageCells", 1);
      return defaultTreeAdapter.createElement(...given);
    },
    appendChild: (parent, node) => {
      const depth = (depths.get(parent) ?? 0) + 1;
      within("depth", depth);
      depths.set(node, depth);
      defaultTreeAdapter.appendChild(parent, node);
    },
  };
  return parse(html, { treeAdapter });
}

export function isElement(node: PageNode): node is PageElement {
  return "tagName" in node;
}

export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The elements of a name under one; not inside each other. */
export function* elementsNamed(element: PageElement, name: string): Generator<PageElement> {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === name) yield child;
    else yield* elementsNamed(child, name);
  }
}

/** What is not on the page, or is not of its text: menus, forms, what only scripts or screen readers see. */
const left = new Set([
  ...["head", "script", "style", "noscript", "template", "iframe", "object", "embed", "audio", "video"],
  ...["nav", "footer", "aside", "button", "select", "option", "textarea", "input", "dialog", "canvas"],
  // How a character is read out stands over it.
  ...["rt", "rp"],
]);

export function isLeftOut(element: PageElement): boolean {
  if (left.has(element.tagName)) return true;
  if (attributeOf(element, "hidden") !== undefined || attributeOf(element, "aria-hidden") === "true")
    return true;
  const style = attributeOf(element, "style") ?? "";
  return hiding.test(style) || isStruck(element);
}

const hiding =
  /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|(?:font-size|opacity)\s{0,9}:\s{0,9}0(?![.\d]))/i;

/** Whether what stands in an element is struck out: 12 and then 15 are not 1215. */
export function isStruck(element: PageElement): boolean {
  return (
    ["del", "s", "strike"].includes(element.tagName) ||
    /text-decoration[-a-z]{0,9}\s{0,9}:[^;]{0,40}line-through/i.test(attributeOf(element, "style") ?? "")
  );
}

/** Digits above or below the line are none of those on it. */
export function offLineOf(element: PageElement): "above" | "below" | undefined {
  const style = attributeOf(element, "style") ?? "";
  if (element.tagName === "sup" || /vertical-align\s{0,9}:\s{0,9}super/i.test(style)) return "above";
  return element.tagName === "sub" || /vertical-align\s{0,9}:\s{0,9}sub/i.test(style) ? "below" : undefined;
}
