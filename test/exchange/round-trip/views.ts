import { type Feature, formats, type OutputFormat } from "../../../src/exchange/formats.ts";
import type { Inline, Passage } from "../../../src/report/narrative/passages.ts";

/**
 * What of a text comes back out of a file, as far as its format shows it. Word and web pages show all of it. Paper
 * and plain text show the words: neither marks, nor levels, nor where a line was broken, nor pictures (of which text tells in words); a
 * workbook has the tables of the report alone.
 */
export function viewOf(passages: readonly Passage[], format: OutputFormat): unknown {
  const { leavesOut, inWords }: Readonly<Record<"leavesOut" | "inWords", readonly Feature[]>> =
    formats[format];
  if (leavesOut.includes("text")) return [];
  if (format === "docx" || format === "html") return passages.map(wholeOf);
  return passages
    .flatMap((passage) => wordsOf(passage, inWords.includes("picture")))
    .join("")
    .replace(/\s/g, "");
}

function wholeOf(passage: Passage): unknown {
  switch (passage.type) {
    case "heading":
      return ["heading", passage.level, textOf(passage.inlines)];
    case "paragraph":
      return ["paragraph", runsOf(passage.inlines)];
    case "item":
      return ["item", passage.level, passage.list, passage.number, runsOf(passage.inlines)];
    case "table":
      return [
        "table",
        passage.rows.map((row) => row.map((cell) => [textOf(cell.inlines), cell.colSpan, cell.rowSpan])),
      ];
    case "picture":
      return ["picture", passage.alternative, passage.caption];
  }
}

/** The words as they stand in the file; the number of an item is printed before it. */
function wordsOf(passage: Passage, tellsOfPictures: boolean): string[] {
  switch (passage.type) {
    case "heading":
    case "paragraph":
      return [textOf(passage.inlines)];
    case "item": {
      const { level, number } = passage;
      const marker = number === undefined ? "•" : level % 2 === 1 ? `${number}.` : `（${number}）`;
      return [marker + textOf(passage.inlines)];
    }
    case "table":
      return passage.rows.flat().map((cell) => textOf(cell.inlines));
    case "picture":
      return tellsOfPictures ? [`（图片：${passage.alternative}）`, passage.caption] : [passage.caption];
  }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join("");
}

/** Runs of like marks are one. */
function runsOf(inlines: readonly Inline[]): [text: string, marks: string][] {
  const runs: [string, string][] = [];
  for (const { text, bold, italic } of inlines) {
    const own = `${bold ? "b" : ""}${italic ? "i" : ""}`;
    const last = runs.at(-1);
    if (last && last[1] === own) last[0] += text;
    else runs.push([text, own]);
  }
  return runs;
}
