import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import type { FoundDocument } from "../../../src/document/found.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { openPdf } from "../../../src/formats/pdf/read.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { expectFoundOnPaper, tablesIn, textsIn } from "../../fixtures/found.ts";
import { edition, reports } from "../../fixtures/reports.ts";
import { launchBrowser } from "../../support/browser.ts";
import { convert, hasWriter } from "../../support/libreoffice.ts";
import { body, documentOf } from "./documents.ts";

async function found(bytes: Uint8Array): Promise<FoundDocument> {
  return (await openPdf(bytes)).read();
}

const documents = reports.map(({ name, draft }) => [name, compose(edition(draft.edition), draft)] as const);

describe("a PDF of our own", () => {
  it.each(documents)("is read as it was written, tables with their merged cells: %s", async (_, document) => {
    expectFoundOnPaper(await found(await writePdf(document, gongwen, loadNodeFace)), document);
  });

  it("is read under a stamp and in the other style; dots that lead to pages are no text", async () => {
    const [, document] = documents[0] ?? [];
    if (!document) throw new Error("there is a report");
    const marked = { ...document, stamp: "草稿", contents: true };
    const read = await found(await writePdf(marked, tuwen, loadNodeFace));
    expect(textsIn(read).filter((text) => /\.{4}|草稿/.test(text))).toEqual([]);
    expect(tablesIn(read)).toHaveLength(tablesIn(document).length);
  });

  it("without any text is said to be a scan", async () => {
    const bytes = await writePdf({ ...documentOf([]), title: "", titleWords: [] }, gongwen, loadNodeFace);
    await expect(found(bytes)).rejects.toMatchObject({ code: "scan" });
  });

  it("tells the page of each text, and joins a paragraph that goes over pages", async () => {
    const long = "本机关认真贯彻落实条例要求，".repeat(60);
    const read = await found(await writePdf(documentOf([body(long), body("末段。")]), gongwen, loadNodeFace));
    expect(read.blocks.slice(1)).toMatchObject([
      { runs: [{ text: long }], place: { page: 1 } },
      { runs: [{ text: "末段。" }], place: { page: 2 } },
    ]);
  });
});

describe.skipIf(!hasWriter)("printed by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  it("is read as it was written", async () => {
    const files = await Promise.all(documents.map(([, document]) => writeDocx(document, gongwen)));
    for (const [index, pdf] of convert(files, "docx", "pdf").entries()) {
      const [, document] = documents[index] ?? [];
      if (document) expectFoundOnPaper(await found(pdf), document);
    }
  });
});

describe("printed by Chromium", () => {
  it("is read as it was written, in characters and not in radicals", async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      for (const [, document] of documents) {
        await page.setContent(writeHtml(document, gongwen));
        expectFoundOnPaper(
          await found(new Uint8Array(await page.pdf({ preferCSSPageSize: true }))),
          document,
        );
      }
    } finally {
      await browser.close();
    }
  });
});
