import { describe, expect, it } from "vitest";
import { textsOf } from "../../src/document/tree.ts";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { writeHtml } from "../../src/formats/html/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../src/formats/pdf/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { writeText } from "../../src/formats/text/write.ts";
import { writeXlsx } from "../../src/formats/xlsx/write.ts";
import { narrativeBlocks, picture } from "../fixtures/narrative-blocks.ts";
import { allOf, partOf, readDocxTexts, settingOf } from "../support/read-docx.ts";
import { readPdf } from "../support/read-pdf.ts";
import { documentOf } from "./docx/documents.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

const document = documentOf(narrativeBlocks);

describe("lists, pictures and tables of the narrative", () => {
  it("stand in the web page as nested lists with their markers", () => {
    const html = writeHtml(document, gongwen);
    expect(html.match(/<ol|<ul/g)).toEqual(["<ol", "<ol", "<ul"]);
    expect(html).toContain("2.<strong>规范办理</strong>");
    expect(html).toMatch(
      /<li><p[^>]*>（1）<strong>登记环节<\/strong>当日完成。<\/p>\n<p[^>]*><strong>节假日顺<\/strong>延。<\/p><\/li>/,
    );
    expect(html).toMatch(/<h5[^>]*>（1）公开平台建设<\/h5>/);
  });

  it("stand in the web page with the picture itself, its words and its caption", () => {
    const html = writeHtml(document, gongwen);
    expect(html).toMatch(/<img src="data:image\/png;base64,iVBOR/);
    expect(html).toContain(`alt="${picture.alternative}"`);
    expect(html).toContain(`${picture.caption}</figcaption>`);
    expect(html).toContain("其中政策文件<strong>36件</strong>");
  });

  it("stand in the text with markers, inner items further in", () => {
    const lines = writeText(document).split("\r\n");
    expect(lines).toContain("1.完善制度，修订主动公开目录并向社会公布。");
    expect(lines).toContain("　　（1）登记环节当日完成。");
    expect(lines.join("\n")).toContain(picture.alternative);
    expect(lines.join("\n")).toContain(picture.caption);
  });

  it("give a sheet of their own for each table", async () => {
    const { sheets } = readXlsx(await writeXlsx(document, gongwen));
    expect(sheets.map(({ name }) => name)).toEqual(["主动公开渠道"]);
  });

  it("stand in the Word file with all their words, and the picture with its alternative", async () => {
    const bytes = await writeDocx(document, gongwen);
    const written = partOf(bytes, "word/document.xml");
    const { paragraphs, tables } = readDocxTexts(bytes);
    const found = [...paragraphs, ...tables.flat(2)].join("\n");
    const said = textsOf(document).filter((text) => text !== picture.alternative);
    for (const text of said) expect(found).toContain(text);
    expect(allOf(written, "wp:docPr").map((one) => one.attributes.descr)).toEqual([picture.alternative]);
  });

  it("leave room over the picture in Word, whose lines have their white above them", async () => {
    const written = partOf(await writeDocx(document, gongwen), "word/document.xml");
    const drawn = allOf(written, "w:p").filter((one) => allOf(one, "wp:docPr").length > 0);
    const gaps = drawn.map((one) => Number(settingOf(one, "w:spacing", "w:before")));
    expect(gaps).toHaveLength(1);
    // At least 0.6 of a line of 29 pt, and less than that and a whole one.
    for (const gap of gaps) {
      expect(gap).toBeGreaterThan(0.55 * 579);
      expect(gap).toBeLessThan(1.6 * 579);
    }
  });

  it("stand in the PDF with all their words; those of the picture are heard", async () => {
    const { text } = await readPdf(await writePdf(document, gongwen, loadNodeFace));
    const said = textsOf(document).filter((words) => words !== picture.alternative);
    for (const words of said) expect(text.replace(/\s/g, "")).toContain(words.replace(/\s/g, ""));
  });
});
