import type { DefaultTreeAdapterTypes } from "parse5";
import { defaultTreeAdapter, parse } from "parse5";
import type { Edition } from "../../../src/edition/read.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { readXlsx } from "../../formats/xlsx/read-xlsx.ts";
import { readDocxTexts } from "../../support/read-docx.ts";
import { readPdf } from "../../support/read-pdf.ts";
import type { Download, Format } from "./steps.ts";

/** What a reader of an exported file sees: its title, its lines of text, and the figures line by line. */
export type ReadReport = {
  readonly title: string;
  readonly text: string;
  readonly figures: readonly (readonly string[])[];
};

/** A printed figure and over how many columns it stretches. */
type Figure = { readonly text: string; readonly span: number };

/** How the figures of a draft stand in each format: totals are added up here, not by the program. */
export function expectedFigures(
  draft: Draft,
  edition: Edition,
): Readonly<Record<Format, readonly (readonly string[])[]>> {
  const lines = edition.tables.flatMap((table) =>
    (edition.layouts.get(table.id)?.rows ?? [])
      .map((row) => row.flatMap(({ cell, colSpan }) => (cell ? [{ id: cell.id, span: colSpan }] : [])))
      .filter((row) => row.length > 0)
      .map((row) => row.map(({ id, span }): Figure => ({ text: printed(id, draft, edition), span }))),
  );
  const plain = lines.map((line) => line.map(({ text }) => text));
  const withoutBlanks = plain
    .map((line) => line.filter((text) => text !== ""))
    .filter((line) => line.length > 0);
  return {
    docx: lines.map((line) => line.flatMap(({ text, span }) => Array<string>(span).fill(text))),
    html: plain,
    // A blank leaves no trace on paper, and looks like a place that a span covers in a line of text.
    pdf: withoutBlanks,
    txt: withoutBlanks,
    // A workbook holds numbers, not their printed form.
    xlsx: withoutBlanks.map((line) => line.map((text) => text.replace(/^\+/, ""))),
  };
}

function printed(id: string, draft: Draft, edition: Edition): string {
  const cell = edition.cells.get(id);
  const values = (cell?.addends ?? [id]).map((addend) => {
    const [table = "", row = "", column = ""] = addend.split(".");
    return draft.tables[table]?.[row]?.[column] ?? null;
  });
  if (values.every((value) => value === null)) return "";
  const value = values.reduce<number>((sum, addend) => sum + Number(addend ?? 0), 0);
  return cell?.kind === "signed" && value > 0 ? `+${value}` : String(value);
}

/** Reads an exported file back with a reader of its own. */
export async function readExport({ name, bytes, text }: Download): Promise<ReadReport> {
  switch (name.split(".").at(-1) as Format) {
    case "docx":
      return fromDocx(bytes);
    case "pdf":
      return fromPdf(bytes);
    case "html":
      return fromHtml(text);
    case "xlsx":
      return fromXlsx(bytes);
    case "txt":
      return fromText(text);
  }
}

function fromDocx(bytes: Uint8Array): ReadReport {
  const { paragraphs, tables } = readDocxTexts(bytes);
  const [title = ""] = paragraphs;
  // Heads and labels stand before the figures of a row and are none themselves.
  const figures = tables
    .flat()
    .map((row) => row.slice(row.map((text) => text === "" || isFigure(text)).lastIndexOf(false) + 1))
    .filter((line) => line.length > 0);
  return { title, text: paragraphs.join("\n"), figures };
}

function fromText(text: string): ReadReport {
  const lines = text.split("\r\n");
  const [title = ""] = lines;
  const figures = lines
    .map((line) => (line.includes("\t") ? line.split("\t").filter(isFigure) : []))
    .filter((line) => line.length > 0);
  return { title, text: lines.join("\n"), figures };
}

function isFigure(text: string): boolean {
  return /^[+-]?\d[\d.]*$/.test(text);
}

async function fromPdf(bytes: Uint8Array): Promise<ReadReport> {
  const { pages, properties } = await readPdf(bytes);
  const pieces = pages.flatMap(({ items }) => items.map((item) => item.text));
  const figures = pages.flatMap(({ items }) => {
    const lines = new Map<string, { x: number; text: string }[]>();
    for (const { x, y, size, text: piece } of items) {
      if (size > 12 || !isFigure(piece)) continue;
      const height = y.toFixed(0);
      lines.set(height, [...(lines.get(height) ?? []), { x, text: piece }]);
    }
    return [...lines.values()].map((line) => line.sort((a, b) => a.x - b.x).map((piece) => piece.text));
  });
  const text = pieces.filter((piece) => !/^— \d+ —$/.test(piece)).join("");
  return { title: properties.title, text, figures };
}

/** Of each sheet the table: its rows until the first blank one; what the workbook checks stands below. */
function fromXlsx(bytes: Uint8Array): ReadReport {
  const rows = readXlsx(bytes).sheets.flatMap(({ cells }) => {
    const byNumber = new Map<number, string[]>();
    for (const [address, { value }] of cells) {
      const row = Number(address.replace(/\D/g, ""));
      byNumber.set(row, [...(byNumber.get(row) ?? []), String(value)]);
    }
    const inOrder = [...byNumber].sort(([a], [b]) => a - b);
    return inOrder.filter(([row], index) => row === index + 1).map(([, values]) => values);
  });
  const figures = rows.map((row) => row.filter(isFigure)).filter((line) => line.length > 0);
  return { title: rows[1]?.[0] ?? "", text: rows.flat().join("\n"), figures };
}

type Node = DefaultTreeAdapterTypes.Node;

function fromHtml(text: string): ReadReport {
  const document = parse(text);
  const figures = allNamed(document, "tr")
    .map((row) => allNamed(row, "td").map(textIn))
    .filter((line) => line.length > 0);
  const blocks = ["h1", "h2", "h3", "h4", "p"].flatMap((name) => allNamed(document, name).map(textIn));
  return {
    title: allNamed(document, "title").map(textIn).join(""),
    text: blocks.join("\n"),
    figures,
  };
}

function allNamed(node: Node, name: string): Node[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) => [...(child.nodeName === name ? [child] : []), ...allNamed(child, name)]);
}

function textIn(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(textIn).join("") : "";
}
