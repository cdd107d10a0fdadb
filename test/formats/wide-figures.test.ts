import { describe, expect, test } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { writeHtml } from "../../src/formats/html/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../src/formats/pdf/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { edition2021, sample } from "../fixtures/reports.ts";
import { allOf, childrenOf, partOf, settingOf, textOf } from "../support/read-docx.ts";
import { readPdf } from "../support/read-pdf.ts";

const draft = sample("qinghe-2025");
const { requests } = draft.tables;
const received = { ...requests?.received, naturalPerson: 1234567 };
const million = { ...draft, tables: { ...draft.tables, requests: { ...requests, received } } };
const document = compose(edition2021, million);
const figures = document.blocks.flatMap((block) =>
  block.type === "table" && block.rows.length > 20
    ? block.rows.flat().flatMap(({ role, text }) => (role === "value" || role === "total" ? [text] : []))
    : [],
);
/** The figure that was typed, and the total it goes into. */
const wide = figures.filter((text) => text.length === 7);
const { sizePt, cellPaddingMm } = gongwen.table;

describe("a figure of seven digits makes its own cell smaller, and none of the other figures of section three", () => {
  test("of which there are enough to see that", () => {
    expect(wide).toEqual(["1234567", "1234628"]);
    expect(figures.length).toBeGreaterThan(170);
  });

  test("in PDF", async () => {
    const { pages } = await readPdf(await writePdf(document, gongwen, loadNodeFace));
    const page = pages.find(({ items }) => items.some(({ text }) => text === "1234567"));
    const shown = (page?.items ?? []).filter(({ text }) => /^\d+$/.test(text));
    expect(shown.length).toBe(figures.length);
    const small = shown.filter(({ size }) => size < sizePt - 0.01);
    expect(small.map(({ text }) => text)).toEqual(wide);
  });

  test("in Word", async () => {
    const tables = allOf(partOf(await writeDocx(document, gongwen), "word/document.xml"), "w:tbl");
    const cells = tables.flatMap((table) => allOf(table, "w:tc"));
    const drawnTogether = cells.filter((cell) => settingOf(cell, "w:w", "w:val") !== undefined);
    expect(drawnTogether.map(textOf)).toEqual(wide);
    expect(cells.filter((cell) => allOf(cell, "w:tcMar").length > 0).map(textOf)).toEqual(wide);
    // One size for all: that of the paragraph's style.
    expect(cells.flatMap((cell) => allOf(cell, "w:sz"))).toEqual([]);
    expect(new Set(tables.map((table) => childrenOf(table, "w:tr").length)).size).toBeGreaterThan(1);
  });

  test("in the web page, where it would be broken into two figures", () => {
    const cells = [...writeHtml(document, gongwen).matchAll(/<t[dh][^>]* style="([^"]*)">([^<]*)</g)];
    const sizes = cells.map(([, css = "", text = ""]) => ({
      text,
      size: Number(/font:normal ([\d.]+)pt/.exec(css)?.[1]),
      padding: Number(/padding:[\d.]+mm ([\d.]+)mm/.exec(css)?.[1]),
    }));
    const small = sizes.filter(({ size }) => size < sizePt);
    expect(small.map(({ text }) => text)).toEqual(wide);
    const others = sizes.filter(({ text }) => !wide.includes(text));
    expect(new Set(others.map(({ padding }) => padding))).toEqual(new Set([cellPaddingMm.horizontal]));
    // Seven digits of at most 0.57 em in a column of 9.7 mm.
    for (const { size, padding } of small)
      expect((7 * 0.57 * size * 25.4) / 72 + 2 * padding).toBeLessThanOrEqual(9.71);
    expect(Math.min(...small.map(({ size }) => size))).toBeGreaterThan(6);
  });
});
