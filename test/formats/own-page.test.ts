import { describe, expect, it } from "vitest";
import { readStyle } from "../../src/exchange/read-style.ts";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { writeHtml } from "../../src/formats/html/write.ts";
import { gongwen, type Style } from "../../src/formats/style.ts";
import { writeXlsx } from "../../src/formats/xlsx/write.ts";
import { firstOf, partOf } from "../support/read-docx.ts";
import { everyKind } from "./docx/documents.ts";
import { body, chinese, documentOf, writtenAndRead } from "./pdf/documents.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

const mm = 72 / 25.4;
const marginMm = { top: 20, right: 25, bottom: 20, left: 15 };

const pages: readonly (readonly [string, Style["page"], xlsx: RegExp])[] = [
  [
    "A3 lying",
    { widthMm: 420, heightMm: 297, marginMm, linesPerPage: 24, charactersPerLine: 66, linePitchPt: 30 },
    /<pageSetup paperSize="8" orientation="landscape"/,
  ],
  [
    "16K, which has no number in a workbook",
    { widthMm: 185, heightMm: 260, marginMm, linesPerPage: 22, charactersPerLine: 25, linePitchPt: 28 },
    /<pageSetup paperHeight="260mm" paperWidth="185mm" orientation="portrait"/,
  ],
];

describe.each(pages)("a style for %s", (_, page, inWorkbook) => {
  const style = { ...gongwen, page };

  it("is a sound one", () => {
    expect(readStyle(style)).toEqual({ ok: true, style });
  });

  it("has its page, lines and characters in PDF", async () => {
    const text = documentOf([body(chinese(page.charactersPerLine * (page.linesPerPage + 3)))], []);
    const [first] = (await writtenAndRead(text, style)).pages;
    const lines = first?.items.slice(0, -1) ?? [];
    expect([first?.width, first?.height].map((pt) => Math.round((pt ?? 0) / mm))).toEqual([
      page.widthMm,
      page.heightMm,
    ]);
    expect(lines).toHaveLength(page.linesPerPage);
    expect(lines.slice(1).map((line) => line.text.length)).toEqual(
      Array(page.linesPerPage - 1).fill(page.charactersPerLine),
    );
    expect(Math.min(...lines.map(({ x }) => x))).toBeCloseTo(marginMm.left * mm, 0);
  });

  it("has its page in Word, on the web page and in the workbook", async () => {
    const section = firstOf(partOf(await writeDocx(everyKind, style), "word/document.xml"), "w:sectPr");
    const { "w:w": width, "w:h": height } = firstOf(section, "w:pgSz").attributes;
    expect([width, height].map((twips) => Math.round(((Number(twips) / 20) * 25.4) / 72))).toEqual([
      page.widthMm,
      page.heightMm,
    ]);
    expect(writeHtml(everyKind, style)).toContain(
      `@page{size:${page.widthMm}mm ${page.heightMm}mm;margin:20mm 25mm 20mm 15mm}`,
    );
    for (const { xml } of readXlsx(await writeXlsx(everyKind, style)).sheets) expect(xml).toMatch(inWorkbook);
  });
});
