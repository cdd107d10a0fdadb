import fc from "fast-check";
import { deflateSync, strToU8, unzipSync, zipSync, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { composeExport } from "../../src/document/compose-export.ts";
import type { OutputFormat } from "../../src/exchange/formats.ts";
import { importReport } from "../../src/exchange/import.ts";
import { openReportFile } from "../../src/exchange/open.ts";
import { openerOf } from "../../src/exchange/openers.ts";
import { writeOutput } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../src/formats/style.ts";
import { textsIn } from "../fixtures/found.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { edition, editions, sample } from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");
async function exported(format: OutputFormat): Promise<Uint8Array> {
  const content = await writeOutput(composeExport(edition("2021"), draft, []), gongwen, format, loadNodeFace);
  return typeof content === "string" ? strToU8(content) : content;
}

const wordFile = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`), ...more });
const page = (body: string) => strToU8(`<html><body>${body}</body></html>`);
const table = (row: string, rows: number) => `<table>${row.repeat(rows)}</table>`;
const row = "<tr><td>规章</td><td>1</td></tr>";
const wordRow = "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>";

/** A stream that says nothing of its size. `more` are further objects. */
function pdfWith(stream: Uint8Array, filter: string, more = ""): Uint8Array {
  const head = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(carried-file:application/json) 3 0 R]>>>>>>endobj
2 0 obj<</Type/Pages/Kids[5 0 R]/Count 1>>endobj 5 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
3 0 obj<</Type/Filespec/F(a)/UF(a)/EF<</F 4 0 R>>>>endobj ${more}
4 0 obj<</Filter ${filter}/Length ${stream.length}>>stream\n`;
  return Buffer.concat([
    Buffer.from(head),
    stream,
    Buffer.from("\nendstream endobj trailer<</Root 1 0 R>>\n%%EOF"),
  ]);
}
const zeros = new Uint8Array(70 * 1024 * 1024);

/** So many sheets, each with a part of the elements that a whole file may have: little when packed. */
function workbookOf(sheets: number): Uint8Array {
  const sheet = strToU8(`<worksheet><sheetData>${"<c/>".repeat(100_000)}</sheetData></worksheet>`);
  const all = Array.from({ length: sheets }, (_, index) => index);
  const relations = all.map((index) => `<Relationship Id="r${index}" Target="worksheets/${index}.xml"/>`);
  const names = all.map((index) => `<sheet name="${index}" r:id="r${index}"/>`);
  return zipSync({
    "xl/workbook.xml": strToU8(`<workbook><sheets>${names.join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${relations.join("")}</Relationships>`),
    ...Object.fromEntries(all.map((index) => [`xl/worksheets/${index}.xml`, sheet])),
  });
}

/** Two entries of the directory that lead to the same bytes. */
function overlapping(): Uint8Array {
  const bytes = zipSync({
    "word/document.xml": strToU8("x".repeat(5_000)),
    "word/styles.xml": strToU8("y".repeat(5_000)),
  });
  const view = new DataView(bytes.buffer);
  const start = view.getUint32(bytes.length - 22 + 16, true);
  const next = start + 46 + view.getUint16(start + 28, true) + view.getUint16(start + 30, true);
  view.setUint32(next + 42, view.getUint32(start + 42, true), true);
  return bytes;
}

const oldOffice = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const part64 = deflateSync(new Uint8Array(1));

