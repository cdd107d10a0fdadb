import { describe, expect, it } from "vitest";
import { fullGrid } from "../../../../src/document/grid.ts";
import { type Document, textOf, textsOf } from "../../../../src/document/tree.ts";
import { writeDocx } from "../../../../src/formats/docx/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import {
  allOf,
  childrenOf,
  firstOf,
  partOf,
  partText,
  readDocxTexts,
  settingOf,
} from "../../../support/read-docx.ts";
import { body, disputes, documentOf, everyKind, sampleDocuments } from "../documents.ts";

const documents: readonly (readonly [string, Document])[] = [
  ["one of each kind", everyKind],
  ...sampleDocuments,
];

describe("the texts of a DOCX", () => {
  it.each(documents)("are those of the document: %s", async (_, document) => {
    const read = readDocxTexts(await writeDocx(document, gongwen));
    const outside = documentOf([]).blocks.concat(document.blocks.filter((block) => block.type !== "table"));
    expect(read.paragraphs).toEqual(textsOf({ ...document, blocks: outside }));
    const tables = document.blocks.filter((block) => block.type === "table");
    expect(read.tables).toEqual(
      tables.map((table) => fullGrid(table).map((row) => row.map(({ cell }) => cell.text))),
    );
  });

  it("keep a signature on the page of the line of text over it", async () => {
    const signature = { type: "paragraph", style: "signature" } as const;
    const signed = documentOf([
      body("其他事项无。"),
      body("特此报告。"),
      { ...signature, runs: [{ text: "青禾县档案局" }] },
      { ...signature, runs: [{ text: "2026年1月20日" }] },
    ]);
    const document = partOf(await writeDocx(signed, gongwen), "word/document.xml");
    const paragraphs = childrenOf(firstOf(document, "w:body"), "w:p").slice(-4);
    const kept = paragraphs.map((paragraph) => allOf(paragraph, "w:keepNext").length > 0);
    expect(kept).toEqual([false, true, true, false]);
  });

  it("keep strong and emphasised runs apart", async () => {
    const document = partOf(await writeDocx(everyKind, gongwen), "word/document.xml");
    const marked = (mark: string) =>
      allOf(document, "w:r")
        .filter((run) => allOf(run, mark).length > 0)
        .map((run) => allOf(run, "w:t")[0]?.children.join(""));
    expect(marked("w:b")).toEqual(["12件"]);
    expect(marked("w:i")).toEqual(["，网址<www.example.cn?a=1&b=2>"]);
  });

  it("lose the control characters that would keep Word from opening the file", async () => {
    const bytes = await writeDocx(documentOf([body("从旧文件\u0001粘贴\u000b而来。")]), gongwen);
    expect(readDocxTexts(bytes).paragraphs).toContain("从旧文件粘贴而来。");
  });
});

describe("the title", () => {
  it("is one paragraph broken at whole words, and an empty line follows it", async () => {
    const bytes = await writeDocx(everyKind, gongwen);
    const [title] = childrenOf(firstOf(partOf(bytes, "word/document.xml"), "w:body"), "w:p");
    if (!title) throw new Error("no title");
    expect(settingOf(title, "w:pStyle")).toBe("Title");
    expect(allOf(title, "w:r").map((run) => allOf(run, "w:t")[0]?.children[0])).toEqual([
      "青禾县档案局2025年",
      "政府信息公开工作年度报告",
    ]);
    expect(allOf(title, "w:br")).toHaveLength(1);
    const style = allOf(partOf(bytes, "word/styles.xml"), "w:style").find(
      (candidate) => candidate.attributes["w:styleId"] === "Title",
    );
    expect(style && firstOf(firstOf(style, "w:pPr"), "w:spacing").attributes["w:after"]).toBe("579");
  });
});

describe("what surrounds the text", () => {
  it("names title, author and language in the properties", async () => {
    const core = partOf(await writeDocx(everyKind, gongwen), "docProps/core.xml");
    expect(firstOf(core, "dc:title").children).toEqual([everyKind.title]);
    expect(firstOf(core, "dc:creator").children).toEqual(["青禾县档案局"]);
    expect(firstOf(core, "dc:language").children).toEqual(["zh-CN"]);
  });

  it("is the same for the same document, part by part", async () => {
    const [one, two] = [await writeDocx(everyKind, gongwen), await writeDocx(everyKind, gongwen)];
    for (const part of ["word/document.xml", "word/styles.xml", "word/footer1.xml", "docProps/core.xml"]) {
      expect(partText(two, part)).toBe(partText(one, part));
    }
  });

  it("has a paragraph between tables that touch and after the last one, or Word joins them", async () => {
    const bytes = await writeDocx(documentOf([disputes, disputes]), gongwen);
    const blocks = firstOf(partOf(bytes, "word/document.xml"), "w:body").children.map(
      (child) => typeof child !== "string" && child.name,
    );
    expect(blocks).toEqual(["w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"]);
  });

  it("sets the marks that Chinese and Western type share in the Chinese face", async () => {
    const document = partOf(await writeDocx(everyKind, gongwen), "word/document.xml");
    const hinted = allOf(document, "w:r").filter(
      (run) => settingOf(run, "w:rFonts", "w:hint") === "eastAsia",
    );
    expect(hinted.map((run) => allOf(run, "w:t")[0]?.children[0])).toEqual(["坚持“应公开尽公开”——全年公开"]);
    const [first] = everyKind.blocks;
    expect(first?.type === "paragraph" && textOf(first.runs)).not.toMatch(/[“—]/);
  });
});
