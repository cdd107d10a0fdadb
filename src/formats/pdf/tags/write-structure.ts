import type { PdfDocument, PdfObject, PdfStructure, StructureOptions } from "pdfmake/build/pdfmake.min.js";
import { byteString, textString } from "../file/pdf-values.ts";
import type { StructureElement, TableAttributes } from "./element.ts";
import type { MarkedContents, Place } from "./marks.ts";

/** Writes the tree of elements into the file, each with what the pages show of it. Empty texts are left out. */
export function writeStructure(pdf: PdfDocument, root: StructureElement, contents: MarkedContents): void {
  const ids = new Map<string, PdfObject>();
  const top = pdf.struct(root.type);
  pdf.addStructure(top);
  for (const child of root.children) addElement(pdf, top, child, contents, ids);
  top.end();
  if (ids.size > 0) pdf.getStructTreeRoot().data.IDTree = { Names: namesOf(ids) };
}

function addElement(
  pdf: PdfDocument,
  parent: PdfStructure,
  element: StructureElement,
  contents: MarkedContents,
  ids: Map<string, PdfObject>,
): void {
  if (!says(element, contents)) return;
  const shown = contents.get(element);
  const { table, link } = element;
  const written = pdf.struct(element.type, optionsOf(element, shown?.places[0]));
  parent.add(written);
  if (table) describeTable(written.dictionary, table, ids);
  for (const content of shown?.contents ?? []) written.add(content);
  if (link) for (const place of shown?.places ?? []) addLink(pdf, written, link, place);
  for (const child of element.children) addElement(pdf, written, child, contents, ids);
  written.end();
}

/** Whether an element or one within it shows something. A table is there though its cells be blank. */
function says(element: StructureElement, contents: MarkedContents): boolean {
  if (contents.has(element) || element.table) return true;
  return element.children.some((child) => says(child, contents));
}

/** A picture says where it stands, and what it shows in words (ISO 32000-1, 14.8.5.4). */
function optionsOf({ alternative }: StructureElement, place: Place | undefined): StructureOptions {
  if (alternative === undefined || !place) return {};
  const { x, y, width, height } = place;
  return { alt: alternative, bbox: [x, y, x + width, y + height], placement: "Block" };
}

/** pdfkit takes the page that it is on for that of the link, when the element is added and when it ends. */
function addLink(
  pdf: PdfDocument,
  element: PdfStructure,
  { leadsTo, description }: NonNullable<StructureElement["link"]>,
  { page, x, y, width, height }: Place,
): void {
  pdf.switchToPage(page);
  pdf.annotate(x, y, width, height, {
    Subtype: "Link",
    Dest: leadsTo,
    Contents: textString(description),
    structParent: element,
  });
}

function describeTable(dictionary: PdfObject, table: TableAttributes, ids: Map<string, PdfObject>): void {
  const { summary, scope, colSpan, rowSpan, id, headers } = table;
  const attributes = {
    ...(summary === undefined ? {} : { Summary: textString(summary) }),
    ...(scope === undefined ? {} : { Scope: scope }),
    ...(colSpan === undefined ? {} : { ColSpan: colSpan }),
    ...(rowSpan === undefined ? {} : { RowSpan: rowSpan }),
    ...(headers === undefined ? {} : { Headers: headers.map(idString) }),
  };
  if (Object.keys(attributes).length > 0) dictionary.data.A = { O: "Table", ...attributes };
  if (id === undefined) return;
  dictionary.data.ID = idString(id);
  ids.set(id, dictionary);
}

/** The ids in the order of their letters, by which a reader looks them up. */
function namesOf(ids: ReadonlyMap<string, PdfObject>): unknown[] {
  const sorted = [...ids].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.flatMap(([id, dictionary]) => [idString(id), dictionary]);
}

function idString(id: string) {
  return byteString(new TextEncoder().encode(id));
}