describe("a file that means harm, or came to harm, ends in its sentence within seconds", () => {
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
    ["tags that never close", () => wordFile("<a ".repeat(200_000)), "notReport"],
    ["comments that never close", () => wordFile("<!--‹!--".repeat(200_000)), "notReport"],
    ["attributes that never end", () => wordFile(`<a ${"b=".repeat(500_000)}>`), "notReport"],
    [
      "entities that would swell",
      () => wordFile(`<!DOCTYPE a [<!ENTITY b "${"c".repeat(999)}">]>${"&b;".repeat(99_999)}`),
      "notReport",
    ],
    ["elements in elements", () => wordFile("<w:sdt>".repeat(100_000)), "tooMuch"],
    ["a million paragraphs", () => wordFile("<w:p/>".repeat(1_000_000)), "tooMuch"],
    [
      "a table of a million rows in Word",
      () => wordFile(`<w:tbl>${wordRow.repeat(200_000)}</w:tbl>`),
      "tooMuch",
    ],
    ["a part that swells", () => wordFile("", { "word/styles.xml": zeros }), "tooMuch"],
    ["a workbook of sheets that are too large together", () => workbookOf(40), "tooMuch"],
    ["entries over each other", overlapping, "tooMuch"],
    ["a Word file that was cut off", async () => (await exported("docx")).slice(0, 9_000), "damaged"],
    ["zips in a zip", () => zipSync({ "a.zip": zipSync({ "b.zip": part64 }) }), "archive"],
    ["an old Word file", () => oldOffice, "oldOffice"],
    [
      "a Word file with a password",
      () => Buffer.concat([oldOffice, Buffer.from("EncryptedPackage", "utf16le")]),
      "lockedOffice",
    ],
    ["an OFD file", () => zipSync({ "OFD.xml": strToU8("<ofd/>") }), "ofd"],
    ["a picture", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), "picture"],
    ["elements in elements of a page", () => page("<div>".repeat(300_000)), "tooMuch"],
    ["a table of a million rows on a page", () => page(table(row, 400_000)), "tooMuch"],
    [
      "a table of a page that is too long for the elements to tell",
      () => page(table(row, 100_000)),
      "tooMuch",
    ],
    [
      "cells over a million columns",
      () =>
        page(table(row.replace("规章", "甲").replace("<td>", '<td colspan="999999" rowspan="999999">'), 20)),
      "notReport",
    ],
    [
      "a page that only scripts would fill",
      () => page('<script>document.write("一、总体情况")</script>'),
      "notReport",
    ],
    ["a text of more lines than any report", () => strToU8("规章 1 2 3\n".repeat(11_000)), "tooMuch"],
    ["a text of one endless line", () => strToU8("规章".repeat(600_000)), "tooMuch"],
    ["a PDF that swells", () => pdfWith(zlibSync(zeros), "/FlateDecode"), "tooMuch"],
    [
      "a PDF that swells twice",
      () => pdfWith(zlibSync(zlibSync(new Uint8Array(9_999))), "[/FlateDecode/FlateDecode]"),
      "tooMuch",
    ],
    [
      "a PDF that hides where a stream ends",
      () => pdfWith(Buffer.concat([zlibSync(zeros), Buffer.from("endstream")]), "/FlateDecode"),
      "tooMuch",
    ],
    ["a PDF that spells its filter otherwise", () => pdfWith(zlibSync(zeros), "/Fl#61teDecode"), "tooMuch"],
    [
      "a PDF that names its filter elsewhere",
      () => pdfWith(zlibSync(zeros), "9 0 R", "9 0 obj /FlateDecode endobj"),
      "tooMuch",
    ],
    [
      "a PDF that hides its filter behind a comment",
      () => pdfWith(zlibSync(zeros), "/FlateDecode %9 0 obj\n"),
      "tooMuch",
    ],
    [
      "a PDF whose swelling part calls itself a picture",
      () => pdfWith(zlibSync(zeros), "/FlateDecode/Subtype/Image"),
      "tooMuch",
    ],
    [
      "a PDF that is encrypted and names the length of a stream elsewhere",
      () => {
        const stream = Buffer.concat([Buffer.from("a\nendstream"), Buffer.alloc(3_000_000, 7)]);
        const encrypted = `9 0 obj ${stream.length} endobj 8 0 obj<</Encrypt 7 0 R>>endobj`;
        return pdfWith(stream, "/FlateDecode/Length 9 0 R/Old", encrypted);
      },
      "tooMuch",
    ],
    ["a PDF that was cut off", async () => (await exported("pdf")).slice(0, 90_000), "damagedPdf"],
  ];

  it.each(cases)("%s", { timeout: 20_000 }, async (_, file, code) => {
    const imported = await importReport(await file(), editions);
    expect(imported).toMatchObject({
      ok: false,
      failure: { code, message: expect.stringMatching(/^[^{}]+。$/) },
    });
  });

  it("never sees what lies outside of the file: entities of other files stay unread", async () => {
    const body =
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:p><w:r><w:t>一、总体情况&x;</w:t></w:r></w:p>';
    const open = await openerOf("docx");
    expect(textsIn(await (await open(wordFile(body))).read())).toEqual(["一、总体情况&x;"]);
  });
});

describe("one flipped bit in what a file carries never passes for the draft", () => {
  const flips = pinned(20260120, 60);
  it.each(["docx", "html", "pdf"] as const)(`%s ${seedOf(flips)}`, { timeout: 120_000 }, async (format) => {
    const bytes = await exported(format);
    const place = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }));
    await fc.assert(
      fc.asyncProperty(place, async ([at, bit]) => {
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const opening = await openReportFile(flipped, editions);
        if (opening.ok && opening.notice === undefined) expect(opening.draft).toEqual(draft);
      }),
      flips,
    );
  });

  it("and a figure that was changed in a page is said, with the draft as far as it is there", async () => {
    const html = new TextDecoder().decode(await exported("html")).replace(": 247", ": 246");
    expect(await openReportFile(strToU8(html), editions)).toMatchObject({
      ok: true,
      notice: { headline: expect.stringContaining("草稿有损坏") },
    });
  });
});

it("one flipped bit in a Word file of another program, whose bytes alone tell it, is said and nothing is read", async () => {
  const { "word/document.xml": body = new Uint8Array(), ...others } = unzipSync(await exported("docx"));
  const bare = Object.fromEntries(Object.entries(others).filter(([path]) => !path.startsWith("customXml/")));
  const file = zipSync({ ...bare, "word/document.xml": body }, { level: 0 });
  expect(await importReport(file, editions)).toMatchObject({ ok: true, recognition: {} });
  const at = Buffer.from(file).indexOf("247");
  file[at + 2] = (file[at + 2] ?? 0) ^ 1;
  expect(await importReport(file, editions)).toMatchObject({ ok: false, failure: { code: "damaged" } });
});

it("a table of 20,000 rows, which nothing forbids, is read to its end before the patience of a test", async () => {
  const cells = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>".repeat(3);
  const title = "<w:p><w:r><w:t>青禾县水务局2025年政府信息公开工作年度报告</w:t></w:r></w:p>";
  const long = wordFile(`${title}<w:tbl>${`<w:tr>${cells}</w:tr>`.repeat(20_000)}</w:tbl>`);
  expect(await importReport(long, editions)).toMatchObject({ ok: true });
});
