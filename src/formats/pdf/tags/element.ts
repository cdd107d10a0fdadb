/** What PDF calls the parts of a document (ISO 32000-1, 14.8.4). */
export type StructureType =
  | "Document"
  | `H${1 | 2 | 3 | 4 | 5}`
  | "P"
  | "L"
  | "LI"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Div"
  | "Figure"
  | "Caption"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "Link";

/** A part of the document as those who hear it get it. What is drawn for it is marked with it. */
export type StructureElement = {
  readonly type: StructureType;
  readonly children: readonly StructureElement[];
  /** What it shows, in words. */
  readonly alternative?: string;
  readonly table?: TableAttributes;
  /** For a link: the named place, and what is said of it. */
  readonly link?: { readonly leadsTo: string; readonly description: string };
};

/** What a table or a cell of one says of itself (ISO 32000-1, 14.8.5.7). */
export type TableAttributes = {
  readonly summary?: string;
  readonly scope?: "Column" | "Row";
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly id?: string;
  /** The ids of the heads of a figure. */
  readonly headers?: readonly string[];
};
