import { describe, expect, test } from "vitest";
import { textsOf } from "../../../../src/document/tree.ts";
import { loadNodeFace } from "../../../../src/formats/pdf/faces/node-faces.ts";
import { endOf, setLines } from "../../../../src/formats/pdf/layout/text/lines.ts";
import { missingCharacters, writePdf } from "../../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { type PdfPage, readPdf } from "../../../support/read-pdf.ts";
import { body, chinese, documentOf, drawnBy, heading, plainTable, writtenAndRead } from "../documents.ts";

const withoutSpace = (text: string) => text.replace(/\s/g, "");
const linesOf = (page: PdfPage | undefined) => page?.items.slice(0, -1).map((item) => item.text) ?? [];

/** What the writer was given, and what pdf.js finds on the pages but for their numbers. */
const textsGivenAndFound = async (document: Parameters<typeof writtenAndRead>[0]) => {
  const { pages } = await writtenAndRead(document);
  return [withoutSpace(textsOf(document).join("")), withoutSpace(pages.flatMap(linesOf).join(""))];
};

describe("the text", () => {
  test("is all there, in order: heading, body and table", async () => {
    const [given, found] = await textsGivenAndFound(
      documentOf([
        heading(1, "一、总体情况"),
        body(`${chinese(200)}2025年共收到申请308件，同比增长6.6%（详见https://www.example.gov.cn/zwgk/）。`),
        plainTable(
          [
            ["信息内容", "数量"],
            ["规章", "12"],
          ],
          true,
        ),
        body("联系电话：0534-8221258，邮箱：lcgk@example.gov.cn。"),
      ]),
    );
    expect(found).toBe(given);
  });

  test("keeps signs that are rare in prose: ㎡ ‰ ℃ ① 〔〕 ·", async () => {
    const signs = "用地3.5㎡，千分之二（2‰），23℃，①②③，国办〔2021〕30号，约翰·洛克，——……";
    const [given, found] = await textsGivenAndFound(documentOf([body(signs)]));
    expect(found).toBe(given);
  });

  test("keeps rare characters of names, those beyond the first plane too", async () => {
    const [given, found] = await textsGivenAndFound(documentOf([body("张喆、李堃、王㛃、𬭎水镇、𫖯首村。")]));
    expect(found).toBe(given);
  });

  test("is whole in strong and emphasised runs", async () => {
    const runs = [
      { text: "一是规范。", strong: true },
      { text: chinese(40) },
      { text: "重点", emphasis: true },
    ];
    const [given, found] = await textsGivenAndFound(documentOf([{ type: "paragraph", style: "body", runs }]));
    expect(found).toBe(given);
  });

  test("sheds spaces typed for an indent, control characters and zero-width marks", async () => {
    const { pages } = await writtenAndRead(
      documentOf([body("\u3000\u3000全\u0007县\u200b公\ufeff开\ufe0f。 ")], []),
    );
    expect(linesOf(pages[0])).toEqual(["全县公开。"]);
  });

  test("breaks where the author broke the line", async () => {
    const { pages } = await writtenAndRead(documentOf([body("第一行\n第二行")], []));
    expect(linesOf(pages[0])).toEqual(["第一行", "第二行"]);
  });

  test("of an empty document is an empty page with its number", async () => {
    const { pages } = await writtenAndRead(documentOf([], []));
    expect(pages.map((page) => page.items.map((item) => item.text))).toEqual([["— 1 —"]]);
  });
});

describe("a character that no face draws", () => {
  const document = documentOf([body("满意度很高😀，署名ꙮ。"), body("再次😀。")]);

  test("is reported once", async () => {
    expect(await missingCharacters(document, gongwen, loadNodeFace)).toEqual(["😀", "ꙮ"]);
  });

  test("appears as 〓 and not as a blank", async () => {
    const { text } = await writtenAndRead(document);
    expect(text).toContain("满意度很高〓，署名〓。");
  });

  test("is drawn by a fallback face where one has it", async () => {
    // A first face without Chinese stands for one that lacks some characters.
    const style = drawnBy("fangsong", ["latin", "serif-400"]);
    const latin = latinOnly(await loadNodeFace("serif-400"));
    const loadFace = (face: string) => (face === "latin" ? Promise.resolve(latin) : loadNodeFace(face));
    const bytes = await writePdf(documentOf([body("ABC政府DEF公开")], []), style, loadFace);
    expect(await missingCharacters(documentOf([body("ABC政府")], []), style, loadFace)).toEqual([]);
    expect(withoutSpace((await readPdf(bytes)).text)).toContain("ABC政府DEF公开");
  });

  test("does not fail the document when a fallback face cannot be loaded", async () => {
    const only = (face: string) =>
      face.endsWith("-rare") ? Promise.reject(new Error("offline")) : loadNodeFace(face);
    await expect(writePdf(document, gongwen, only)).resolves.toBeInstanceOf(Uint8Array);
  });
});

test("a face that the document needs and that cannot be loaded is named in the error", async () => {
  const style = drawnBy("fangsong", ["simfang"]);
  await expect(writePdf(documentOf([body("正文。")]), style, loadNodeFace)).rejects.toThrow("simfang");
});

