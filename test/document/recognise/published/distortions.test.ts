import { afterAll, describe, expect, test } from "vitest";
import { compose } from "../../../../src/document/compose.ts";
import type { FoundDocument } from "../../../../src/document/found.ts";
import { recognise } from "../../../../src/document/recognise/recognise.ts";
import { builtinEditions } from "../../../../src/edition/builtin.ts";
import { readPage } from "../../../../src/formats/html/found/read-page.ts";
import { readText } from "../../../../src/formats/text/read.ts";
import { lookupIn } from "../../../../src/report/figures/values.ts";
import { cellsIn, edition } from "../../../fixtures/reports.ts";
import { foundIn, layouts, withTables } from "../layouts.ts";
import { randomFrom, randomReport } from "../random-reports.ts";
import type { Distortion } from "./distortion.ts";
import { distortions } from "./distortions.ts";
import { placesOf } from "./rows.ts";

/** The tables on a web page, their merged cells as such. */
function onPage({ blocks }: FoundDocument): FoundDocument {
  const escaped = (text: string) =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replaceAll("\n", "<br>");
  const lines = blocks.map((block) => {
    if (block.type === "text") return `<p>${escaped(block.runs.map(({ text }) => text).join(""))}</p>`;
    if (block.type === "picture") return "";
    const rows = block.rows.map((row) =>
      row
        .map((own) => `<td colspan=${own.colSpan} rowspan=${own.rowSpan}>${escaped(own.text)}</td>`)
        .join(""),
    );
    return `<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`;
  });
  return readPage(lines.join("\n"));
}

/** The tables in a text, as a layout writes their rows. */
function inText({ blocks }: FoundDocument, layout: (rows: readonly string[][]) => string): FoundDocument {
  const lines = blocks.map((block) => {
    if (block.type === "table") return layout(placesOf(block.rows));
    return block.type === "text" ? block.runs.map(({ text }) => text).join("") : "";
  });
  return readText(lines.join("\n\n"));
}

const forms: Readonly<Record<string, (found: FoundDocument) => FoundDocument>> = {
  "a web page": onPage,
  "rows with strokes": (found) => inText(found, (rows) => rows.map((row) => row.join(" | ")).join("\n")),
  "cells on lines": (found) => inText(found, layouts["a cell a line, blank lines between"] ?? String),
};

/** Nobody who looks at these is in doubt. */
const undoubted = new Set([
  "a blank column behind",
  "a row of the unit over the heads",
  "each row a table of its own",
  "cut in two by a page, the second without heads",
]);

/** As many cells as may be named and left blank, in the form that takes most of them; else none. */
const mostUnfilled: Readonly<Record<string, number>> = {
  "merged cells said in every place": 7,
  "rows numbered in a first column": 3,
  "last year's figures in a further column": 33,
  "a share in a further column": 134,
  "a column of remarks": 28,
  "the table twice, once with other figures": 166,
  "columns without a figure left out": 9,
  "a figure in a merged cell over two columns": 2,
  "a figure in a merged cell over two rows": 1,
  "a point or comma behind figures": 116,
  "figures in brackets": 166,
  "thousands by an apostrophe or a thin space": 12,
  "other signs for nothing": 64,
  "figures in Chinese characters": 159,
  "labels behind their figures": 43,
  "a label lost": 66,
};

const all = { right: 0, noted: 0, unfilled: 0, silent: 0 };
afterAll(
  () =>
    void process.stdout.write(
      `distorted tables: ${all.right} right, ${all.noted} noted (${all.unfilled} of them not filled), ${all.silent} silently wrong\n`,
    ),
);

function countIn(
  { change, stands = (value) => value }: Distortion,
  form: (typeof forms)[string],
  id: string,
) {
  const truth = randomReport(edition(id), 23);
  const random = randomFrom(29);
  const found = withTables(foundIn(compose(edition(id), truth)), (table) =>
    change(table.rows, random).map((rows) => ({ ...table, rows })),
  );
  const read = recognise(form(found), builtinEditions);
  const noted = new Set((read?.notes ?? []).flatMap((note) => note.cells));
  const lookup = lookupIn(read?.draft.tables);
  const cells = [...cellsIn(truth)].filter(([cell]) => !noted.has(cell));
  const wrong = cells.filter(([cell, value]) => ![value, stands(value)].includes(lookup(cell)));
  return {
    right: cells.length - wrong.length,
    noted: cellsIn(truth).size - cells.length,
    unfilled: [...cellsIn(truth)].filter(
      ([cell, value]) => noted.has(cell) && stands(value) !== null && (lookup(cell) ?? null) === null,
    ).length,
    silent: wrong.map(([cell, value]) => `${cell}: ${lookup(cell)} for ${value}`),
  };
}

describe("a table that is distorted is read rightly or named, never silently wrong", () => {
  const cases = distortions.flatMap((own) =>
    Object.keys(forms).map((form, index): [string, string, string, Distortion] => [
      own.name,
      form,
      index % 2 === 0 ? "2021" : "2019",
      own,
    ]),
  );
  test.for(cases)("%s: %s, edition %s", ([name, shape, id, distortion]) => {
    const form = forms[shape];
    if (!form) throw new Error(`no form ${shape}`);
    const { right, noted, unfilled, silent } = countIn(distortion, form, id);
    all.right += right;
    all.noted += noted;
    all.unfilled += unfilled;
    all.silent += silent.length;
    expect(silent).toEqual([]);
    expect(unfilled).toBeLessThanOrEqual(mostUnfilled[name] ?? 0);
    if (undoubted.has(name) && shape === "a web page")
      expect(right / (right + noted)).toBeGreaterThanOrEqual(0.99);
  });
});
