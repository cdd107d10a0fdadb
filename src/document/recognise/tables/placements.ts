import { addendsOf, type Cell } from "../../../edition/cells.ts";
import type { BlockTemplate } from "../../../edition/schema.ts";
import { type PlacedLeaf, placedLeavesOf } from "../../../edition/tree.ts";
import { holderOf, type Origin, within } from "../../origin.ts";
import { readPublished } from "./published-value.ts";

/** A figure of a line, and where it stands: several places for digits that stand apart. */
export type Figure = { readonly text: string; readonly origins: readonly Origin[] };

/** What stands in a token. */
export function figureOf({ text, origin }: { readonly text: string; readonly origin: Origin }): Figure {
  return { text, origins: [origin] };
}

/** The figures of a line in its cells, one for each; `null` where none stands for the cell. */
export type Placement = readonly (Figure | null)[];

/** The cells of a line in the order of the file, and which of them add up others of the line. */
export type LineCells = {
  readonly cells: readonly Cell[];
  readonly sums: ReadonlyMap<number, readonly number[]>;
};

/** Without blanks at both ends, which the spans of labels leave. */
export function trimmed(figures: readonly Figure[]): readonly Figure[] {
  const first = figures.findIndex(({ text }) => text !== "");
  const behind = [...figures].reverse().findIndex(({ text }) => text !== "");
  return first < 0 ? figures : figures.slice(first, figures.length - behind);
}

/** The cells of one row, or of several side by side. */
export function lineCells(cells: readonly Cell[], block: BlockTemplate): LineCells {
  const columns = placedLeavesOf(block.columns) as PlacedLeaf<
    Parameters<typeof addendsOf>[0]["leaf"] & { label: string }
  >[];
  const sums = new Map<number, readonly number[]>();
  cells.forEach((cell, at) => {
    const column = columns.find(({ leaf }) => leaf.id === cell.column);
    if (!column || column.leaf.sumOf === undefined) return;
    const addends = addendsOf(column).map((id) =>
      cells.findIndex((other) => other.row === cell.row && other.column === id),
    );
    if (!addends.includes(-1)) sums.set(at, addends);
  });
  return { cells, sums };
}

/** More ways than this to place a line are as good as none. */
const mostPlacements = 1000;

/**
 * Every way in which the figures of a line may stand in its cells: one where they are as many as the cells; else
 * those in which the totals of the line are right, or could not be.
 */
export function placementsOf(figures: readonly Figure[], line: LineCells): Placement[] {
  const { cells } = line;
  if (figures.length === cells.length) return [figures];
  const filled = figures.filter((figure) => figure.text !== "").length;
  const ways = figures.length > cells.length && filled <= cells.length ? windows(figures, cells.length) : [];
  const found =
    ways.length > 0
      ? ways
      : figures.length > cells.length
        ? shorter(figures, cells.length)
        : longer(figures, cells.length);
  return fitting(found, line);
}

/** What may still be tried while the digits of a table are parted: hostile ones could be tried for years. */
export type Tries = { left: number };

/** A table of which every row ran together takes about a million tries. */
export function triesOfTable(): Tries {
  return { left: 3_000_000 };
}

/** The ways to part digits that ran together into the figures of the cells; none where too many had to be tried. */
export function partings({ text: run, origins }: Figure, line: LineCells, tries: Tries): Placement[] {
  const { cells } = line;
  const due = sumsDue(line);
  const found: string[][] = [];
  const texts: string[] = [];
  const part = (rest: string): void => {
    const at = texts.length;
    const cell = cells[at];
    if (found.length > mostPlacements || tries.left <= 0) return;
    if (!cell) {
      if (rest === "") found.push([...texts]);
      return;
    }
    const left = cells.length - at - 1;
    // The last cell has all that is left.
    const figures = left === 0 ? (isOpening(rest, cell) ? [rest] : []) : openings(rest, cell);
    for (const figure of figures) {
      if (rest.length - figure.length < left) break;
      tries.left -= 1;
      texts.push(figure);
      const sums = due[at];
      if (sums === undefined || totalsFit(texts, { cells, sums })) part(rest.slice(figure.length));
      texts.pop();
    }
  };
  part(run);
  if (found.length > mostPlacements || tries.left <= 0) return [];
  return found.map((way) => stretchesOf(way, origins));
}

/** For each cell the totals that can be judged as soon as it has its figure; undefined where there is none. */
function sumsDue({ cells, sums }: LineCells): (LineCells["sums"] | undefined)[] {
  return cells.map((_, last) => {
    const own = [...sums].filter(([at, addends]) => Math.max(at, ...addends) === last);
    return own.length > 0 ? new Map(own) : undefined;
  });
}

/** Where pieces of one text stand, one behind the other. */
function stretchesOf(texts: readonly string[], origins: readonly Origin[]): Placement {
  let end = 0;
  return texts.map((text): Figure => {
    const start = end;
    end += text.length;
    return { text, origins: origins.map((origin) => within(origin, start, end)) };
  });
}

