import {
  type Inline,
  lineBreak,
  type Passage,
  type PassageCell,
} from "../../../report/narrative/passages.ts";
import type { FoundCell, FoundPicture, FoundRun, FoundTable } from "../../found.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Line, Part } from "./parts.ts";

/** A heading is short, and no sentence. */
const longestHeading = 40;

/** The passages of a section's text: headings by their numbers or by what the file says of them, lists, tables. */
export function passagesOf(parts: readonly Part[]): Passage[] {
  return paragraphsOf(parts).flatMap(passagesOfPart);
}

function passagesOfPart(part: Part): Passage[] {
  switch (part.type) {
    case "line":
      return passageOfLine(part);
    case "table":
      return [passageOfTable(part)];
    case "picture": {
      const picture = passageOfPicture(part);
      return picture ? [picture] : [];
    }
  }
}

function passageOfLine(line: Line): Passage[] {
  const inlines = inlinesOf(line.runs ?? [{ text: line.text }]);
  if (inlines.length === 0) return [];
  if (line.item) {
    const { level, ordered, number } = line.item;
    const list = ordered ? ("ordered" as const) : ("bullet" as const);
    return [{ type: "item", level, list, inlines, ...(number === undefined ? {} : { number }) }];
  }
  const level = headingLevel(line);
  return [level === undefined ? { type: "paragraph", inlines } : { type: "heading", level, inlines }];
}

/** （一） opens the second level, 1. the third, （1） the fourth; else the file's own outline decides. */
function headingLevel({ text, level }: Line): 2 | 3 | 4 | undefined {
  const plain = text.normalize("NFKC").trim();
  if (plain.length > longestHeading || /[。;,!?]|:$/.test(plain))
    return level === undefined ? undefined : deep(level);
  if (/^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)/u.test(plain)) return 2;
  if (/^\d{1,2}[.、]\s*\D/.test(plain)) return 3;
  if (/^\(\d{1,2}\)\s*\D/.test(plain)) return 4;
  return level === undefined ? undefined : deep(level);
}

function deep(level: number): 2 | 3 | 4 {
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

function inlinesOf(runs: readonly FoundRun[]): Inline[] {
  const texts = runs.map((run) => run.text.replace(/[\t\n\r\u00a0]+/g, " "));
  const first = texts.findIndex((text) => text.trim() !== "");
  const last = texts.length - 1 - [...texts].reverse().findIndex((text) => text.trim() !== "");
  if (first < 0) return [];
  return runs.slice(first, last + 1).map((run, index): Inline => {
    let text = texts[first + index] ?? "";
    if (index === 0) text = text.trimStart();
    if (first + index === last) text = text.trimEnd();
    return {
      type: "text",
      text,
      ...(run.strong ? { bold: true as const } : {}),
      ...(run.emphasis ? { italic: true as const } : {}),
    };
  });
}

function passageOfTable(table: FoundTable): Passage {
  const rows = table.rows.map((row) =>
    row.map(
      (cell): PassageCell => ({
        isHead: cell.head ?? false,
        colSpan: cell.colSpan,
        rowSpan: cell.rowSpan,
        // On pages a line ends where its column does: nobody ended it.
        inlines: table.place.page === undefined ? inlinesOfCell(cell) : inlinesOf([cell]),
      }),
    ),
  );
  return { type: "table", rows };
}

/** The lines of a cell, parted as they are in the file. */
function inlinesOfCell({ text }: FoundCell): Inline[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: "text" as const, text: lineBreak }]),
    ...inlinesOf([{ text: line }]),
  ]);
}

/** The kinds of pictures a report can hold. */
const pictureTypes: readonly string[] = ["image/png", "image/jpeg", "image/webp"];

function passageOfPicture({ mediaType, bytes, alternative, caption }: FoundPicture): Passage | undefined {
  if (!bytes || !isPicture({ mediaType, bytes })) return undefined;
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return {
    type: "picture",
    source: `data:${mediaType};base64,${btoa(binary)}`,
    alternative,
    caption: caption ?? "",
  };
}

/** Whether a found picture can stand in a report. */
export function isPicture({ mediaType, bytes }: Pick<FoundPicture, "mediaType" | "bytes">): boolean {
  return bytes !== undefined && pictureTypes.includes(mediaType);
}
