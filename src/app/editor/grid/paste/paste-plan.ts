import { tablePart } from "../../../../document/recognise/parts/parts.ts";
import { readTables } from "../../../../document/recognise/tables/read-tables.ts";
import { type Token, tokensOfTable } from "../../../../document/recognise/tables/tokens.ts";
import { type Cell, isInput } from "../../../../edition/cells.ts";
import type { Edition } from "../../../../edition/read.ts";
import type { TableTemplate } from "../../../../edition/schema.ts";
import { readTyped } from "../../../../report/figures/notation.ts";
import { totalOf } from "../../../../report/figures/totals.ts";
import type { Lookup } from "../../../../report/figures/values.ts";
import type { GridMap } from "../grid-map.ts";
import { beginningsOf } from "./beginnings.ts";

/** A total that came along and is not the sum of what came along with it. */
export type DifferingTotal = { readonly cell: Cell; readonly stated: number; readonly computed: number };

/** What a paste would do: the texts with their cells, and the lines that found no place. */
export type PastePlan = {
  readonly writes: readonly { readonly cell: Cell; readonly text: string }[];
  /** Labels came along and decided the rows, and the columns where their heads came along. */
  readonly byLabel: boolean;
  /** What was left over, as it stood in the clipboard. */
  readonly leftOver: readonly string[];
  /** Totals that came along; they are computed, not filled in. */
  readonly totalsSkipped: number;
  readonly totalsDiffering: readonly DifferingTotal[];
  /** Lines that were placed by reasoning, as they stood in the clipboard. */
  readonly doubtful: readonly string[];
  /** Labels that stand in more than one line: with the same figures once is enough, with others none is taken. */
  readonly twice: readonly string[];
  /** Where neither heads nor the number of figures tell the columns: the ways to read the block, one to choose. */
  readonly choices: readonly PasteChoice[];
};

export type PasteChoice = { readonly label: string; readonly plan: PastePlan };

/**
 * Plans a paste into a table. When the block brings row labels, it is read as a table of a file is; else the
 * block goes where the focus is, place by place. Computed figures are compared and passed over.
 *
 * @param standing what stands in the table now: a total that comes alone is compared with it
 */
export function planPaste(
  block: readonly (readonly string[])[],
  map: GridMap,
  at: string,
  edition: Edition,
  standing: Lookup = () => null,
): PastePlan {
  return planByLabel(block, map, edition, standing) ?? planByPlace(block, map, at, standing);
}

/** A block with labels, by its own heads; else by the heads that it means, or with the question which they are. */
function planByLabel(
  copied: readonly (readonly string[])[],
  map: GridMap,
  edition: Edition,
  standing: Lookup,
): PastePlan | undefined {
  const block = copied.map(withoutRepeats);
  const template = edition.tables.find(({ id }) => id === map.cells[0]?.table);
  if (!template) return undefined;
  const ways = beginningsOf(block, tokensOf(block, edition), template).flatMap(
    ({ label, block: headed, columns }) => {
      const plan = planByHeads(headed, template, edition, standing, columns);
      return plan ? [{ label, plan }] : [];
    },
  );
  const [only, ...others] = ways;
  const plan = only && others.length === 0 ? only.plan : planByHeads(block, template, edition, standing);
  return plan && { ...plan, choices: others.length > 0 ? ways : [] };
}

function tokensOf(block: readonly (readonly string[])[], edition: Edition): Token[] {
  const rows = block.map((line) => line.map((text) => ({ text, colSpan: 1, rowSpan: 1 })));
  return tokensOfTable(tablePart({ type: "table", rows, place: {} }, 0), 0, edition);
}

function planByHeads(
  block: readonly (readonly string[])[],
  table: TableTemplate,
  edition: Edition,
  standing: Lookup,
  columns?: readonly string[],
): PastePlan | undefined {
  const tokens = tokensOf(block, edition);
  const read = readTables([{ table: table.id, tokens }], edition).find((own) => own.table.id === table.id);
  if (!read || !tokens.some(({ type }) => type === "label")) return undefined;
  // Columns that did not come along are not blank: they stay as they are.
  const readings = [...read.cells.values()].filter(({ cell }) => columns?.includes(cell.column) ?? true);
  const open = read.doubts.filter(({ kind }) => kind === "open" || kind === "twice");
  if (readings.length === 0 && open.length === 0) return undefined;
  return {
    ...sorted(readings, standing),
    choices: [],
    twice: labelsTwice(tokens),
    byLabel: tokens.some(
      ({ type, text, row }) =>
        type === "figure" && text !== "" && tokens.some((own) => own.type === "label" && own.row === row),
    ),
    leftOver: [...read.stray.map(({ text }) => text), ...open.map(({ source }) => source)].map(spaced),
    doubtful: read.doubts
      .filter(({ kind }) => kind === "placed" || kind === "label")
      .map(({ source }) => source),
  };
}

