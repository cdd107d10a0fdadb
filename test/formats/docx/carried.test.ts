import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { CarriedFile, Document } from "../../../src/document/tree.ts";
import { openDocx } from "../../../src/formats/docx/read.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { convert, hasWriter } from "../../support/libreoffice.ts";
import { allOf, partOf, partText } from "../../support/read-docx.ts";
import { applicationsChart, body, documentOf, everyKind, sample, sampleDocuments } from "./documents.ts";

const draft: CarriedFile = {
  name: "青禾县“档案局” & <2025>.nianbao.json",
  mediaType: "application/json",
  text: '{\n  "标题": "a<b & c]]>",\n\t"空格": "  两端  "\n}\n',
  description: "本报告的草稿，可用年报程序打开继续修改",
};
const carrying = (document: Document, carried: CarriedFile = draft): Document => ({ ...document, carried });

/** The file with a piece of one of its parts replaced, as another program would. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const xml = partText(bytes, part);
  const after = change(xml);
  expect(after).not.toBe(xml);
  return zipSync({ ...files, [part]: strToU8(after) });
}

const inMain = (bytes: Uint8Array, change: (xml: string) => string) =>
  changed(bytes, "word/document.xml", change);

describe("a carried file", () => {
  it("is read back letter for letter", async () => {
    expect(openDocx(await writeDocx(carrying(everyKind), gongwen)).carried).toEqual(draft);
  });

  it.each(["", "\r\n行\r", "\u0000\u0001\u001f\u007f\u0085", "\ud800半", "\ufffe\uffff\ufffd", "𫖯𠮷\u2028"])(
    "is read back though XML cannot hold it as it stands: %j",
    async (text) => {
      const carried = { ...draft, text };
      expect(openDocx(await writeDocx(carrying(everyKind, carried), gongwen)).carried).toEqual(carried);
    },
  );

  it("is a custom part that the main part points to, of a namespace of our own", async () => {
    const bytes = await writeDocx(carrying(everyKind), gongwen);
    const pointers = allOf(partOf(bytes, "word/_rels/document.xml.rels"), "Relationship");
    expect(pointers.map((pointer) => pointer.attributes.Target)).toContain("../customXml/item1.xml");
    const ids = pointers.map((pointer) => pointer.attributes.Id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(partText(bytes, "customXml/itemProps1.xml")).toContain('ds:uri="urn:nianbao:carried-file:1"');
  });

  it("leaves no trace where there is none", async () => {
    const bytes = await writeDocx(everyKind, gongwen);
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.includes("customXml"))).toEqual([]);
    expect(openDocx(bytes).carried).toBeUndefined();
    expect(openDocx(bytes).edits.wasEdited).toBe(false);
  });

  it("is not found in a file with a foreign custom part", async () => {
    const files = unzipSync(await writeDocx(everyKind, gongwen));
    const foreign = { "customXml/item1.xml": strToU8("<a xmlns='b'>c</a>") };
    expect(openDocx(zipSync({ ...files, ...foreign })).carried).toBeUndefined();
  });

  it.each([
    ["nothing", new Uint8Array(), "damaged"],
    ["a text", strToU8("年报"), "damaged"],
    ["another zip", zipSync({ "a.txt": strToU8("a") }), "otherKind"],
  ])("of %s is not looked for", (_, bytes, code) => {
    expect(() => openDocx(bytes)).toThrow(expect.objectContaining({ code }));
  });

  it("of a file that is cut off is not looked for", async () => {
    const bytes = await writeDocx(carrying(everyKind), gongwen);
    expect(() => openDocx(bytes.slice(0, bytes.length / 2))).toThrow(
      expect.objectContaining({ code: "damaged" }),
    );
  });

  it("is found under another number and prefix, as other programs save it", async () => {
    const files = unzipSync(await writeDocx(carrying(everyKind), gongwen));
    const item = new TextDecoder()
      .decode(files["customXml/item1.xml"])
      .replace("<carried xmlns=", "<!-- saved --><ns0:carried xmlns:ns0=")
      .replace("</carried>", "</ns0:carried>");
    const renamed = { "customXml/item1.xml": strToU8("<b:Sources/>"), "customXml/item2.xml": strToU8(item) };
    expect(openDocx(zipSync({ ...files, ...renamed })).carried).toEqual(draft);
  });
});

describe("a change by hand", () => {
  const written = () => writeDocx(carrying(sample("qinghe-2025")), gongwen);

  it.each(sampleDocuments)("is not seen in a file as it was written: %s", async (_, document) => {
    expect(openDocx(await writeDocx(carrying(document), gongwen)).edits.wasEdited).toBe(false);
  });

  it("is not seen where the text held characters that XML cannot hold", async () => {
    const pasted = documentOf([body("从旧文件\u0001粘贴\u000b而来\ufffe。"), body("")]);
    expect(openDocx(await writeDocx(carrying(pasted), gongwen)).edits.wasEdited).toBe(false);
  });

  it("is not seen when Word only splits runs, marks spelling and notes where pages ended", async () => {
    const saved = inMain(await written(), (xml) =>
      xml
        .replace(
          "根据《中华",
          '根据</w:t></w:r><w:proofErr w:type="gramStart"/><w:r w:rsidR="00A1"><w:t>《中华',
        )
        .replace("<w:r><w:t", "<w:r><w:lastRenderedPageBreak/><w:t")
        .replace("<w:p>", '<w:p w:rsidR="00A1" w14:paraId="0A"/><w:p w:rsidR="00A1">'),
    );
    expect(openDocx(saved).edits.wasEdited).toBe(false);
  });

  it.each([
    ["a word", (xml: string) => xml.replace("27个县政府部门", "28个县政府部门")],
    ["a figure", (xml: string) => xml.replace(/(TableValue"\/><\/w:pPr><w:r>.*?<w:t[^>]*>)(\d+)/, "$19$2")],
    [
      "a new paragraph",
      (xml: string) => xml.replace("</w:p>", "</w:p><w:p><w:r><w:t>新增</w:t></w:r></w:p>"),
    ],
    [
      "a tracked deletion",
      (xml: string) => xml.replace(/<w:r>(<w:t[^>]*>)根据/, '<w:del w:id="1"><w:r>$1</w:r></w:del>'),
    ],
  ])("is seen: %s", async (_, change) => {
    expect(openDocx(inMain(await written(), change)).edits.wasEdited).toBe(true);
    expect(openDocx(inMain(await written(), change)).carried).toEqual(draft);
  });

  it("is not seen when Word renews the table of contents, whose field may be cut into pieces", async () => {
    const document = { ...carrying(sample("qinghe-2025")), contents: true };
    const saved = inMain(await writeDocx(document, gongwen), (xml) =>
      xml
        .replace(
          /(<w:t xml:space="preserve">)\d+(<\/w:t><\/w:r><w:r><w:fldChar w:fldCharType="end")/g,
          "$199$2",
        )
        .replace("<w:sdtContent>", "<w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p>"),
    );
    expect(openDocx(saved).edits.wasEdited).toBe(false);
    const bare = inMain(saved, (xml) =>
      xml
        .replace(/<w:sdt>.*?<w:sdtContent>/, "")
        .replace("<w:p><w:r><w:t>目录</w:t></w:r></w:p>", "")
        .replace("</w:sdtContent></w:sdt>", "")
        .replace(" TOC \\o", ' TO</w:instrText></w:r><w:r><w:instrText xml:space="preserve">C \\o'),
    );
    expect(openDocx(bare).edits.wasEdited).toBe(false);
  });

  it("is seen when a figure moves to the next cell", async () => {
    const moved = inMain(await writeDocx(carrying(everyKind), gongwen), (xml) => {
      const figure = /<w:r><w:t xml:space="preserve">3<\/w:t><\/w:r>/;
      const [run = ""] = figure.exec(xml) ?? [];
      const at = xml.indexOf(run);
      const next = xml.indexOf("</w:p>", xml.indexOf("</w:p>", at) + 1);
      return xml.slice(0, at) + xml.slice(at + run.length, next) + run + xml.slice(next);
    });
    expect(openDocx(moved).edits.wasEdited).toBe(true);
  });
});

describe.skipIf(!hasWriter)("saved by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  it("the carried file is still there, and the text counts as unchanged", async () => {
    const documents = [
      everyKind,
      sample("qinghe-2025"),
      { ...sample("lanling-2020"), contents: true, stamp: "草稿" },
      documentOf([body("两端  有　空格 "), applicationsChart, body("ASCII  text, 99.5%")]),
    ];
    const files = await Promise.all(documents.map((document) => writeDocx(carrying(document), gongwen)));
    for (const saved of convert(files, "docx", "docx:MS Word 2007 XML")) {
      expect(openDocx(saved).carried).toEqual(draft);
      expect(openDocx(saved).edits.wasEdited).toBe(false);
    }
  });
});
