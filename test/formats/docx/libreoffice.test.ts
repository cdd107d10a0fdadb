import { beforeAll, describe, expect, it } from "vitest";
import { type Document, textsOf } from "../../../src/document/tree.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { convert, hasWriter } from "../../support/libreoffice.ts";
import { area } from "../printed-lines.ts";
import { applicationsTable, body, documentOf, sample } from "./documents.ts";
import { linesByPage, pageSizes } from "./printed-pages.ts";

type PrintedPage = { readonly size: readonly number[]; readonly lines: readonly string[] };

async function print(documents: readonly Document[]): Promise<Uint8Array[]> {
  return convert(await Promise.all(documents.map((document) => writeDocx(document, gongwen))), "docx", "pdf");
}

async function pagesOf(pdf: Uint8Array): Promise<PrintedPage[]> {
  const lines = await linesByPage(pdf);
  const sizes = await pageSizes(pdf);
  return lines.map((page, index) => ({ size: sizes[index] ?? [], lines: page.map(({ text }) => text) }));
}

describe.skipIf(!hasWriter)("printed by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  const report = sample("qinghe-2025");
  const plain = documentOf([body("政府信息公开工作年度报告编制说明文字".repeat(120))]);
  let pdfs: Uint8Array[] = [];
  let printed: PrintedPage[][] = [];
  beforeAll(async () => {
    pdfs = await print([report, plain]);
    printed = await Promise.all(pdfs.map(pagesOf));
  }, 120_000);

  it("all pages are A4", () => {
    for (const page of printed.flat()) {
      expect(page.size[0]).toBeCloseTo(210, 0);
      expect(page.size[1]).toBeCloseTo(297, 0);
    }
  });

  it("a page of text has 22 lines of 28 characters and its number", () => {
    const [, full] = printed[1] ?? [];
    expect(full?.lines.slice(0, -1).map((line) => line.length)).toEqual(Array(22).fill(28));
    expect(full?.lines.at(-1)?.replaceAll(" ", "")).toBe("—2—");
  });

  it("no character is lost", () => {
    const counted = (text: string) => {
      const counts = new Map<string, number>();
      for (const character of text.replace(/\s/g, ""))
        counts.set(character, (counts.get(character) ?? 0) + 1);
      return counts;
    };
    const onPaper = counted((printed[0] ?? []).flatMap((page) => page.lines.slice(0, -1)).join(""));
    const missing = [...counted(textsOf(report).join(""))].filter(
      ([character, n]) => (onPaper.get(character) ?? 0) < n,
    );
    expect(missing).toEqual([]);
  });

  it("the table of applications stands whole on one page under its heading", () => {
    const table = applicationsTable(report);
    const labels = table.rows.flat().filter((place) => place.role === "label");
    const first = labels[0]?.text ?? "";
    const last = labels.at(-1)?.text ?? "";
    const page = (printed[0] ?? []).find(({ lines }) => lines.some((line) => line.includes(first)));
    expect(page?.lines.some((line) => line.includes(last))).toBe(true);
    expect(page?.lines[0]).toBe("三、收到和处理政府信息公开申请情况");
  });

  it("the labels of applications end their lines between words", async () => {
    const { columnWidths } = applicationsTable(report);
    const { left, right } = area;
    const whole = columnWidths.reduce((a, b) => a + b, 0);
    const edge = (columns: number) =>
      left + ((right - left) * columnWidths.slice(0, columns).reduce((a, b) => a + b, 0)) / whole;
    const page = printed[0]?.findIndex(({ lines }) => lines[0]?.startsWith("三、收到")) ?? 0;
    const linesOf = async (from: number, to: number) => {
      const lines = await linesByPage(pdfs[0] ?? new Uint8Array(), [edge(from), edge(to)]);
      return (lines[page] ?? []).map(({ text }) => text);
    };
    const [results, groups, labels] = [await linesOf(0, 1), await linesOf(1, 2), await linesOf(2, 3)];
    expect(results.join("／")).toContain("／三、／本年度／办理／结果／");
    for (const line of ["（三）", "不予公开", "（四）", "无法提供"]) expect(groups).toContain(line);
    const lines = await linesOf(1, 3);
    expect(lines.filter((line) => line.startsWith("（二）"))).toEqual([
      "（二）部分公开（区分处理的，只计这一",
    ]);
    for (const line of ["1.申请人无正当理由逾期不", "补正、行政机关不再处理其政府", "信息公开申请"])
      expect(labels).toContain(line);
  });

  it("a label in the middle does so too, and stays in the middle", () => {
    const lines = printed[0]?.flatMap((page) => page.lines) ?? [];
    expect(lines).toContain("（本列数据的勾稽关系为：第一项加第二项之和，");
  });
});
