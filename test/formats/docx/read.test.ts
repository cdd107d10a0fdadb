import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import type { FoundDocument } from "../../../src/document/found.ts";
import { openDocx } from "../../../src/formats/docx/read.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { expectFound, tablesIn, textsIn } from "../../fixtures/found.ts";
import { edition, reports } from "../../fixtures/reports.ts";
import { convert, hasWriter } from "../../support/libreoffice.ts";

async function found(bytes: Uint8Array): Promise<FoundDocument> {
  return openDocx(bytes).read();
}

const documents = reports.map(({ name, draft }) => [name, compose(edition(draft.edition), draft)] as const);

/** A Word file of a body as another program writes it, and further parts. */
function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all = { "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])));
}
const paragraph = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe("a Word file of our own", () => {
  it.each(documents)("is read as it was written: %s", async (_, document) => {
    expectFound(await found(await writeDocx(document, gongwen)), document);
    const marked = { ...document, contents: true, stamp: "草稿" };
    expectFound(await found(await writeDocx(marked, tuwen)), document);
  });
});

describe("a run of a Word file", () => {
  const run = (text: string, properties: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const inCell = async (runs: string) => {
    const table = `<w:tbl><w:tr><w:tc><w:p>${runs}</w:p></w:tc></w:tr></w:tbl>`;
    const read = await found(wordFile(table));
    return [tablesIn(read)[0]?.[0]?.[0]?.text, read.notRead];
  };

  it("above the line is no digit of the figure before it", async () => {
    const raised = run("12", "") + run("1", '<w:vertAlign w:val="superscript"/>');
    expect(await inCell(raised)).toEqual(["12¹", []]);
  });

  it("that is struck out is not read, which is said", async () => {
    expect(await inCell(run("12", "<w:strike/>") + run("15", ""))).toEqual(["15", ["划掉的文字没有读"]]);
    expect(await inCell(run("12", '<w:strike w:val="0"/>'))).toEqual(["12", []]);
  });
});

describe.skipIf(!hasWriter)("saved by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  it("is read as it was written, its headings with their levels", async () => {
    const files = await Promise.all(documents.map(([, document]) => writeDocx(document, gongwen)));
    for (const [index, saved] of convert(files, "docx", "docx:MS Word 2007 XML").entries()) {
      const [, document] = documents[index] ?? [];
      const read = await found(saved);
      if (document) expectFound(read, document);
      const levels = read.blocks.flatMap((block) =>
        block.type === "text" && block.level ? [block.level] : [],
      );
      expect(levels).toEqual(
        document?.blocks.flatMap((block) => (block.type === "heading" ? [block.level] : [])),
      );
    }
  });
});

describe("a Word file of another program", () => {
  it("gives tracked changes as they were accepted, and the text of fields, links and boxes", async () => {
    const read = await found(
      wordFile(`<w:p><w:r><w:t>新收</w:t></w:r><w:del><w:r><w:delText>247</w:delText></w:r></w:del>
        <w:ins><w:r><w:t>248</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>件</w:t></w:r></w:hyperlink></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph("框中")}</w:txbxContent>
        </w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph("框中")}</w:txbxContent></w:pict>
        </mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o</w:instrText></w:r>
        <w:r><w:t>目录行</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`),
    );
    expect(textsIn(read)).toEqual(["新收248件", "框中"]);
  });

  it("gives what Word counts: items as items, the numbers of headings and labels as text", async () => {
    const list = (id: string, level = 0) =>
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering>
      <w:abstractNum w:abstractNumId="1">${level(0, "chineseCounting", "%1、")}${level(1, "chineseCounting", "（%2）")}</w:abstractNum>
      <w:abstractNum w:abstractNumId="2">${level(0, "decimal", "%1.")}${level(1, "bullet", "•")}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles><w:style w:styleId="a"><w:name w:val="heading 1"/><w:pPr>${list("1")}</w:pPr></w:style>
      <w:style w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/>${list("1", 1)}</w:pPr></w:style></w:styles>`;
    const styled = (text: string, style: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`);
    const body =
      styled("总体情况", "a") +
      styled("主动公开", "b") +
      styled("依申请公开", "b") +
      styled("主动公开情况", "a") +
      paragraph("甲", list("2")) +
      paragraph("乙", list("2")) +
      paragraph("点", list("2", 1)) +
      `<w:tbl><w:tr><w:tc>${paragraph("属于国家秘密", list("3"))}</w:tc><w:tc>${paragraph("3")}</w:tc></w:tr></w:tbl>`;
    const read = await found(wordFile(body, { "word/styles.xml": styles, "word/numbering.xml": numbering }));
    expect(textsIn(read).slice(0, 4)).toEqual([
      "一、总体情况",
      "（一）主动公开",
      "（二）依申请公开",
      "二、主动公开情况",
    ]);
    expect(read.blocks.slice(0, 7)).toMatchObject([
      ...[1, 2, 2, 1].map((level) => ({ level })),
      { item: { level: 1, ordered: true, number: 1 } },
      { item: { level: 1, ordered: true, number: 2 } },
      { item: { level: 2, ordered: false } },
    ]);
    expect(tablesIn(read)[0]?.[0]?.map(({ text }) => text)).toEqual(["1.属于国家秘密", "3"]);
  });

  it("gives merged cells, rows that begin further in, and leaves out rows that were deleted", async () => {
    const cell = (text: string, properties = "") =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const read = await found(
      wordFile(`<w:tbl>
        <w:tr>${cell("三", '<w:vMerge w:val="restart"/>')}${cell("（一）", '<w:gridSpan w:val="2"/>')}</w:tr>
        <w:tr>${cell("", "<w:vMerge/>")}${cell("1.")}${cell("2")}</w:tr>
        <w:tr><w:trPr><w:del/></w:trPr>${cell("旧")}</w:tr>
        <w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell("9")}</w:tr></w:tbl>`),
    );
    expect(tablesIn(read)).toEqual([
      [
        [
          { text: "三", colSpan: 1, rowSpan: 2 },
          { text: "（一）", colSpan: 2, rowSpan: 1 },
        ],
        [
          { text: "1.", colSpan: 1, rowSpan: 1 },
          { text: "2", colSpan: 1, rowSpan: 1 },
        ],
        [
          { text: "", colSpan: 2, rowSpan: 1 },
          { text: "9", colSpan: 1, rowSpan: 1 },
        ],
      ],
    ]);
  });

  it("is not read where a table only lays out the page; marks, figures and footnotes are told", async () => {
    const figure =
      '<w:sdt><w:sdtPr><w:tag w:val="requests.received.total"/></w:sdtPr><w:sdtContent><w:r><w:t>308</w:t></w:r></w:sdtContent></w:sdt>';
    const read = await found(
      wordFile(`<w:tbl><w:tr><w:tc>${paragraph("外")}<w:tbl><w:tr><w:tc>${paragraph("内")}</w:tc><w:tc>${paragraph("1")}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>新收</w:t></w:r>${figure}<w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:t>件</w:t></w:r><w:r><w:footnoteReference/></w:r></w:p>`),
    );
    expect(read.blocks.map(({ type }) => type)).toEqual(["text", "table", "text"]);
    expect(read.blocks[2]).toMatchObject({
      runs: [
        { text: "新收", strong: true },
        { text: "308", figure: "requests.received.total" },
        { text: "件", emphasis: true },
      ],
    });
    expect(read.notRead).toEqual(["脚注没有读"]);
  });
});
