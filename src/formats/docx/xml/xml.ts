import { ImportedXmlComponent } from "docx";

export type Attributes = Readonly<Record<string, string | number>>;

/**
 * An element of WordprocessingML written as it stands in the standard. For what docx's own options cannot
 * say: table styles, indents by characters, paragraph settings inside a style.
 */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly ImportedXmlComponent[] = [],
): ImportedXmlComponent {
  const component = new ImportedXmlComponent(name, attributes);
  for (const child of children) component.push(child);
  return component;
}
