import printed from "../../../../templates/document.json" with { type: "json" };
import wording from "../../../../templates/wording.json" with { type: "json" };
import { labelsIn, nearestLabel } from "../../../edition/labels/match-labels.ts";
import { type LabelName, type Pattern, vocabularyOf } from "../../../edition/labels/vocabulary.ts";
import type { Edition } from "../../../edition/read.ts";
import { type Origin, within } from "../../origin.ts";
import type { Line, TablePart } from "../parts/parts.ts";
import { numberingColumns, placedRows, transposed } from "./matrix.ts";
import { isFigure, runIn } from "./published-value.ts";

/**
 * What the tables of a report are read from, in reading order: labels, figures, digits that ran together behind a
 * label, and words that are no label. `row` numbers the lines of the file; `cell` tells a cell of a table, whose
 * borders are known, from a stretch of a line.
 */
export type Token = {
  readonly text: string;
  readonly row: number;
  readonly origin: Origin;
  readonly cell: boolean;
  /** The first filled cell of its row. */
  readonly first: boolean;
  /** The column of the grid, for a cell. */
  readonly x?: number;
  /** Whether the table has rows of several cells, so that a row of the file is a row of the table. */
  readonly rows: boolean;
  /** It stands right behind what comes before it in its line, with nothing between. */
  readonly touches?: boolean;
  /** Words with digits that stand behind a label in its cell. */
  readonly beside?: string;
} & (
  | { readonly type: "label"; readonly names: readonly LabelName[]; readonly near?: boolean }
  | { readonly type: "figure" }
  | { readonly type: "run" }
  | { readonly type: "words" }
);

/** The tokens of lines of text that follow each other; `row` is the number of the first. */
export function tokensOfLines(lines: readonly Line[], row: number, edition: Edition): Token[] {
  const text = lines.map((line) => line.text).join("\n");
  const starts = startsOf(lines);
  const base = (at: number, length: number): Base => {
    const line = lineAt(starts, at);
    const start = starts[line] ?? 0;
    return {
      row: row + line,
      origin: originIn(lines[line], at - start, length),
      cell: false,
      first: text.slice(start, at).trim() === "",
      rows: false,
    };
  };
  const tokens: Token[] = [];
  let end = 0;
  const rest = (to: number): void => {
    tokens.push(...betweenLabels(text, end, to, base));
  };
  for (const label of labelsIn(text, vocabularyOf(edition))) {
    if (label.start < end) continue;
    rest(label.start);
    end = skipHint(text, label.end);
    tokens.push({
      ...base(label.start, end - label.start),
      type: "label",
      names: label.names,
      text: text.slice(label.start, end),
    });
  }
  rest(text.length);
  return tokens;
}

/** Where each line begins in the text of all. */
function startsOf(lines: readonly Line[]): number[] {
  let next = 0;
  return lines.map(({ text }) => {
    const start = next;
    next += text.length + 1;
    return start;
  });
}

/** The last line that begins at or before a place: lines are looked for again and again. */
function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A label may go on in the next line; what stands in its first is enough to show it. */
function originIn(line: Line | undefined, from: number, length: number): Origin {
  if (!line) return { block: -1, start: 0, end: 0 };
  return within(line.origin, from, Math.min(from + length, line.text.length));
}

type Base = Omit<Token, "type" | "text" | "names" | "near" | "x">;

/** Figures and words between two labels, parted by white space; digits that touch the label before are a run. */
function betweenLabels(
  text: string,
  from: number,
  to: number,
  base: (at: number, length: number) => Base,
): Token[] {
  return [...text.slice(from, to).matchAll(/[^\s|]+/g)].flatMap((match): Token[] => {
    const [piece] = match;
    const at = from + match.index;
    if (!/[\p{L}\p{N}\p{S}/／－—-]/u.test(piece) && !isFigure(piece)) return [];
    const isLast = text.slice(at + piece.length, to).trim() === "" && to < text.length;
    if (isLast && isItemNumber(piece)) return [];
    const own = base(at, piece.length);
    if (at > from || from === 0) return [{ ...own, type: isFigure(piece) ? "figure" : "words", text: piece }];
    const run = runIn(piece);
    if (run !== undefined) return [{ ...own, type: "run", text: run, touches: true }];
    const plain = piece.normalize("NFKC");
    const counted = plain.match(countedFigures)?.[0] === plain ? plain.match(countedFigure) : null;
    if (counted && counted.length > 1) return counted.map((text) => ({ ...own, type: "figure", text }));
    return [{ ...own, type: isFigure(piece) ? "figure" : "words", text: piece, touches: true }];
  });
}

/** 2. or 2、 before a label that stands on the next line, or apart; 0. before digits is a figure that was split. */
function isItemNumber(piece: string): boolean {
  return /^[\d０-９]{1,2}[.．、]$/.test(piece);
}

/** Figures that ran together and are parted by what is counted: 12件0件1件. */
const counter = `[${wording.notation.counters.join("")}]`;
const countedFigure = new RegExp(`[+-]?\\d+${counter}`, "gu");
const countedFigures = new RegExp(`^(?:[+-]?\\d+${counter})+$`, "u");

