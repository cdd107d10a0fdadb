import type { FoundBlock, FoundCell, FoundDocument } from "../../document/found.ts";

/**
 * Reads plain or pasted text: each line a text, and lines with tabs or upright strokes tables. What parts the
 * cells is kept; which of them make a row is not known where each stands on a line of its own, and such a table
 * has rows of one cell.
 */
export function readText(text: string): FoundDocument {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|[\n\r\u2028\u2029\f\v]/);
  const blocks: FoundBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfTable(lines, at);
    if (end > at) blocks.push({ type: "table", rows: rowsOf(lines.slice(at, end)), place: { line: at + 1 } });
    else blocks.push(...textOf(lines[at] ?? "", at + 1));
    at = Math.max(end, at + 1);
  }
  return { blocks, notRead: [] };
}

function textOf(line: string, number: number): FoundBlock[] {
  return line.trim() === "" ? [] : [{ type: "text", runs: [{ text: line.trim() }], place: { line: number } }];
}

/** The line behind a table that begins at a line; the line itself where none begins there. */
function endOfTable(lines: readonly string[], start: number): number {
  const parts = separatorOf(lines[start] ?? "");
  if (parts === undefined && !(isLone(lines[start + 1] ?? "") && (lines[start] ?? "").trim() !== ""))
    return start;
  const separator = parts ?? "|";
  let end = start + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.includes(separator) && separatorOf(line) === separator) end = at + 1;
    else if (line.trim() !== "" && separator === "|" && !continues(lines, at)) break;
    else if (separator === "\t" && line.trim() !== "" && !isWithinCell(lines, at)) break;
    else if (separator === "\t" && line === "" && !cellsFollow(lines, at)) break;
  }
  return end;
}

/** Blank lines part the rows of a table whose cells stand on lines of their own behind a tab. */
function cellsFollow(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at).find((line) => line !== "");
  return next?.startsWith("\t") ?? false;
}

/** Whether a line goes on with the text of the cell before it, and more cells follow at once. */
function isWithinCell(lines: readonly string[], at: number): boolean {
  const [before = "", line = "", after = ""] = lines.slice(at - 1, at + 2);
  return before.startsWith("\t") && after.startsWith("\t") && line.length < 40;
}

/** Whether a line without a stroke is a cell, or a piece of one, whose stroke stands on one of the next lines. */
function continues(lines: readonly string[], at: number): boolean {
  const near = lines.slice(at, at + 4).filter((line) => line.trim() !== "");
  const stroke = near.findIndex((line) => line.includes("|"));
  return (
    stroke > 0 && near.slice(0, stroke).every((line) => line.length < 120 && !/[。；]$/.test(line.trim()))
  );
}

function separatorOf(line: string): "|" | "\t" | undefined {
  if (/[|｜]/.test(line)) return "|";
  return line.includes("\t") ? "\t" : undefined;
}

function isLone(line: string): boolean {
  return /^\s*[|｜]+\s*$/.test(line);
}

function rowsOf(lines: readonly string[]): FoundCell[][] {
  if (separatorOf(lines.find((line) => separatorOf(line)) ?? "") === "\t") return tabbedRows(lines);
  const full = lines.filter((line) => line.trim() !== "");
  const several = full.filter((line) => line.split(/[|｜]/).filter((cell) => cell.trim() !== "").length > 1);
  const loose = full.filter((line) => line.split(/[|｜]/).filter((cell) => cell.trim() !== "").length === 1);
  return several.length * 2 >= loose.length ? strokedRows(full) : cellsAlone(lines);
}

/** One row a line; a stroke ends its cell. */
function strokedRows(lines: readonly string[]): FoundCell[][] {
  return lines.map((line) =>
    line
      .replace(/^\s*[|｜]\s*(?=\S)/, "")
      .replace(/[|｜]\s*$/, "")
      .split(/[|｜]/)
      .map((text) => cell(text)),
  );
}

/** One cell a line: a stroke ends it, be it at the end of the line, on the next one, or alone for a blank cell. */
function cellsAlone(lines: readonly string[]): FoundCell[][] {
  const pieces = lines.join("\n").split(/[|｜]/);
  if ((pieces.at(-1) ?? "").trim() === "") pieces.pop();
  return pieces.map((text) => [cell(text.trim())]);
}

/** One row a line with tabs; where each cell stands behind a tab on a line of its own, a blank line ends the row. */
function tabbedRows(lines: readonly string[]): FoundCell[][] {
  const full = lines.filter((line) => line !== "");
  const alone = full.filter((line) => /^\t[^\t]*$/.test(line));
  if (alone.length * 2 < full.length) return full.map((line) => line.split("\t").map((text) => cell(text)));
  const rows: string[][] = [[]];
  for (const line of lines) {
    if (line === "") {
      if ((rows.at(-1)?.length ?? 0) > 0) rows.push([]);
    } else if (line.startsWith("\t")) rows.at(-1)?.push(line.slice(1));
    else {
      const row = rows.at(-1) ?? [];
      row.push((row.pop() ?? "") + line);
    }
  }
  return rows.filter((row) => row.length > 0).map((row) => row.map((text) => cell(text)));
}

function cell(text: string): FoundCell {
  return { text: text.trim(), colSpan: 1, rowSpan: 1 };
}
