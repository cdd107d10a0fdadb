import documentWords from "../../../../templates/document.json" with { type: "json" };
import words from "../../../../templates/recognition.json" with { type: "json" };
import { labelsIn } from "../../../edition/labels/match-labels.ts";
import { vocabularyOf } from "../../../edition/labels/vocabulary.ts";
import type { Edition } from "../../../edition/read.ts";
import type {
  FoundBlock,
  FoundCell,
  FoundDocument,
  FoundPicture,
  FoundPlace,
  FoundRun,
  FoundTable,
  FoundText,
} from "../../found.ts";
import { type Origin, within } from "../../origin.ts";
import { cutHeadings, sectionNamedBy } from "./headings.ts";

/** A line of text of the file: a paragraph, or the piece of one that is a heading or goes on after it. */
export type Line = {
  readonly type: "line";
  readonly text: string;
  readonly place: FoundPlace;
  readonly origin: Origin;
  /** As the file states it; undefined for a piece of a paragraph. */
  readonly level?: number;
  readonly item?: FoundText["item"];
  /** The runs with their marks, where the line is the whole paragraph. */
  readonly runs?: readonly FoundRun[];
};

/** A cell with where it stands, which it keeps however the table is parted or turned. */
export type TableCell = FoundCell & { readonly origin: Origin };
export type TablePart = Omit<FoundTable, "rows"> & { readonly rows: readonly (readonly TableCell[])[] };
export type PicturePart = FoundPicture & { readonly origin: Origin };

/** What a report is recognised from, in reading order. */
export type Part = Line | TablePart | PicturePart;

/** The parts of a found document: page furniture is dropped, and texts that ran together are cut. */
export function partsOf(found: FoundDocument, edition: Edition): Part[] {
  return found.blocks.flatMap((block, at) => partsOfBlock(block, at, edition));
}

function partsOfBlock(block: FoundBlock, at: number, edition: Edition): Part[] {
  switch (block.type) {
    case "text":
      return linesOf(block, { block: at, start: 0 }, edition);
    case "table":
      return partsOfTable(tablePart(block, at), edition);
    case "picture":
      return [{ ...block, origin: { block: at, start: 0, end: 0 } }];
  }
}

/** A table of a found document with the origin of each of its cells. */
export function tablePart(table: FoundTable, block: number): TablePart {
  const rows = table.rows.map((cells, row) =>
    cells.map((cell, index): TableCell => {
      const origin = { block, cell: { row, index }, start: 0, end: cell.text.length };
      return { ...cell, origin };
    }),
  );
  return { ...table, rows };
}

/** @param from where the text begins */
function linesOf(block: FoundText, from: Omit<Origin, "end">, edition: Edition): Part[] {
  const text = block.runs.map((run) => run.text).join("");
  if (text.trim() === "" || isFurniture(text)) return [];
  const origin = { ...from, end: from.start + text.length };
  const whole = { place: block.place, ...(block.level === undefined ? {} : { level: block.level }) };
  const pieces = cutLine(text, edition);
  if (pieces.length > 1) {
    let end = 0;
    return pieces.map((piece): Line => {
      // The pieces stand in their order; between them only signs were left out.
      const start = text.indexOf(piece, end);
      end = start + piece.length;
      return { type: "line", text: piece, ...whole, origin: within(origin, start, end) };
    });
  }
  return [
    {
      type: "line",
      text,
      ...whole,
      origin,
      runs: block.runs,
      ...(block.item === undefined ? {} : { item: block.item }),
    },
  ];
}

/** Headings inside a line part it; sentences beside labels that ran together are parted from them. */
function cutLine(text: string, edition: Edition): string[] {
  const pieces = cutHeadings(text, edition);
  return pieces.flatMap((piece) => (holdsTable(piece, edition) ? cutSentences(piece) : [piece]));
}

/** As many labels as no sentence has. */
const manyLabels = 6;

function holdsTable(text: string, edition: Edition): boolean {
  return text.length > 60 && labelsIn(text, vocabularyOf(edition)).length >= manyLabels;
}

function cutSentences(text: string): string[] {
  const end = text.lastIndexOf(words.sentenceEnds[0] ?? "");
  return [text.slice(0, end + 1), text.slice(end + 1)].filter((piece) => piece.trim() !== "");
}

/** The 草稿 that a report with errors bears. */
const stamp = documentWords.stamp;

/** - 9 -, — 4 —, P. 8 and 第 3 页 stand between the pieces of a table that runs over pages. */
export function isFurniture(text: string): boolean {
  const bare = text.normalize("NFKC").replace(/[\s()]/g, "");
  const [of = "", page = "", all = ""] = words.pageWords;
  return (
    bare === stamp ||
    /^[-—–−]+\d{1,3}[-—–−]+$/.test(bare) ||
    /^P\.?\d{1,3}$/i.test(bare) ||
    new RegExp(`^${of}\\d{1,3}${page}([/,，]?${all}\\d{1,3}${page})?$`).test(bare)
  );
}

/** Long texts in the cells of a table that only lays the page out are lines; a heading in a row of its own parts it. */
function partsOfTable(table: TablePart, edition: Edition): Part[] {
  const parts: Part[] = [];
  let rows: TablePart["rows"][number][] = [];
  const close = (): void => {
    if (rows.length > 0) parts.push({ ...table, rows });
    rows = [];
  };
  for (const row of table.rows) {
    const full = row.filter((cell) => cell.text.trim() !== "");
    const [only] = full;
    if (full.length === 1 && only && isFurniture(only.text)) continue;
    const loose = full.length > 0 && full.some((cell) => isLayout(cell.text, full.length === 1, edition));
    if (!loose) {
      rows.push(row);
      continue;
    }
    close();
    for (const cell of full) {
      let { start } = cell.origin;
      for (const line of cell.text.split("\n")) {
        const text: FoundText = { type: "text", runs: [{ text: line }], place: table.place };
        parts.push(...linesOf(text, { ...cell.origin, start }, edition));
        start += line.length + 1;
      }
    }
  }
  close();
  return parts;
}

function isLayout(text: string, alone: boolean, edition: Edition): boolean {
  if (text.length > 300) return true;
  return alone && text.split("\n").some((line) => sectionNamedBy(line, edition) !== undefined);
}