/** Past the hint in brackets behind a label (指2020年办件量); a number in brackets begins the next label. */
function skipHint(text: string, end: number): number {
  const hint = /^["”’\s]*[（(]([^（()）]{0,160}|[^（()）]*[（(][^（()）]*[）)][^（()）]*)[）)]/u.exec(
    text.slice(end),
  );
  return hint && !/^[一二三四五六七八九十\d]{1,3}$/.test((hint[1] ?? "").trim()) ? end + hint[0].length : end;
}

/** How a line of checks begins that this program writes under a table of a workbook: 勾稽核对：一＋二＝… */
const [ownCheck] = printed.check.equation.split("{");

/** Whether a row is such a line: its differences are reckoned from the figures above, and are none of the report. */
function isOwnCheck(cells: readonly { readonly cell: { readonly text: string } }[]): boolean {
  return !!ownCheck && cells.some(({ cell }) => cell.text.includes(ownCheck));
}

/** The tokens of a table; `row` is the number of its first row. A table that lies on its side is turned. */
export function tokensOfTable(table: TablePart, row: number, edition: Edition): Token[] {
  const upright = uprightOf(table, edition);
  const rows = upright.rows.some((cells) => cells.length > 1);
  const placed = placedRows(upright);
  const numbering = numberingColumns(placed);
  return placed.flatMap((all, y) => {
    if (isOwnCheck(all)) return [];
    const cells = all.filter(({ cell, x }) => !numbering.has(x) || !isFigure(cell.text));
    const firstFull = cells.find(({ cell }) => cell.text.trim() !== "");
    return cells.flatMap(({ cell, x }): Token[] => {
      const first = cells.length > 0 && firstFull?.x === x;
      const base = { row: row + y, origin: cell.origin, cell: true, first, x, rows };
      return tokensOfCell(cell.text, base, vocabularyOf(edition));
    });
  });
}

function tokensOfCell(
  text: string,
  base: Omit<Base, "x"> & { readonly x: number },
  vocabulary: readonly Pattern[],
): Token[] {
  if (text.trim() === "" || isFigure(text)) return [{ ...base, type: "figure", text: text.trim() }];
  // An equation of rows is a check of a workbook, and names none of them.
  if (text.normalize("NFKC").includes("=")) return [{ ...base, type: "words", text: text.trim() }];
  const labels = labelsIn(text, vocabulary);
  const [label] = labels;
  if (!label) {
    const near = nearestLabel(text, vocabulary);
    return near
      ? [{ ...base, type: "label", names: [near], text, near: true }]
      : [{ ...base, type: "words", text: text.trim() }];
  }
  // A label that stands far behind other words is mentioned, not meant: 其他主动公开文件（除规范性文件以外）.
  if (text.slice(0, label.start).replace(/[\s\d\p{P}]/gu, "").length > 6)
    return [{ ...base, type: "words", text: text.trim() }];
  return labelsInCell(text, labels, base);
}

/** The labels of a cell as far as they stand side by side, and digits that ran together with the last. */
function labelsInCell(
  text: string,
  labels: ReturnType<typeof labelsIn>,
  base: Omit<Base, "x"> & { readonly x: number },
): Token[] {
  const tokens: Token[] = [];
  let end = labels[0]?.start ?? 0;
  for (const label of labels) {
    if (text.slice(end, label.start).replace(/[\s\p{P}]/gu, "") !== "") break;
    end = label.end;
    tokens.push({ ...base, type: "label", names: label.names, text });
  }
  const rest = text.slice(end);
  const run = runIn(rest);
  const origin = within(base.origin, end + rest.length - rest.trimStart().length, text.trimEnd().length);
  if (run !== undefined) return [...tokens, { ...base, origin, type: "run", text: run, touches: true }];
  const last = tokens.at(-1);
  const said = /\p{Nd}/u.test(rest.replace(/[（(][^（()）]*[）)]/gu, ""));
  return last && said ? [...tokens.slice(0, -1), { ...last, beside: rest.trim() }] : tokens;
}

/** A table whose rows are named along its top and its columns along its side is turned by its diagonal. */
function uprightOf(table: TablePart, edition: Edition): TablePart {
  const vocabulary = vocabularyOf(edition);
  const placed = placedRows(table).flat();
  const rows = { x: new Set<number>(), y: new Set<number>() };
  const columns = { x: new Set<number>(), y: new Set<number>() };
  const tables = new Set<string>();
  for (const { cell, x, y } of placed) {
    const names = isFigure(cell.text) ? [] : (labelsIn(cell.text, vocabulary)[0]?.names ?? []);
    const [name] = names;
    if (!name?.leaf || name.axis === "frame") continue;
    const places = name.axis === "row" ? rows : columns;
    places.x.add(x);
    places.y.add(y);
    if (names.every(({ table: own }) => own === name.table)) tables.add(name.table);
  }
  // Rows that are printed side by side stand below each other on its side.
  const beside = [...tables].every((id) => edition.tables.find((own) => own.id === id)?.layout !== "down");
  const onSide =
    columns.y.size > 2 && columns.x.size < columns.y.size && (beside || rows.x.size >= rows.y.size);
  return (onSide ? transposed(table) : undefined) ?? table;
}
