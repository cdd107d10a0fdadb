import { afterAll, describe, expect, test } from "vitest";
import { composeExport } from "../../../src/document/compose-export.ts";
import type { OutputFormat } from "../../../src/exchange/formats.ts";
import { importReport } from "../../../src/exchange/import.ts";
import { writeOutput } from "../../../src/exchange/write.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../../src/formats/style.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { type Count, countCells } from "../../document/recognise/count.ts";
import { randomReport } from "../../document/recognise/random-reports.ts";
import { edition, editions } from "../../fixtures/reports.ts";
import { launchBrowser } from "../../support/browser.ts";
import { convert, hasCalc, hasWriter } from "../../support/libreoffice.ts";

/** Two reports of each edition with random figures (seeds 41 and 42). */
const drafts = ["2019", "2021", "2031"].flatMap((id) =>
  [41, 42].map((seed) => randomReport(edition(id), seed)),
);

async function written(draft: Draft, format: OutputFormat): Promise<Uint8Array> {
  const document = composeExport(edition(draft.edition), draft, [], { withoutDraft: true });
  const file = await writeOutput(document, gongwen, format, loadNodeFace);
  return typeof file === "string" ? new TextEncoder().encode(file) : file;
}

const counts: string[] = [];
afterAll(() => void process.stdout.write(`${counts.join("\n")}\n`));

/** No cell silently wrong, and nearly all beyond doubt: as text rows are lines alone, on paper a table may run over pages. */
async function expectRead(name: string, files: readonly Uint8Array[]): Promise<void> {
  const all: Count = { right: 0, noted: 0, unfilled: 0, silent: [] };
  for (const [index, bytes] of files.entries()) {
    const truth = drafts[index];
    const read = await importReport(bytes, editions);
    if (!truth || !read.ok) throw new Error(read.ok ? "no report" : read.failure.message);
    expect(read.draft.edition).toBe(truth.edition);
    const count = countCells(truth, read.recognition);
    all.right += count.right;
    all.noted += count.noted;
    all.unfilled += count.unfilled;
    all.silent.push(...count.silent);
  }
  counts.push(
    `${name}: ${all.right} right, ${all.noted} noted (${all.unfilled} of them not filled), ${all.silent.length} silently wrong`,
  );
  expect(all.silent).toEqual([]);
  expect(all.right / (all.right + all.noted)).toBeGreaterThanOrEqual(0.95);
}

describe.skipIf(!hasWriter)("saved by LibreOffice Writer (skipped where it is missing)", () => {
  test.each([
    ["Word file as Word file", "docx", "docx:MS Word 2007 XML"],
    ["Word file as PDF", "docx", "pdf"],
    ["Word file as web page", "docx", "html:HTML (StarWriter)"],
    ["Word file as text", "docx", "txt:Text (encoded):UTF8"],
    ["web page as Word file", "html", "docx:MS Word 2007 XML"],
  ] as const)("a %s", async (name, from, to) => {
    const files = await Promise.all(drafts.map((draft) => written(draft, from)));
    await expectRead(`LibreOffice, ${name}`, convert(files, from, to));
  });
});

describe.skipIf(!hasCalc)("saved by LibreOffice Calc (skipped where it is missing)", () => {
  test.each([
    ["workbook as workbook", "xlsx:Calc MS Excel 2007 XML"],
    ["workbook as web page", "html:HTML (StarCalc)"],
  ] as const)("a %s", async (name, to) => {
    const files = await Promise.all(drafts.map((draft) => written(draft, "xlsx")));
    await expectRead(`LibreOffice, ${name}`, convert(files, "xlsx", to));
  });
});

test("a web page printed by Chromium", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const files: Uint8Array[] = [];
    for (const draft of drafts) {
      await page.setContent(new TextDecoder().decode(await written(draft, "html")));
      files.push(new Uint8Array(await page.pdf({ format: "A4" })));
    }
    await expectRead("Chromium, web page as PDF", files);
  } finally {
    await browser.close();
  }
});
