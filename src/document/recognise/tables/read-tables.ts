import { cellId } from "../../../edition/cells.ts";
import type { Edition } from "../../../edition/read.ts";
import type { BlockTemplate, TableTemplate } from "../../../edition/schema.ts";
import type { Origin } from "../../origin.ts";
import { balancedWays, equationsOf } from "./balance.ts";
import { gapsOf, isConfirmed } from "./gaps.ts";
import { readLines } from "./line-reader.ts";
import { blockOf, columnsOf, type ReadLine, type TokenRun } from "./lines.ts";
import { type ColumnOrder, columnOrder } from "./order.ts";
import {
  type Figure,
  figureOf,
  type LineCells,
  lineCells,
  partings,
  placementsOf,
  type Tries,
  triesOfTable,
  trimmed,
} from "./placements.ts";
import { type CellReading, type LineDoubt, type OpenLine, settle, sourceOf } from "./settle.ts";
import { headOver, passesBlank, underHeads, underHeadsSideBySide } from "./under-heads.ts";

/** A row that stands in the file without figures: what stands behind its label, and where. */
export type BareRow = { readonly text: string; readonly origins: readonly Origin[] };

/** A table as it was read by one edition. */
export type ReadTable = {
  readonly table: TableTemplate;
  readonly edition: Edition;
  readonly cells: ReadonlyMap<string, CellReading>;
  readonly doubts: readonly LineDoubt[];
  /** Rows that stand in the file without a figure, and rows that do not stand there. */
  readonly bare: ReadonlyMap<string, BareRow>;
  readonly missing: readonly string[];
  readonly stray: readonly { readonly text: string; readonly origins: readonly Origin[] }[];
  /** How well the edition fits: what it explains less what it does not. */
  readonly score: number;
};

/** Reads every table that an edition declares and of which something stands in the file. */
export function readTables(runs: readonly TokenRun[], edition: Edition): ReadTable[] {
  const read = readLines(runs, edition);
  return edition.tables.flatMap((table) => {
    const lines = read.lines.filter((line) => line.table === table.id);
    const bare = new Map(
      read.bare
        .filter((row) => row.table === table.id)
        .map(({ row, text, origins }) => [row, { text, origins }] as const),
    );
    const stray = read.stray.filter((piece) => piece.table === table.id);
    return lines.length === 0 && bare.size === 0 ? [] : [placeLines(table, edition, lines, bare, stray)];
  });
}

function placeLines(
  table: TableTemplate,
  edition: Edition,
  lines: readonly ReadLine[],
  found: ReadonlyMap<string, BareRow>,
  stray: ReadTable["stray"],
): ReadTable {
  const tries = triesOfTable();
  const opened = lines.flatMap((line) => openLine(line, table, edition, tries) ?? []);
  const unread = lines.filter((line) => !opened.some((other) => other.line === line));
  const strayed = [...stray, ...unread.map((line) => ({ text: sourceOf(line), origins: line.origins }))];
  const emptied = strayed.length > 0 ? opened.filter(isEmpty) : [];
  const open = withSureGaps(withSurePlaces(opened.filter((line) => !emptied.includes(line))));
  const bare = new Map([...found, ...emptied.flatMap(bareRows)]);
  const ways = balancedWays(
    open.map(({ own, ways: possible }) => ({ cells: own.cells, ways: possible })),
    equationsOf(table, edition),
  );
  const cells = new Map<string, CellReading>();
  const doubts: LineDoubt[] = [];
  const twice = new Set<string>();
  let reasoned = 0;
  open.forEach((line, at) => {
    const settled = settle(line, ways[at] ?? []);
    doubts.push(...settled.doubts);
    if (settled.doubts.length > 0) reasoned += settled.readings.length;
    for (const reading of settled.readings) {
      const before = cells.get(reading.cell.id);
      if (before && before.text !== reading.text) twice.add(reading.cell.id);
      else cells.set(reading.cell.id, reading);
    }
  });
  doubts.push(...[...twice].map((id) => readTwice(id, open)));
  for (const id of twice) cells.delete(id);
  const there = new Set(
    [...lines.flatMap((line) => open.find((other) => other.line === line)?.own.cells ?? [])].map(
      (cell) => cell.row,
    ),
  );
  const missing = rowsOf(table, edition).filter((row) => !there.has(row) && !bare.has(row));
  const heads = new Set(lines.flatMap((line) => line.heads.flatMap((head) => head.ids)));
  const placed = open.filter((line) => line.plain).reduce((all, line) => all + line.own.cells.length, 0);
  // With enough ways to place figures some add up in any edition.
  const explained = placed + cells.size - reasoned * 0.75;
  const score = explained + heads.size * 3 - strayed.length * 8 - doubts.length * 2;
  return { table, edition, cells, doubts, bare, missing, stray: strayed, score };
}

/** Whether a row has blank cells only. Where figures stand about in its table, they may be its own. */
function isEmpty({ line }: OpenLine): boolean {
  return line.rows.length > 0 && line.figures.every(({ text }) => text.trim() === "");
}

function bareRows({ line }: OpenLine): [string, BareRow][] {
  return line.rows.map((row) => [row, { text: sourceOf(line), origins: line.origins }]);
}

