import { FileChild, type IXmlableObject } from "docx";
import type { Attributes } from "./xml.ts";

/** An element in the form docx gives to its serialiser: what its components become when they are formatted. */
export type Written = IXmlableObject;

/**
 * An element of the body, ready to be serialised. docx's own components for paragraphs and cells would be built
 * and then turned into this: two thirds of the time of a report with its 300 cells.
 */
export function written(
  name: string,
  attributes: Attributes = {},
  children: readonly (Written | string)[] = [],
): Written {
  const named = Object.keys(attributes).length > 0;
  if (children.length === 0) return { [name]: named ? { _attr: attributes } : {} };
  return { [name]: named ? [{ _attr: attributes }, ...children] : children };
}

/** A property such as `<w:jc w:val="center"/>`. */
export function setting(name: string, value: string | number): Written {
  return { [name]: { _attr: { "w:val": value } } };
}

/** An element as docx takes it into the body of a document. */
export function asChild(element: Written): FileChild {
  const [name = ""] = Object.keys(element);
  const child = new FileChild(name);
  child.prepForXml = () => element;
  return child;
}

/** A paragraph of a named style. */
export function paragraphOf(
  style: string,
  children: readonly Written[],
  settings: readonly Written[] = [],
): Written {
  return written("w:p", {}, [written("w:pPr", {}, [setting("w:pStyle", style), ...settings]), ...children]);
}