/** The figures with which digits may begin: no number but 0 begins with a 0. */
function openings(text: string, cell: Cell): string[] {
  const sign = cell.kind === "signed" ? (/^[+-]/.exec(text)?.[0] ?? "") : "";
  const digits = /^\d+/.exec(text.slice(sign.length))?.[0] ?? "";
  if (digits === "") return [];
  const whole = digits.startsWith("0") ? ["0"] : [...digits].map((_, index) => digits.slice(0, index + 1));
  const plain = whole.map((figure) => sign + figure);
  if (cell.kind !== "amount") return plain;
  return plain.flatMap((figure) => {
    const decimals = /^\.\d+/.exec(text.slice(figure.length))?.[0] ?? "";
    return [figure, ...[...decimals].slice(1).map((_, index) => figure + decimals.slice(0, index + 2))];
  });
}

/** Whether all of a text is one of its openings. */
function isOpening(text: string, cell: Cell): boolean {
  return /^[1-9]\d*$|^0$/.test(text) || openings(text, cell).includes(text);
}

/** Blank places before or behind the figures belong to spans; the figures keep together. */
function windows(figures: readonly Figure[], length: number): Placement[] {
  const starts = Array.from({ length: figures.length - length + 1 }, (_, start) => start);
  return starts
    .filter((start) =>
      figures.every((figure, at) => figure.text === "" || (at >= start && at < start + length)),
    )
    .map((start) => figures.slice(start, start + length));
}

/** Too many figures: digits of one stand apart (1 259), or some do not belong to the line. */
function shorter(figures: readonly Figure[], length: number): Placement[] {
  const surplus = figures.length - length;
  if (surplus > 3) return [];
  const joined = choices(figures.length - 1, surplus).map((gaps) =>
    figures.reduce<Figure[]>((all, figure, at) => {
      const last = all.at(-1);
      if (last && gaps.includes(at - 1))
        all[all.length - 1] = {
          text: last.text + figure.text,
          origins: [...last.origins, ...figure.origins],
        };
      else all.push(figure);
      return all;
    }, []),
  );
  const digits = joined.filter((way) => way.every(({ text }) => !/^0\d/.test(text)));
  const dropped = choices(figures.length, surplus).map((out) => figures.filter((_, at) => !out.includes(at)));
  return [...digits, ...dropped];
}

/** Too few figures: some cells of the line are not there, and which ones is not known. */
function longer(figures: readonly Figure[], length: number): Placement[] {
  return choices(length, length - figures.length).map((out) => {
    let next = 0;
    return Array.from({ length }, (_, at) => (out.includes(at) ? null : (figures[next++] ?? null)));
  });
}

/** The placements in which no total of the line is wrong. */
function fitting(ways: readonly Placement[], line: LineCells): Placement[] {
  if (ways.length > mostPlacements) return [];
  const unique = new Map<string, Placement>();
  for (const way of ways) {
    const texts = JSON.stringify(textsOf(way));
    unique.set(texts, united(unique.get(texts), way));
  }
  const possible = [...unique.values()].filter((way) => totalsFit(textsOf(way), line));
  const withTotals = possible.filter((way) => [...line.sums.keys()].every((at) => way[at]?.text !== ""));
  return withTotals.length > 0 ? withTotals : possible;
}

export function textsOf(way: Placement): (string | null)[] {
  return way.map((figure) => figure?.text ?? null);
}

/** Ways in which the same texts stand in the cells: a figure may be any of those that say so. */
export function united(one: Placement | undefined, other: Placement): Placement {
  if (!one) return other;
  return one.map((figure, at) => {
    const more = other[at];
    if (!figure || !more || figure === more || figure.text !== more.text) return figure;
    const fresh = more.origins.filter((origin) => !figure.origins.some((own) => isSame(own, origin)));
    return fresh.length === 0 ? figure : { ...figure, origins: [...figure.origins, ...fresh] };
  });
}

function isSame(one: Origin, other: Origin): boolean {
  return (
    one === other || (one.start === other.start && one.end === other.end && holderOf(one) === holderOf(other))
  );
}

/** Whether each total of the line that is there is the sum of its addends, as far as all of them are reached. */
export function totalsFit(way: readonly (string | null)[], { sums }: LineCells): boolean {
  return [...sums].every(([at, addends]) => {
    const stated = numberIn(way[at]);
    if (stated === undefined || addends.some((index) => index >= way.length)) return true;
    const parts = addends.reduce((sum, index) => sum + (numberIn(way[index]) ?? 0), 0);
    return Math.abs(parts - stated) < 1e-6;
  });
}

/** Digits are asked for again and again while ways are tried; there are only as many texts as figures. */
const numbers = new Map<string, number | undefined>();
const mostNumbers = 50_000;

/** The number a text stands for in a balance: a blank and a mark for nothing count as none. */
export function numberIn(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined || text === "") return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (numbers.has(text)) return numbers.get(text);
  const { value } = readPublished(text, "signed", undefined);
  if (numbers.size > mostNumbers) numbers.clear();
  numbers.set(text, typeof value === "number" ? value : undefined);
  return numbers.get(text);
}

/** Every choice of `count` places out of `from`. */
function choices(from: number, count: number): number[][] {
  if (count === 0) return [[]];
  if (count > from || from > 40 || count > 6) return [];
  return Array.from({ length: from }, (_, first) => first).flatMap((first) =>
    choices(from - first - 1, count - 1).map((rest) => [first, ...rest.map((other) => other + first + 1)]),
  );
}
