import { describe, expect, test } from "vitest";
import type { Document } from "../../../../../src/document/tree.ts";
import { loadNodeFace } from "../../../../../src/formats/pdf/faces/node-faces.ts";
import type { OwnFace } from "../../../../../src/formats/pdf/faces/own/own-face.ts";
import { readFaces } from "../../../../../src/formats/pdf/faces/own/read-faces.ts";
import { missingCharacters } from "../../../../../src/formats/pdf/write.ts";
import {
  type OwnFaceSource,
  withOwnFaces,
  writePdfInOwnFaces,
} from "../../../../../src/formats/pdf/write-in-own-faces.ts";
import { fontOf, gongwen, tuwen } from "../../../../../src/formats/style.ts";
import {
  characterMap,
  fangsong,
  gb2312Characters,
  type MadeFont,
  madeFont,
  postScriptFont,
  tablesOf,
  withTable,
} from "../../../../fixtures/own-fonts.ts";
import { withFontsRenamed } from "../../../../fixtures/renamed-fonts.ts";
import { type DrawnText, drawnTexts } from "../../../../support/pdf-fonts.ts";
import { listOf, readObjects, wordsOf } from "../../../../support/pdf-objects.ts";
import { checkedByQpdf, hasQpdf } from "../../../../support/qpdf.ts";
import { readPdf } from "../../../../support/read-pdf.ts";
import { body, documentOf, heading, sampleDocument } from "../../documents.ts";
import { fontsIn, glyphsShown } from "../../embedded-fonts.ts";

/** The faces of font files, as an office would choose them. */
function facesIn(...files: readonly Uint8Array[]): OwnFace[] {
  return files.flatMap((file) => {
    const reading = readFaces("字体.ttf", file, gongwen, { by: "names" });
    if (!reading.ok) throw new Error(reading.message);
    return reading.faces;
  });
}

function sources(faces: readonly OwnFace[]): OwnFaceSource[] {
  return faces.map((face) => ({ ...face, load: async () => face.bytes }));
}

async function written(document: Document, faces: readonly OwnFace[], style = gongwen) {
  return (await writePdfInOwnFaces(document, style, loadNodeFace, sources(faces))).bytes;
}

function fontsOf(drawn: readonly DrawnText[], text: string): string[] {
  return [...new Set(drawn.filter((piece) => piece.text.includes(text)).map(({ font }) => font))];
}

const named = (chinese: string, postScript: string): MadeFont => ({
  ...fangsong,
  chinese,
  english: postScript,
  postScript,
});

describe("the report of a county in the office's own faces", async () => {
  const faces = facesIn(
    await madeFont(fangsong),
    await madeFont({ ...named("楷体_GB2312", "KaiTi_GB2312"), from: "serif-400" }),
    await madeFont(named("方正小标宋简体", "FZXiaoBiaoSong-B05S")),
    await madeFont(named("黑体", "SimHei")),
  );
  const document = sampleDocument("qinghe-2025");
  const bytes = await written(document, faces);
  const drawn = await drawnTexts(bytes);

  test("has its title, headings and text in them, and its tables in the shipped one", () => {
    expect(fontsOf(drawn, "政府信息公开工作年度报告").sort()).toContain("FZXiaoBiaoSong-B05S");
    expect(fontsOf(drawn, "一、总体情况")).toEqual(["SimHei"]);
    expect(fontsOf(drawn, "（一）主动公开")).toEqual(["KaiTi_GB2312"]);
    expect(fontsOf(drawn, "根据《中华人民共和国政府信息公开条例》")).toEqual(["FangSong_GB2312"]);
    expect(fontsOf(drawn, "行政规范性文件")).toContain("NotoSerifSC-Regular");
  });

  test("has its lines where the shipped faces have them, on as many pages", async () => {
    const [own, shipped] = await Promise.all([readPdf(bytes), written(document, []).then(readPdf)]);
    const baselinesOf = ({ pages }: typeof own, index: number) =>
      [...new Set(pages[index]?.items.map(({ y }) => Math.round(y * 10)))].sort();
    expect(own.pages).toHaveLength(shipped.pages.length);
    // The first two are full of text; further on a line may hold a figure more or less.
    for (const index of [0, 1]) expect(baselinesOf(own, index)).toEqual(baselinesOf(shipped, index));
  });

  test("says the same as in the shipped faces", async () => {
    const [own, shipped] = await Promise.all([readPdf(bytes), written(document, []).then(readPdf)]);
    const words = ({ pages }: typeof own) =>
      pages
        .flatMap(({ items }) => items.slice(0, -1).map(({ text }) => text))
        .join("")
        .replace(/\s/g, "");
    expect(words(own)).toBe(words(shipped));
  });
});

