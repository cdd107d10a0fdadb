import { randomFrom } from "./random-reports.ts";

/** A change that published tables show, applied to the rows of every table. */
export type Irregularity = {
  readonly name: string;
  readonly change: (rows: readonly string[][], random: () => number) => string[][];
};

const isFigure = (text: string): boolean => /^[+-]?\d[\d.]*$/.test(text);

/** Changes the figures of the rows for which `chosen` says so; the others stay as they are. */
function inFigures(
  share: number,
  change: (figures: string[], random: () => number) => string[],
): Irregularity["change"] {
  return (rows, random) =>
    rows.map((row) => {
      const figures = row.filter(isFigure);
      const labels = row.filter((text) => !isFigure(text));
      return figures.length > 1 && random() < share ? [...labels, ...change(figures, random)] : [...row];
    });
}

function inTexts(change: (text: string, random: () => number) => string): Irregularity["change"] {
  return (rows, random) => rows.map((row) => row.map((text) => change(text, random)));
}

const labels = (change: (text: string) => string): Irregularity["change"] =>
  inTexts((text) => (isFigure(text) ? text : change(text)));

/** One for each line of what published reports show in their tables. */
export const irregularities: readonly Irregularity[] = [
  { name: "as prescribed", change: (rows) => rows.map((row) => [...row]) },
  { name: "spaces in labels", change: labels((text) => text.replace(/(.{2})(?=.)/u, "$1 ")) },
  {
    name: "half-width brackets",
    change: labels((text) => text.replace(/（/g, "(").replace(/）/g, ")").replace(/，/g, ",")),
  },
  { name: "a space after the dot", change: labels((text) => text.replace(/^(\d\.)/, "$1 ")) },
  { name: "a lost last character", change: labels((text) => (text.length > 5 ? text.slice(0, -1) : text)) },
  {
    name: "shortened labels",
    change: labels((text) => text.replace("申请人无正当理由", "").replace(/、行政机关.*$/u, "")),
  },
  { name: "other words for totals", change: labels((text) => text.replace("总计", "合计")) },
  {
    name: "hints in labels",
    change: labels((text) => (/规章|文件/.test(text) ? `${text}（按2020年底的件数填写）` : text)),
  },
  { name: "doubled words", change: labels((text) => text.replace("过程性", "过程性性")) },
  {
    name: "traditional characters",
    change: labels((text) =>
      text.replace(/总/g, "總").replace(/请/g, "請").replace(/开/g, "開").replace(/处/g, "處"),
    ),
  },
  {
    name: "thousands",
    change: inTexts((text) => (/^\d{4,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ",") : text)),
  },
  {
    name: "full-width digits",
    change: inTexts((text) =>
      /^\d+$/.test(text)
        ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : text,
    ),
  },
  { name: "figures with counters", change: inTexts((text) => (/^\d+$/.test(text) ? `${text}件` : text)) },
  {
    name: "a figure lost in some rows",
    change: inFigures(0.3, (figures, random) =>
      figures.filter((_, at) => at !== Math.floor(random() * figures.length)),
    ),
  },
  { name: "a total lost in some rows", change: inFigures(0.3, (figures) => figures.slice(0, -1)) },
  {
    name: "zeros dropped in some rows",
    change: inFigures(0.3, (figures) => figures.filter((figure) => figure !== "0")),
  },
  { name: "a zero too many in some rows", change: inFigures(0.3, (figures) => ["0", ...figures]) },
  { name: "two zeros too many in some rows", change: inFigures(0.2, (figures) => [...figures, "0", "0"]) },
  {
    name: "digits split in some rows",
    change: inFigures(0.5, (figures) =>
      figures.flatMap((figure) =>
        /^\d{2,4}$/.test(figure) ? [figure.slice(0, 1), figure.slice(1)] : [figure],
      ),
    ),
  },
  { name: "no heads", change: (rows) => rows.filter((row) => row.some(isFigure)) },
  {
    name: "rows missing",
    change: (rows, random) => rows.filter((row) => !row.some(isFigure) || random() > 0.2),
  },
  {
    name: "figures missing behind labels",
    change: (rows, random) =>
      rows.map((row) => (random() < 0.15 ? row.filter((text) => !isFigure(text)) : [...row])),
  },
  {
    name: "a row of column numbers",
    change: (rows) =>
      rows.flatMap((row, at) =>
        row.filter(isFigure).length === 7 && !rows[at - 1]?.some(isFigure)
          ? [["1", "2", "3", "4", "5", "6", "7"], [...row]]
          : [[...row]],
      ),
  },
  {
    name: "an unknown row between",
    change: (rows) =>
      rows.flatMap((row, at) =>
        at % 6 === 5 ? [[...row], ["其他主动公开文件", ...row.filter(isFigure)]] : [[...row]],
      ),
  },
  {
    name: "totals left at 0",
    change: inFigures(0.4, (figures) => (figures.length === 7 ? [...figures.slice(0, -1), "0"] : figures)),
  },
  { name: "figures run together in some rows", change: inFigures(0.4, (figures) => [figures.join("")]) },
  { name: "the total as first column", change: (rows) => rows.map(totalFirst) },
  { name: "cut off", change: (rows) => rows.slice(0, Math.ceil(rows.length * 0.6)).map((row) => [...row]) },
];

function totalFirst(row: readonly string[]): string[] {
  const figures = row.filter(isFigure);
  const others = row.filter((text) => !isFigure(text));
  const last = figures.at(-1);
  if (figures.length === 7 && last !== undefined) return [...others, last, ...figures.slice(0, -1)];
  const at = row.indexOf("总计");
  return at === row.length - 1 && row.includes("自然人") ? ["总计", ...row.slice(0, at)] : [...row];
}

/** The change with random choices that are the same for the same seed. */
export function changed(irregularity: Irregularity, seed: number): (rows: readonly string[][]) => string[][] {
  const random = randomFrom(seed);
  return (rows) => irregularity.change(rows, random);
}
