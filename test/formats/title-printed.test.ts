import { describe, expect, test } from "vitest";
import type { Document } from "../../src/document/tree.ts";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../src/formats/pdf/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { convert, hasWriter } from "../support/libreoffice.ts";
import { linesByPage } from "./docx/printed-pages.ts";
import { withoutSpace } from "./printed-lines.ts";

/** Names of 3 to 30 characters, as offices are called. */
const names = [
  "某县局",
  "青禾县府",
  "某县档案馆",
  "青禾县公安局",
  "青禾县人民政府",
  "某某市民族事务局",
  "青禾县人民政府办公室",
  "青禾县柳湾镇人民政府",
  "青禾县市场监督管理局",
  "济南市历下区人民政府",
  "青禾市自然资源和规划局",
  "河州市发展和改革委员会办公室",
  "青禾县住房和城乡建设局房产中心",
  "河州市青禾区“放管服”改革协调办公室",
  "内蒙古自治区莫力达瓦达斡尔族自治旗",
  "河州市人力资源和社会保障局青禾区分局",
  "中国（上海）自由贸易试验区管理委员会",
  "克孜勒苏柯尔克孜自治州人民政府办公室",
  "河州市青禾区推进“互联网＋政务服务”领导小组",
  "中国（上海）自由贸易试验区临港新片区管理委员会",
  "新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府",
  "河州市青禾区精神文明建设和“双创”工作指导委员会办公室",
  "新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府办公室",
  "河州市青禾区人民政府政务服务和公共资源交易监督管理中心",
  "新疆维吾尔自治区克孜勒苏柯尔克孜自治州自然资源和规划局",
  "新疆维吾尔自治区克孜勒苏柯尔克孜自治州政务服务和大数据局",
  "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗政府办公室",
];
const rest = ["2025年", "政府信息公开", "工作", "年度报告"];
const documents = names.map((name): Document => {
  const titleWords = [name, ...rest];
  const blocks = [{ type: "heading" as const, level: 1 as const, runs: [{ text: "一、总体情况" }] }];
  return { title: titleWords.join(""), titleWords, language: "zh-CN", author: name, blocks };
});

/** The lines above the first heading. */
async function titleLines(pdf: Uint8Array): Promise<string[]> {
  const [lines = []] = await linesByPage(pdf);
  const texts = lines.map(({ text }) => withoutSpace(text)).filter((text) => text !== "");
  return texts.slice(0, texts.indexOf("一、总体情况"));
}

function expectWellBroken(lines: readonly string[], title: string): void {
  expect(lines.join("")).toBe(title);
  for (const line of lines) {
    expect([...line].length, line).toBeGreaterThan(2);
    expect(line).not.toMatch(/^[”）》，。、]|[“（《]$/);
    expect(line).not.toMatch(/(克|克孜|克孜勒)$|^(孜|勒苏|苏)/);
  }
  for (const word of ["2025年", "政府信息公开", "年度报告"]) {
    expect(
      lines.some((line) => line.includes(word)),
      `${word} in ${lines.join("|")}`,
    ).toBe(true);
  }
}

describe("a title over a name of 3 to 30 characters is broken between words, no line alone", () => {
  test("in PDF, by the widths of its face", async () => {
    expect(Math.min(...names.map((name) => name.length))).toBeLessThan(5);
    for (const document of documents)
      expectWellBroken(await titleLines(await writePdf(document, gongwen, loadNodeFace)), document.title);
  });

  test.skipIf(!hasWriter)(
    "in Word's format printed by LibreOffice (skipped where LibreOffice Writer is missing)",
    async () => {
      const files = await Promise.all(documents.map((document) => writeDocx(document, gongwen)));
      const printed = convert(files, "docx", "pdf");
      for (const [index, pdf] of printed.entries())
        expectWellBroken(await titleLines(pdf), documents[index]?.title ?? "");
    },
  );
});
