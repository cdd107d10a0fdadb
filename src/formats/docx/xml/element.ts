import { FileChild, ImportedXmlComponent, type IXmlableObject, Paragraph } from "docx";
import { xmlText } from "../../escape-xml.ts";

/** An element in the form docx gives to its serialiser: what its components become when they are formatted. */
export type XmlElement = IXmlableObject;

export type Attributes = Readonly<Record<string, string | number>>;

/**
 * An element of WordprocessingML as it stands in the standard. docx's own components would be built and then
 * turned into this: two thirds of the time of a report with its 300 cells; and its options cannot say table styles,
 * indents by characters and paragraph settings inside a style.
 */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  const written = children.map((child) => (typeof child === "string" ? xmlText(child) : child));
  const [first] = Object.keys(attributes);
  if (first === undefined) return { [name]: written.length === 0 ? {} : written };
  const _attr = writable(attributes);
  return { [name]: written.length === 0 ? { _attr } : [{ _attr }, ...written] };
}

/** A property such as `<w:jc w:val="center"/>`. */
export function setting(name: string, value: string | number): XmlElement {
  return { [name]: { _attr: writable({ "w:val": value }) } };
}

/** Attributes without what XML cannot hold, whatever a style says. */
function writable(attributes: Attributes): Attributes {
  if (Object.values(attributes).every((value) => typeof value === "number" || xmlText(value) === value))
    return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === "string" ? xmlText(value) : value,
    ]),
  );
}

/** An element as docx takes it into the body of a document. */
export function asChild(given: XmlElement): FileChild {
  const child = new FileChild(nameOf(given));
  child.prepForXml = () => given;
  return child;
}

/** A paragraph as docx takes it into a header or a footer. */
export function asParagraph(given: XmlElement): Paragraph {
  const paragraph = new Paragraph({});
  paragraph.prepForXml = () => given;
  return paragraph;
}

/** An element as docx takes it into the style sheet. */
export function asStyle(given: XmlElement): ImportedXmlComponent {
  const style = new ImportedXmlComponent(nameOf(given));
  style.prepForXml = () => given;
  return style;
}

function nameOf(given: XmlElement): string {
  return Object.keys(given)[0] ?? "";
}

/** A paragraph of a named style. */
export function paragraphOf(
  style: string,
  children: readonly XmlElement[],
  settings: readonly XmlElement[] = [],
): XmlElement {
  return element("w:p", {}, [element("w:pPr", {}, [setting("w:pStyle", style), ...settings]), ...children]);
}
