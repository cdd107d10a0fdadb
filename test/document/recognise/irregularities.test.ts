import { describe, expect, test } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { recognise } from "../../../src/document/recognise/recognise.ts";
import { readText } from "../../../src/formats/text/read.ts";
import { editions } from "../../fixtures/reports.ts";
import { countCells, takenFromElsewhere } from "./count.ts";
import { changed, type Irregularity, irregularities } from "./irregularities.ts";
import { asGrid, asText, layouts } from "./layouts.ts";
import { randomReport } from "./random-reports.ts";

/** What became of the cells of one random report of each edition. */
function countIn(
  textOf: (document: ReturnType<typeof compose>, seed: number) => string,
  ids: readonly string[],
) {
  const all = { right: 0, noted: 0, unfilled: 0, silent: [] as string[], cells: 0 };
  ids.forEach((id, index) => {
    const edition = editions.get(id);
    if (!edition) throw new Error(`no edition ${id}`);
    const truth = randomReport(edition, 11 + index);
    const found = readText(textOf(compose(edition, truth), 7 + index));
    const read = recognise(found, editions);
    const count = countCells(truth, read);
    expect(takenFromElsewhere(found, read)).toEqual([]);
    all.right += count.right;
    all.noted += count.noted;
    all.unfilled += count.unfilled;
    all.silent.push(...count.silent);
    all.cells += count.right + count.noted + count.silent.length;
  });
  return all;
}

/** As many cells as may be named and left blank where figures were lost, or may stand in more than one place; else none. */
const mostUnfilled: Readonly<Record<string, number>> = {
  "run together": 22,
  "a row a line, run together": 40,
  "a lost last character": 110,
  "a figure lost in some rows": 35,
  "a total lost in some rows": 11,
  "zeros dropped in some rows": 114,
  "a zero too many in some rows": 6,
  "two zeros too many in some rows": 7,
  "digits split in some rows": 26,
  "rows missing": 93,
  "figures missing behind labels": 61,
  "figures run together in some rows": 149,
  "cut off": 148,
};

const prescribed = ["2019", "2021", "2031"];

describe("a table is read in every layout in which texts are published", () => {
  const grids = { "every place, tabs": "\t", "every place, strokes": " | " };
  const all: [string, (document: ReturnType<typeof compose>) => string][] = [
    ...Object.entries(layouts).map(([name, layout]): [string, (d: ReturnType<typeof compose>) => string] => [
      name,
      (document) => asText(document, layout),
    ]),
    ...Object.entries(grids).map(([name, separator]): [string, (d: ReturnType<typeof compose>) => string] => [
      name,
      (document) => asGrid(document, separator),
    ]),
  ];
  test.for(all)("%s", ([name, layout]) => {
    const { right, noted, unfilled, silent, cells } = countIn(layout, prescribed);
    process.stdout.write(
      `${name}: ${right} right, ${noted} noted (${unfilled} of them not filled), ${silent.length} silently wrong of ${cells}\n`,
    );
    expect(silent).toEqual([]);
    expect(unfilled).toBeLessThanOrEqual(mostUnfilled[name] ?? 0);
    // Where figures ran together each placement is a note; hard wraps cut labels from their figures.
    if (!/run together|wraps/.test(name)) expect(right / cells).toBeGreaterThanOrEqual(0.99);
  });
});

describe("whatever is irregular is read rightly or named, never silently wrong", () => {
  const undoubted = [
    "as prescribed",
    "spaces in labels",
    "half-width brackets",
    "a space after the dot",
    "shortened labels",
    "other words for totals",
    "hints in labels",
    "traditional characters",
    "thousands",
    "full-width digits",
    "a row of column numbers",
    "an unknown row between",
  ];
  const shapes = [
    "a row a line, strokes between",
    "a cell a line, a stroke behind each",
    "a cell a line, blank lines between",
    "spaces between",
    "tabs between",
  ];
  const cases = irregularities.flatMap((own) =>
    shapes.map((shape): [string, string, Irregularity] => [own.name, shape, own]),
  );
  test.for(cases)("%s: %s", ([name, shape, irregularity]) => {
    const layout = layouts[shape];
    if (!layout) throw new Error(`no layout ${shape}`);
    const { right, noted, unfilled, silent, cells } = countIn(
      (document, seed) => {
        const change = changed(irregularity, seed);
        return asText(document, (rows) => layout(change(rows)));
      },
      ["2019", "2021"],
    );
    process.stdout.write(
      `${name}, ${shape}: ${right} right, ${noted} noted (${unfilled} of them not filled), ${silent.length} silently wrong of ${cells}\n`,
    );
    expect(silent).toEqual([]);
    expect(unfilled).toBeLessThanOrEqual(mostUnfilled[name] ?? 0);
    if (undoubted.includes(name)) expect(right / cells).toBeGreaterThanOrEqual(0.99);
  });
});