function rowsOf(table: TableTemplate, edition: Edition): string[] {
  const cells = [...edition.cells.values()].filter((cell) => cell.table === table.id);
  return [...new Set(cells.map((cell) => cell.row))];
}

/** A line with its cells in the order of the file, and the ways to place it by its own figures. */
function openLine(
  line: ReadLine,
  table: TableTemplate,
  edition: Edition,
  tries: Tries,
): OpenLine | undefined {
  const first = line.rows[0] ?? (table.blocks.length === 1 ? rowsOf(table, edition)[0] : undefined);
  const block = first === undefined ? undefined : blockOf(table, first);
  if (!block || first === undefined) return undefined;
  const rows = line.rows.length > 0 ? line.rows : rowsOf(table, edition);
  const order = orderOf(line, block);
  const declared = columnsOf(table, first);
  const cellsIn = (ids: readonly string[], of: readonly string[]): LineCells =>
    lineCells(
      of.flatMap((row) => ids.flatMap((column) => edition.cells.get(cellId(table.id, row, column)) ?? [])),
      block,
    );
  const full = cellsIn(order.ids, rows);
  const placed = underHeads(line, order.ids);
  if (placed?.includes(null)) return { line, own: full, order, plain: false, alone: false, ways: [placed] };
  const figures = placed?.filter((figure) => figure !== null) ?? line.figures.map(figureOf);
  // Under the names of several rows may stand the figures of the last alone.
  const alone = rows.length > 1 && trimmed(figures).length === declared.length ? rows.slice(-1) : undefined;
  const own = alone ? cellsIn(order.ids, alone) : full;
  const beside = alone || rows.length < 2 ? undefined : underHeadsSideBySide(line, order.ids, rows.length);
  if (beside) return { line, own, order, plain: !beside.includes(null), alone: false, ways: [beside] };
  if (line.rows.length === 0 && trimmed(figures).length !== own.cells.length) return undefined;
  const run = line.figures.length === 1 && line.figures[0]?.type === "run" ? figures[0] : undefined;
  if (run !== undefined)
    return { line, own, order, plain: own.cells.length === 1, alone: false, ways: partings(run, own, tries) };
  const ways = placementsOf(
    figures.length > own.cells.length && trimmed(figures).length === own.cells.length
      ? trimmed(figures)
      : figures,
    own,
  );
  const even = trimmed(figures).length === own.cells.length;
  const plain = even || (figures.length === own.cells.length && !lacksColumn(line, own, figures));
  const past = even && ways[0] !== undefined && passesBlank(line, own, ways[0]);
  const place = placed ? { place: "heads" as const } : past ? { place: "past" as const } : {};
  return { line, own, order, plain, alone: alone !== undefined, ways, ...place };
}

/**
 * Figures beside the blank under their head may be those of a foreign column. Where no line of the table stands under
 * its heads, the grid has lost its spans and says nothing.
 */
function withSurePlaces(open: readonly OpenLine[]): readonly OpenLine[] {
  const told = open.some(({ place }) => place === "heads");
  return open.map((line) =>
    line.place === "past" && (told || line.own.sums.size > 1) ? { ...line, plain: false } : line,
  );
}

/** The columns of a line as its heads tell them; what the labels of its rows leave open is not sure either. */
function orderOf({ heads, crossed }: ReadLine, block: BlockTemplate): ColumnOrder {
  const order = columnOrder(heads, block);
  return crossed ? { ...order, sure: false, contradicted: true } : order;
}

/**
 * Whether a column has neither a head nor a figure, while others have heads: the page may have cut it off. A blank at
 * the end of a row of text is also what a stroke too many leaves, and then each figure belongs to the next column.
 */
function lacksColumn(line: ReadLine, { cells }: LineCells, figures: readonly Figure[]): boolean {
  if (!line.heads.some(({ leaf }) => leaf)) return false;
  const outer = [figures[0], figures.at(-1)].some((figure) => figure?.text === "");
  return cells.some(
    ({ column }, at) => (outer || figures[at]?.text === "") && headOver(line, column) === undefined,
  );
}

/**
 * Lines whose figures are parted by spaces that may stand within a figure are not plain, unless their totals
 * confirm them: where gaps differ in the line, and where another line has more figures than cells (its digits stand
 * apart) or fewer (blanks left no gap).
 */
function withSureGaps(open: readonly OpenLine[]): OpenLine[] {
  const split = open.some(({ line, own }) => {
    const { length } = line.figures;
    return length < own.cells.length
      ? line.figures.some((figure) => figure.type === "figure" && !figure.cell)
      : length > own.cells.length && gapsOf(line) !== "sure";
  });
  return open.map((one) => {
    const gaps = gapsOf(one.line);
    const sure = gaps === "sure" || (gaps === "spaces" && !split);
    if (sure || one.ways.every((way) => isConfirmed(way, one.own))) return one;
    return { ...one, plain: false };
  });
}

function readTwice(id: string, open: readonly OpenLine[]): LineDoubt {
  const lines = open.filter(({ own }) => own.cells.some((cell) => cell.id === id));
  return {
    kind: "twice",
    cells: [id],
    source: lines.map(({ line }) => sourceOf(line)).join("\n"),
    origins: lines.flatMap(({ line }) => line.origins),
  };
}
