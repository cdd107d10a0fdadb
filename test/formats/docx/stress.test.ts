import { beforeAll, describe, expect, it } from "vitest";
import { textsOf } from "../../../src/document/tree.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { body, documentOf } from "./documents.ts";
import { linesByPage, type PrintedLine } from "./printed-pages.ts";
import { hasSoffice, resaved } from "./soffice.ts";

/** Pieces that type finds hard; put together in pinned order they give sentences of every length. */
const pieces = [
  "龚䶮、㛃玉琳、𬭚某、𫖯某等4名申请人",
  "（新疆维吾尔自治区克孜勒苏柯尔克孜自治州人力资源和社会保障局政务公开领导小组办公室）",
  "《中华人民共和国政府信息公开工作年度报告格式》",
  "“应公开尽公开、应上网尽上网”",
  "公开面积12846.75㎡、比例98.6‰，同比增长6.6%；",
  "通过WeChat、Open Government Data Platform（v2.0）等渠道发布，",
  "网址为https://www.example.gov.cn/zwgk/zfxxgkzl/zfxxgknb/2025/index.html?from=nb&page=1，",
  "2025年1月1日至12月31日，",
  "全年共受理——含上年结转——政府信息公开申请308件……",
  "依法答复、及时办结。",
  "其中：予以公开119件、部分公开14件、不予公开76件！",
  "流程是否规范？答复是否及时？",
] as const;

const unbroken = [
  "0123456789".repeat(30),
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(8),
  "政".repeat(200),
  "，".repeat(3),
];

/** Repeats itself in each run: multiplicative, no library. */
function* pinned(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 48271) % 2147483647;
    yield state;
  }
}

function narrative(characters: number): string[] {
  const paragraphs: string[] = [];
  const random = pinned(20250120);
  let written = 0;
  while (written < characters) {
    const length = 1 + (random.next().value % 9);
    const texts = Array.from({ length }, () => pieces[random.next().value % pieces.length]);
    const paragraph = texts.join("");
    paragraphs.push(paragraph);
    written += paragraph.length;
    if (paragraphs.length % 20 === 0)
      paragraphs.push(unbroken[(paragraphs.length / 20) % unbroken.length] ?? "");
  }
  return paragraphs;
}

const document = documentOf(narrative(19_000).map(body));

describe.skipIf(!hasSoffice)("thirty pages printed by LibreOffice (skipped where soffice is missing)", () => {
  let pages: PrintedLine[][] = [];
  let textLines: PrintedLine[] = [];
  beforeAll(async () => {
    const [pdf = new Uint8Array()] = resaved([await writeDocx(document, gongwen)], "pdf");
    pages = await linesByPage(pdf);
    textLines = pages.flatMap((lines) => lines.slice(0, -1));
  }, 120_000);

  it("have 22 lines a page, but for the first with its title and the last", () => {
    expect(pages.length).toBeGreaterThan(29);
    const counts = pages.slice(1, -1).map((lines) => lines.length - 1);
    expect(counts).toEqual(Array(pages.length - 2).fill(22));
  });

  it("keep all four margins within a millimetre", () => {
    const { marginMm, widthMm, heightMm } = gongwen.page;
    for (const line of textLines) {
      expect(line.left, line.text).toBeGreaterThan(marginMm.left - 1);
      expect(line.right, line.text).toBeLessThan(widthMm - marginMm.right + 1);
    }
    const full = pages.slice(1, -1);
    const firsts = full.map((lines) => lines[0]?.base ?? 0);
    const lasts = full.map((lines) => lines[21]?.base ?? 0);
    // Characters of 16 pt stand on a line some 4.5 mm over the foot of their 29 pt.
    expect(Math.max(...lasts)).toBeLessThan(heightMm - marginMm.bottom);
    expect(Math.min(...firsts)).toBeGreaterThan(marginMm.top + 5.6 - 1);
    expect(Math.max(...firsts) - Math.min(...firsts)).toBeLessThan(1);
    expect(Math.max(...lasts) - Math.min(...lasts)).toBeLessThan(1);
  });

  it("fill most lines to the edge: text is set in blocks", () => {
    const edge = gongwen.page.widthMm - gongwen.page.marginMm.right;
    const filled = textLines.filter((line) => line.right > edge - 1.5);
    expect(filled.length / textLines.length).toBeGreaterThan(0.6);
  });

  it("begin no line with a closing mark and end none with an opening one", () => {
    const begun = textLines.filter(
      ({ text }) => /^[，。、；：？！”）》%‰]/.test(text) && !/^，+$/.test(text),
    );
    expect(begun.map(({ text }) => text)).toEqual([]);
    expect(textLines.filter(({ text }) => /[“（《]$/.test(text)).map(({ text }) => text)).toEqual([]);
  });

  it("tear no number and no year from its digits", () => {
    const torn = textLines.filter(
      ({ text }, index) =>
        /[\d.]$/.test(text) && /^[\d.]/.test(textLines[index + 1]?.text ?? "") && !/^\d{20,}$/.test(text),
    );
    expect(torn.map(({ text }) => text)).toEqual([]);
  });

  it("lose no character", () => {
    const sorted = (text: string) => [...text.replace(/\s/g, "")].sort().join("");
    expect(sorted(textLines.map(({ text }) => text).join(""))).toBe(sorted(textsOf(document).join("")));
  });

  it("have the same lines in the other style", async () => {
    const [pdf = new Uint8Array()] = resaved([await writeDocx(document, tuwen)], "pdf");
    const lines = (await linesByPage(pdf)).map((page) => page.slice(0, -1).map(({ text }) => text));
    expect(lines).toEqual(pages.map((page) => page.slice(0, -1).map(({ text }) => text)));
  });
});