describe("line breaks", () => {
  const marks = "，。、；：？！”）》…—·～%";

  test("put no closing mark, dash or dot at the head of a line, whatever the length before it", async () => {
    // One paragraph for each mark and each length around the end of the first line.
    const blocks = [...marks].flatMap((mark) =>
      [24, 25, 26, 27].map((length) => body(`${chinese(length)}${mark}${chinese(30)}`)),
    );
    const { pages } = await writtenAndRead(documentOf(blocks, []));
    const heads = pages.flatMap(linesOf).map((line) => line[0] ?? "");
    expect(heads.filter((head) => marks.includes(head))).toEqual([]);
  });

  test("put no opening mark at the foot of a line", async () => {
    const blocks = [..."“（《〔"].flatMap((mark) =>
      [23, 24, 25, 26].map((length) => body(`${chinese(length)}${mark}${chinese(30)}`)),
    );
    const { pages } = await writtenAndRead(documentOf(blocks, []));
    const ends = pages.flatMap(linesOf).map((line) => line[line.length - 1] ?? "");
    expect(ends.filter((end) => "“（《〔".includes(end))).toEqual([]);
  });

  test("leave numbers whole", async () => {
    const blocks = [20, 21, 22, 23, 24, 25].map((length) => body(`${chinese(length)}22837.32万元，`));
    const { pages } = await writtenAndRead(documentOf(blocks, []));
    const lines = pages.flatMap(linesOf);
    expect(lines.filter((line) => line.includes("22837.32"))).toHaveLength(blocks.length);
  });

  test("let a long address run on after a slash, and no line past the margin", async () => {
    const address = `http://www.example.gov.cn/${"zwgk/".repeat(30)}index.html`;
    const { pages } = await writtenAndRead(documentOf([body(`公开在${address}网站。`)], []));
    const items = pages[0]?.items ?? [];
    expect(Math.max(...items.map((item) => item.x + item.width))).toBeLessThan(522);
    expect(items.slice(0, 3).map((item) => item.text[item.text.length - 1])).toEqual(["/", "/", "/"]);
  });

  test("draw Chinese characters apart in a loose line, not the letters of a word beside them", () => {
    const glyph = (text: string) => ({
      text,
      face: "any",
      advance: /\w/.test(text) ? 0.5 : 1,
      underlined: false,
    });
    const setting = { sizePt: 10, widthPt: 270, align: "justify", firstIndentPt: 0, rightIndentPt: 0 };
    // A word that goes to the next line whole leaves the first one short by two characters.
    const text = `${chinese(20)}WeChat平台${"Interoperability"}`;
    const [first] = setLines([...text].map(glyph), { ...setting, trackingPt: 0 });
    // 25 characters of 10 points in 270, and the gaps: 19 and 1 within, 2 beside the word.
    const apart = 20 / (19 + 1 + 2);
    expect(first?.segments.map(({ text, spacingPt }) => [text, spacingPt])).toEqual([
      [chinese(20), expect.closeTo(apart, 5)],
      ["WeChat", 0],
      ["平台", expect.closeTo(apart, 5)],
    ]);
    expect(first && endOf(first)).toBeCloseTo(270, 5);
    const [even] = setLines([...`${chinese(24)}WeChat平台`].map(glyph), { ...setting, trackingPt: 0 });
    expect(even?.segments).toHaveLength(1);
  });

  test("draw no line apart because a document number will not break", () => {
    const glyph = (text: string) => ({
      text,
      face: "any",
      advance: /\w/.test(text) ? 0.5 : 1,
      underlined: false,
    });
    const setting = { sizePt: 10, widthPt: 280, align: "justify", firstIndentPt: 0, rightIndentPt: 0 };
    for (let length = 20; length < 28; length++) {
      const text = `${chinese(length)}〔2019〕60号${chinese(30)}`;
      const lines = setLines([...text].map(glyph), { ...setting, trackingPt: 0 });
      expect(lines.map(({ segments }) => segments.map((segment) => segment.text).join("")).join("")).toBe(
        text,
      );
      for (const line of lines.slice(0, -1)) {
        for (const { spacingPt } of line.segments) {
          expect(spacingPt).toBeLessThan(0.1 * setting.sizePt);
          expect(spacingPt).toBeGreaterThan(-0.07 * setting.sizePt);
        }
        expect(endOf(line)).toBeCloseTo(280, 3);
      }
    }
  });

  test("end a line before the edge rather than tear it apart", () => {
    const glyph = (text: string) => ({ text, face: "any", advance: 1, underlined: false });
    const setting = { sizePt: 10, widthPt: 280, align: "justify", firstIndentPt: 0, rightIndentPt: 0 };
    // Seven characters that stay together leave a line of 22 characters short by six.
    const text = `${chinese(22)}〔20192020〕号`;
    const [first] = setLines([...text].map(glyph), { ...setting, trackingPt: 0 });
    expect(first && endOf(first)).toBeCloseTo(220, 5);
  });

  test("do not part a surrogate pair, even where a word is longer than a line", async () => {
    const [given, found] = await textsGivenAndFound(documentOf([body(`“${"𬭎".repeat(80)}”`)]));
    expect(found).toBe(given);
  });
});

/** A copy of a font whose character map ends before the Chinese characters. */
function latinOnly(font: Uint8Array): Uint8Array {
  const copy = new Uint8Array(font);
  const view = new DataView(copy.buffer);
  for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
    const tag = String.fromCharCode(...copy.subarray(record, record + 4));
    // pdfkit takes fonts with one name and one checksum for the same font.
    if (tag === "head") view.setUint32(view.getUint32(record + 8) + 8, 0);
    if (tag !== "cmap") continue;
    const cmap = view.getUint32(record + 8);
    for (let table = 0; table < view.getUint16(cmap + 2); table++) {
      const start = cmap + view.getUint32(cmap + 8 + table * 8);
      if (view.getUint16(start) === 12) keepGroupsBelow(view, start, 0x3400);
    }
  }
  return copy;
}

function keepGroupsBelow(view: DataView, start: number, limit: number): void {
  let groups = 0;
  while (view.getUint32(start + 16 + groups * 12 + 4) < limit) groups++;
  view.setUint32(start + 12, groups);
}
