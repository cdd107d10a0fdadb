import { describe, expect, it } from "vitest";
import { composeInfographic } from "../../src/document/compose-infographic.ts";
import { openReportFile } from "../../src/exchange/open.ts";
import { outputFileName } from "../../src/exchange/write.ts";
import { infographicSvg } from "../../src/formats/chart/infographic.ts";
import { gongwen } from "../../src/formats/style.ts";
import { openDraft } from "../../src/report/file/open.ts";
import { draftFileName, serialiseDraft } from "../../src/report/file/serialise.ts";
import {
  documentSaying,
  draftSaying,
  expectSoundPackage,
  harmless,
  opened,
  tagsIn,
  written,
} from "../fixtures/attacks/attack-report.ts";
import { attacks, seenOf } from "../fixtures/attacks/attacks.ts";
import { readHtml, textOf as textInHtml } from "../fixtures/read-html.ts";
import { edition2021, editions } from "../fixtures/reports.ts";
import { readXlsx } from "../formats/xlsx/read-xlsx.ts";
import { allOf, partOf, textOf } from "../support/read-docx.ts";

it("knows at least sixty attacks", () => {
  expect(new Set(attacks.map(({ text: said }) => said)).size).toBeGreaterThanOrEqual(60);
});

describe.each(attacks)("$name, in a draft", ({ text: said }) => {
  it("stands unchanged in the draft that is saved, and in the one that a file carries", async () => {
    const draft = draftSaying(said);
    expect(openDraft(serialiseDraft(opened(draft)), editions)).toEqual({ ok: true, draft });
    for (const format of ["docx", "html"] as const) {
      const opening = await openReportFile(await written(said, format), editions);
      expect(opening).toEqual({ ok: true, draft });
    }
  });

  it("is text in Word, and adds no element, field or address", async () => {
    const bytes = await written(said, "docx");
    expectSoundPackage(bytes, harmless.docx);
    const body = partOf(bytes, "word/document.xml");
    expect(seenOf(textOf(body)).split(seenOf(said)).length).toBeGreaterThanOrEqual(
      seenOf(said) === "" ? 1 : 7,
    );
    for (const field of allOf(body, "w:instrText"))
      expect(field.children.join("")).toMatch(/^ ?(PAGE|TOC|=|SEQ)/);
  });

  it("is text on the page, and adds no element and no attribute", async () => {
    const html = new TextDecoder().decode(await written(said, "html"));
    const known = tagsIn(harmless.html);
    expect(tagsIn(html).filter((tag) => !known.includes(tag))).toEqual([]);
    expect(seenOf(textInHtml(readHtml(html).root))).toContain(seenOf(said));
  });

  it("is text in the workbook and no formula", async () => {
    const bytes = await written(said, "xlsx");
    expectSoundPackage(bytes, harmless.xlsx);
    const cells = readXlsx(bytes).sheets.flatMap((sheet) => [...sheet.cells.values()]);
    const own = readXlsx(harmless.xlsx).sheets.flatMap((sheet) => [...sheet.cells.values()]);
    expect(cells.map(({ formula }) => formula)).toEqual(own.map(({ formula }) => formula));
    expect(cells.some(({ value }) => seenOf(String(value)).includes(seenOf(said)))).toBe(true);
  });

  it("is text in the text file, with as many lines as any", async () => {
    const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split("\r\n");
    const own = lines(await written(said, "txt"));
    expect(own.length).toBe(lines(await written("年报", "txt")).length);
    expect(seenOf(own.join(""))).toContain(seenOf(said));
  });

  it("is text in the picture of the year", () => {
    const svg = infographicSvg(composeInfographic(edition2021, opened(draftSaying(said)), []), {
      font: gongwen.fonts.body?.css ?? "serif",
    });
    const tags = [...svg.matchAll(/<([\w:]+)/g)].map(([, name]) => name);
    expect(
      tags.filter((name) => !/^(svg|title|desc|g|rect|text|path|line|circle|tspan)$/.test(name ?? "")),
    ).toEqual([]);
    expect(seenOf(textInHtml(readHtml(svg).root))).toContain(seenOf(said));
  });

  it("leaves names of files short, seen, and in their folder", () => {
    const draft = opened(draftSaying(said));
    for (const name of [outputFileName(documentSaying(said), "docx"), draftFileName(draft)]) {
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      expect(name).toMatch(/^[^.\s].*\.(docx|json)$/u);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(name).not.toMatch(/^(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)/i);
    }
  });
});