/** The labels of rows that stand in more than one line with figures. */
function labelsTwice(tokens: readonly Token[]): string[] {
  const rows = new Map<string, Set<number>>();
  const texts = new Map<string, string>();
  for (const token of tokens) {
    if (token.type !== "label") continue;
    const [name] = token.names.filter(({ axis, leaf }) => axis === "row" && leaf);
    const hasFigures = tokens.some(
      ({ type, row, text }) => type === "figure" && row === token.row && text !== "",
    );
    if (!name || !hasFigures || token.names.some(({ axis }) => axis !== "row")) continue;
    const id = name.ids.join(" ");
    rows.set(id, (rows.get(id) ?? new Set()).add(token.row));
    texts.set(id, name.label);
  }
  return [...rows].filter(([, places]) => places.size > 1).map(([id]) => texts.get(id) ?? "");
}

/** A line as it is shown, its cells apart. */
function spaced(line: string): string {
  return line.replaceAll(" ", "　");
}

/** A label over several places comes along in each of them; it is read once. */
function withoutRepeats(line: readonly string[]): string[] {
  return line.map((text, index) => (text === line[index - 1] && looksLikeLabel(text) ? "" : text));
}

function looksLikeLabel(text: string): boolean {
  return (
    /\p{L}/u.test(text) &&
    typeof readTyped(text, "signed") === "string" &&
    typeof readTyped(text, "amount") === "string"
  );
}

/** The figures to fill in, and the totals among them compared with the sums of the others. */
function sorted(
  figures: readonly { readonly cell: Cell; readonly text: string }[],
  standing: Lookup,
): Pick<PastePlan, "writes" | "totalsSkipped" | "totalsDiffering"> {
  const writes = figures.filter(({ cell }) => isInput(cell)).map(({ cell, text }) => ({ cell, text }));
  const totals = figures.filter(({ cell }) => !isInput(cell));
  const values = new Map(writes.map(({ cell, text }) => [cell.id, readTyped(text, cell.kind)]));
  const totalsDiffering = totals.flatMap(({ cell, text }) => {
    const stated = readTyped(text, cell.kind);
    const { value: computed } = totalOf(cell, (id) =>
      values.has(id) ? (values.get(id) ?? null) : standing(id),
    );
    return typeof stated === "number" && computed !== null && stated !== computed
      ? [{ cell, stated, computed }]
      : [];
  });
  return { writes, totalsSkipped: totals.length, totalsDiffering };
}

/** The figures of a line in the cells of a row: as many as the row has cells, or as it has inputs. */
function placeInRow(
  figures: readonly string[],
  line: readonly (Cell | undefined)[],
): { cell: Cell; text: string }[] | undefined {
  const cells = [...new Set(line)].filter((cell) => cell !== undefined);
  const trimmed = [...figures];
  // Places that a spanning label covers come along blank, before the figures or behind them.
  while (trimmed.length > cells.length && trimmed[0] === "") trimmed.shift();
  while (trimmed.length > cells.length && trimmed.at(-1) === "") trimmed.pop();
  const targets = [cells, cells.filter(isInput)].find((candidates) => candidates.length === trimmed.length);
  return targets?.map((cell, index) => ({ cell, text: trimmed[index] ?? "" }));
}

function planByPlace(
  copied: readonly (readonly string[])[],
  map: GridMap,
  at: string,
  standing: Lookup,
): PastePlan {
  const block = withoutHeads(copied);
  const [only] = block;
  const whole =
    map.lines.length === 1 && block.length === 1 && only ? placeInRow(only, map.lines[0] ?? []) : undefined;
  const byPlace = { byLabel: false, doubtful: [], twice: [], choices: [] };
  if (whole) return { ...sorted(whole, standing), ...byPlace, leftOver: [] };
  const corner = map.placeOf(at);
  const lines = linesFor(block.length, map.lines.slice(corner?.y ?? map.lines.length));
  const figures: { cell: Cell; text: string }[] = [];
  const leftOver: string[] = [];
  const seen = new Set<string>();
  block.forEach((line, dy) => {
    line.forEach((text, dx) => {
      const cell = corner && lines[dy]?.[corner.x + dx];
      if (!cell) {
        if (text !== "") leftOver.push(text);
      } else if (!seen.has(cell.id)) figures.push({ cell, text });
      if (cell) seen.add(cell.id);
    });
  });
  return { ...sorted(figures, standing), ...byPlace, leftOver };
}

/** The lines a block goes into; one that has as many lines as there are without totals was copied without them. */
function linesFor(count: number, lines: GridMap["lines"]): GridMap["lines"] {
  const inputs = lines.filter((line) => line.some((cell) => cell && isInput(cell)));
  return count === inputs.length ? inputs : lines;
}

/** Lines of heads, copied along with figures, are no figures to fill in. */
function withoutHeads(block: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const firstFigures = block.findIndex((line) => line.some((text) => text !== "" && !looksLikeLabel(text)));
  return firstFigures > 0 && block.slice(0, firstFigures).every((line) => line.some(looksLikeLabel))
    ? block.slice(firstFigures)
    : block;
}
