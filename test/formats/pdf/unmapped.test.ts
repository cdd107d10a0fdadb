import { expect, test } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { importReport } from "../../../src/exchange/import.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { openPdf } from "../../../src/formats/pdf/read.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { edition2021, editions, sample } from "../../fixtures/reports.ts";

const lines = [
  "青禾县水务局2024年",
  "政府信息公开工作年度报告",
  "一、总体情况",
  "按规定公开。",
  "行政许可 12",
];

/** A PDF as old printing programs write it: a Chinese font that lies outside, its text in a Chinese code. */
function inCode(encoding: string): Uint8Array {
  const shown = lines.map((line, at) => {
    const code = [...line].map((own) => own.charCodeAt(0).toString(16).padStart(4, "0")).join("");
    return `BT /F1 14 Tf 60 ${780 - at * 24} Td <${code}> Tj ET`;
  });
  const content = shown.join("\n");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
    "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new TextEncoder().encode(file + end + trailer);
}

test("text in a Chinese code of a font that lies outside the file is read as it is printed", async () => {
  const codes = ["UniGB-UCS2-H", "UniGB-UTF16-H"];
  for (const code of codes) {
    const imported = await importReport(inCode(code), editions);
    expect(imported, code).toMatchObject({
      ok: true,
      draft: { organisation: { name: "青禾县水务局" }, year: 2024 },
    });
    const { narrative } = (imported as Extract<typeof imported, { ok: true }>).draft;
    expect(JSON.stringify(narrative.overview), code).toContain("按规定公开。");
  }
});

test("text in a code that is not known is refused with a sentence, and is no scan", async () => {
  const imported = await importReport(inCode("UniJIS-UCS2-H"), editions);
  expect(imported).toMatchObject({ ok: false, failure: { code: "unmapped" } });
});

test("glyphs that do not tell their characters are never read as figures or blanks", async () => {
  const bytes = await writePdf(compose(edition2021, sample("qinghe-2025")), gongwen, loadNodeFace);
  const text = new TextDecoder("latin1").decode(bytes);
  expect(text).toContain("/ToUnicode");
  const places = [...text.matchAll(/\/ToUnicode/g)].map(({ index }) => index);
  const without = bytes.slice();
  // The same length, so that no offset of the file moves.
  for (const place of places) without.set(new TextEncoder().encode("/ToUnicorn"), place);
  await expect((async () => (await openPdf(without)).read())()).rejects.toMatchObject({ code: "unmapped" });
});
