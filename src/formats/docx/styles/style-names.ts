import type { CellRole } from "../../../document/tree.ts";

/** Ids of the styles in the file. Word shows the built-in ones under the names of its own language. */
export const styleIds = {
  normal: "Normal",
  title: "Title",
  headings: { 1: "Heading1", 2: "Heading2", 3: "Heading3", 4: "Heading4" },
  /** For a sentence that stands for a heading. */
  asHeadings: { 2: "Heading2Char", 3: "Heading3Char", 4: "Heading4Char" },
  body: "BodyText",
  signature: "Signature",
  contentsHeading: "TOCHeading",
  contents: { 1: "TOC1", 2: "TOC2" },
  header: "Header",
  footer: "Footer",
  figure: "Figure",
  caption: "Caption",
  tableNormal: "TableNormal",
  table: "TableGrid",
  tableGap: "TableGap",
  cells: {
    head: "TableHead",
    label: "TableLabel",
    caption: "TableCaption",
    value: "TableValue",
    total: "TableTotal",
    text: "TableText",
  },
} as const satisfies { readonly cells: Readonly<Record<CellRole, string>> } & Record<string, unknown>;
