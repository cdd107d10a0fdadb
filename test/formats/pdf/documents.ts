import { readFileSync } from "node:fs";
import { compose } from "../../../src/document/compose.ts";
import type { Block, Document, Heading, Paragraph, Table, TableCell } from "../../../src/document/tree.ts";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { fontOf, gongwen, type Style } from "../../../src/formats/style.ts";
import { openDraft } from "../../../src/report/file/open.ts";
import { type ReadPdf, readPdf } from "../../support/read-pdf.ts";

/** The document of one of templates/samples. */
export function sampleDocument(name: string): Document {
  const file = new URL(`../../../templates/samples/${name}.nianbao.json`, import.meta.url);
  const opening = openDraft(readFileSync(file, "utf8"), builtinEditions);
  if (!opening.ok) throw new Error(`sample ${name} does not open`);
  const edition = builtinEditions.get(opening.draft.edition);
  if (!edition) throw new Error(`sample ${name} has an unknown edition`);
  return compose(edition, opening.draft);
}

export function documentOf(blocks: readonly Block[], titleWords: readonly string[] = ["年度报告"]): Document {
  return { title: titleWords.join(""), titleWords, language: "zh-CN", author: "青禾县人民政府", blocks };
}

/** The official style, with other faces for one of its fonts in the PDF. */
export function drawnBy(font: string, pdfFaces: string[]): Style {
  return { ...gongwen, fonts: { ...gongwen.fonts, [font]: { ...fontOf(gongwen, font), pdfFaces } } };
}

export function body(text: string): Paragraph {
  return { type: "paragraph", style: "body", runs: [{ text }] };
}

export function heading(level: Heading["level"], text: string): Heading {
  return { type: "heading", level, runs: [{ text }] };
}

/** A table of rows written as texts; the first row is a head. */
export function plainTable(rows: readonly (readonly string[])[], keepWhole: boolean): Table {
  const cell = (text: string, role: TableCell["role"]): TableCell => ({ text, role, colSpan: 1, rowSpan: 1 });
  return {
    type: "table",
    name: "表",
    columnWidths: (rows[0] ?? []).map(() => 1),
    headRows: 1,
    keepWhole,
    rows: rows.map((row, index) => row.map((text) => cell(text, index === 0 ? "head" : "value"))),
  };
}

/** Writes a document with the shipped faces and reads it back. */
export async function writtenAndRead(document: Document, style: Style = gongwen): Promise<ReadPdf> {
  return readPdf(await writePdf(document, style, loadNodeFace));
}

/** A text of full-width characters, all different from their neighbours. */
export function chinese(length: number): string {
  const text = "政府信息公开工作年度报告总体情况主动公开依申请公开监督保障";
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