test("a full page of text has 22 lines of 28 characters in an own face whose lines are taller", async () => {
  const tall = await madeFont(fangsong);
  const hhea = new Uint8Array(tablesOf(tall).get("hhea") ?? []);
  new DataView(hhea.buffer).setInt16(4, 1600);
  new DataView(hhea.buffer).setInt16(6, -700);
  const text = "青禾县人民政府公开工作".repeat(120);
  const bytes = await written(documentOf([body(text)], []), facesIn(withTable(tall, "hhea", hhea)));
  const [first] = (await readPdf(bytes)).pages;
  const lines = (first?.items ?? []).filter(({ size }) => Math.round(size) === 16);
  expect(lines.map((line) => line.text.length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
});

describe("a character", () => {
  test("that the own face lacks is drawn by the next own face of its role, then by the shipped one", async () => {
    const faces = facesIn(
      await madeFont({ ...fangsong, characters: "一署名政府。" }),
      await madeFont({ ...named("仿宋", "FangSong"), characters: "一镕。" }),
    );
    const drawn = await drawnTexts(await written(documentOf([body("署名政府镕堃。")]), faces));
    expect(fontsOf(drawn, "署名政府")).toEqual(["FangSong_GB2312"]);
    expect(fontsOf(drawn, "镕")).toEqual(["FangSong"]);
    expect(fontsOf(drawn, "堃")).toEqual(["NotoSerifSC-Regular"]);
  });

  test("that no shipped face has is drawn by an own one, in any part of the report", async () => {
    const plain = await madeFont({ ...fangsong, characters: "一政府" });
    const monk = characterMap(
      new Map([
        ["一", 1],
        ["ꙮ", 2],
      ]),
    );
    const faces = facesIn(withTable(plain, "cmap", monk));
    const document = documentOf([heading(1, "一、总体ꙮ情况"), body("正文。")]);
    const dressed = withOwnFaces(gongwen, loadNodeFace, sources(faces));
    expect(await missingCharacters(document, gongwen, loadNodeFace)).toEqual(["ꙮ"]);
    expect(await missingCharacters(document, dressed.style, dressed.loadFace)).toEqual([]);
    const drawn = await drawnTexts(await written(document, faces));
    expect(fontsOf(drawn, "总体")).toEqual(["NotoSansSC-Medium"]);
    expect(drawn.filter(({ font }) => font === "FangSong_GB2312")).toHaveLength(1);
  });
});

describe("the archive copy in own faces", async () => {
  const names = { chinese: "仿宋_GB2312", english: "仿宋_GB2312", postScript: "（方正）仿宋" };
  const faces = facesIn(await madeFont({ ...fangsong, ...names }));
  const bytes = await written(sampleDocument("qinghe-2025"), faces);
  const pdf = readObjects(bytes);
  const fonts = fontsIn(pdf);

  test("names a font whose own name no PDF may hold", () => {
    const found = fonts.map(({ font, get }) => wordsOf(get(font, "BaseFont")).replace(/^[A-Z]{6}\+/, ""));
    expect(found).toContain("OwnFace");
  });

  test("states the widths of the embedded glyphs, and their characters", () => {
    for (const { font, descendant, get, advanceOf, charactersOf } of fonts) {
      const widths = listOf(get(descendant, "W", 1)).map(Number);
      for (const glyph of glyphsShown(pdf, font)) {
        expect(Math.abs((widths[glyph] ?? 0) - advanceOf(glyph))).toBeLessThan(1);
        expect(charactersOf(glyph)).not.toBe("");
      }
    }
  });

  test.skipIf(!hasQpdf)("is sound for qpdf, where there is one", () => {
    expect(checkedByQpdf(bytes)).toContain("No syntax or stream encoding errors found");
  });
});

test("a font with PostScript outlines is embedded as it is", async () => {
  const text = "青禾县人民政府信息公开工作年度报告。";
  const faces = facesIn(await postScriptFont({ ...fangsong, characters: `一${text}` }));
  const drawn = await drawnTexts(await written(documentOf([body(text)]), faces));
  expect(fontsOf(drawn, "公开")).toContain("FangSong_GB2312");
});

test("marked words are set in the own 黑体, and the coloured style knows the same faces", async () => {
  const faces = facesIn(await madeFont(named("黑体", "SimHei")));
  const paragraph = { type: "paragraph", style: "body", runs: [{ text: "新增", strong: true }] } as const;
  const drawn = await drawnTexts(await written(documentOf([paragraph]), faces, tuwen));
  expect(fontsOf(drawn, "新增")).toEqual(["SimHei"]);
  expect(tuwen.fonts).toEqual(gongwen.fonts);
});

test("in a style that calls its fonts otherwise, faces are drawn by their names and by what they were chosen for", async () => {
  const known = facesIn(await madeFont(named("楷体", "KaiTi")), await madeFont(named("黑体", "SimHei")));
  const unknown = await madeFont(named("汉仪仿宋简", "HYFangSongJ"));
  const chosen = readFaces("字体.ttf", unknown, gongwen, { by: "role", role: "body" });
  const document = documentOf([heading(1, "一、总体情况"), heading(2, "（一）公开"), body("正文。")]);
  const faces = [...known, ...(chosen.ok ? chosen.faces : [])];
  for (const style of [gongwen, withFontsRenamed(gongwen)]) {
    const drawn = await drawnTexts(await written(document, faces, style));
    expect(["总体", "（一）", "正文"].map((text) => fontsOf(drawn, text))).toEqual([
      ["SimHei"],
      ["KaiTi"],
      ["HYFangSongJ"],
    ]);
  }
});

test("a face that a style of the office's own does not know draws nothing in it", async () => {
  const faces = facesIn(await madeFont(named("黑体", "SimHei")));
  const { ownFaces: _, ...hei } = fontOf(gongwen, "hei");
  const style = { ...gongwen, fonts: { ...gongwen.fonts, hei } };
  const drawn = await drawnTexts(await written(documentOf([heading(1, "一、总体情况")]), faces, style));
  expect(fontsOf(drawn, "总体")).toEqual(["NotoSansSC-Medium"]);
});

test("a face that breaks while it is drawn costs the face and not the report", async () => {
  const [sound] = facesIn(await madeFont({ ...fangsong, characters: gb2312Characters }));
  const broken = { ...(sound as OwnFace), load: async () => new Uint8Array([0, 1, 0, 0, 0, 0]) };
  const document = documentOf([body("正文。")]);
  const { bytes, leftOut } = await writePdfInOwnFaces(document, gongwen, loadNodeFace, [broken]);
  expect(leftOut).toBe(true);
  expect(fontsOf(await drawnTexts(bytes), "正文")).toEqual(["NotoSerifSC-Regular"]);
});

test("a report that cannot be written in the shipped faces either fails with their error", async () => {
  const [face] = facesIn(await madeFont(fangsong));
  const offline = () => Promise.reject(new Error("fonts/serif-900.ttf: 404"));
  await expect(
    writePdfInOwnFaces(documentOf([body("正文。")]), gongwen, offline, sources([face as OwnFace])),
  ).rejects.toThrow("serif-900");
});
