import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/document/tree.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { missingCharacters } from "../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { listOf, type PdfObjects, wordsOf } from "../../support/pdf-objects.ts";
import type { PdfValue } from "../../support/pdf-syntax.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { body, chinese, documentOf, heading } from "./documents.ts";
import { charts, writtenOnce } from "./every-kind.ts";
import { operatorsOf } from "./layout/page-content.ts";
import { elementsOf, readTags } from "./tags/read-tags.ts";

const mm = 72 / 25.4;
const { page } = gongwen;

describe("a stamp", () => {
  const stamped: Document = { ...documentOf([body(chinese(1500))]), stamp: "草稿" };

  test("lies across each page, before and so under the text, as outlines that no copy of the text holds", async () => {
    const { pdf, bytes } = await writtenOnce(stamped);
    const { pages, text } = await readPdf(bytes);
    expect(pages.length).toBeGreaterThan(2);
    expect(text.replace(/\s/g, "")).toMatch(/^年度报告政府信息/);
    expect(text).not.toContain("草");
    for (const one of pdf.pages) {
      const operators = operatorsOf(pdf, one).map(({ operator }) => operator);
      const curves = operators.flatMap((operator, index) => (operator === "c" ? [index] : []));
      expect(curves.length).toBeGreaterThan(30);
      expect(Math.max(...curves)).toBeLessThan(operators.indexOf("BT"));
    }
  });

  test("is heard once, before all else", async () => {
    const { pdf, bytes } = await writtenOnce(stamped);
    const { children } = await readTags(bytes, pdf);
    expect(children.map(({ type }) => type)).toEqual(["Figure", "H1", "P"]);
    expect(children[0]?.alternative).toBe("草稿");
    const first = pdf.pages.map((page) => operatorsOf(pdf, page).find(({ operator }) => operator === "BDC"));
    const tags = first.map((begun) => wordsOf(begun?.operands[0] ?? null));
    expect(tags).toEqual(tags.map((_, index) => (index === 0 ? "Figure" : "Artifact")));
  });

  test.for(["草稿", "内部资料", "未经审定不得对外公布的送审稿"])(
    "%s runs upwards by 45 degrees and fills the width of the text",
    async (stamp) => {
      const { pdf } = await writtenOnce({ ...documentOf([body("正文。")]), stamp });
      const operators = operatorsOf(pdf, pdf.pages[0] ?? null);
      const turned = operators.find(
        ({ operator, operands }) => operator === "cm" && Math.abs(Number(operands[1])) > 0.1,
      );
      const [a = 0, b = 0, c = 0, d = 0] = (turned?.operands ?? []).map(Number);
      for (const part of [a, b, c, d]) expect(Math.abs(part)).toBeCloseTo(Math.SQRT1_2, 3);
      const root = elementsOfType(pdf, "Figure")[0] ?? null;
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = listOf(pdf.get(root, "A", "BBox")).map(Number);
      const textWidth = (page.widthMm - page.marginMm.left - page.marginMm.right) * mm;
      expect(x1 - x0).toBeCloseTo(y1 - y0, 1);
      expect(x1 - x0).toBeLessThan(textWidth * 1.1);
      expect(x1 - x0).toBeGreaterThan(textWidth * 0.8);
    },
  );

  test("of characters that no face draws is told", async () => {
    const document = { ...documentOf([body("正文。")]), stamp: "草稿😀" };
    expect(await missingCharacters(document, gongwen, loadNodeFace)).toEqual(["😀"]);
  });
});

describe("charts", () => {
  const document = documentOf([heading(1, "一、申请"), ...charts, body("正文。")]);

  test("are figures with the same in words, each with its box within the text area of its page", async () => {
    const { bytes, pdf } = await writtenOnce(document);
    const figures = elementsOf(await readTags(bytes, pdf), "Figure");
    expect(figures.map(({ alternative }) => alternative)).toEqual(
      charts.map(({ alternative }) => alternative),
    );
    for (const { value } of pdf.objects.values()) {
      if (wordsOf(pdf.get(value, "S")) !== "Figure") continue;
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = listOf(pdf.get(value, "A", "BBox")).map(Number);
      expect(x0).toBeCloseTo(page.marginMm.left * mm, 1);
      expect(x1).toBeCloseTo((page.widthMm - page.marginMm.right) * mm, 1);
      expect(y0).toBeGreaterThan(page.marginMm.bottom * mm);
      expect(y1).toBeLessThan((page.heightMm - page.marginMm.top) * mm);
      expect(y1 - y0).toBeGreaterThan(40);
    }
  });

  test("show their title, their names and their figures, in faces of the file", async () => {
    const { bytes, pdf } = await writtenOnce(document);
    const figures = elementsOf(await readTags(bytes, pdf), "Figure");
    figures.forEach(({ text }, index) => {
      const words = text.replace(/\s/g, "");
      for (const part of [charts[index]?.title ?? "", charts[index]?.subject ?? "", "不予公开", "12"])
        expect(words).toContain(part.replace(/\s/g, ""));
    });
  });

  test("go to the next page whole", async () => {
    const lines = body(chinese(28 * 18));
    const { bytes } = await writtenOnce(documentOf([lines, charts[0] as (typeof charts)[number]], []));
    const { pages } = await readPdf(bytes);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.items.map(({ text }) => text).join("")).toContain("申请的结果");
  });

  test("tell of characters that no face draws, and set 〓", async () => {
    const odd = documentOf([{ ...(charts[0] as (typeof charts)[number]), title: "结果😀" }]);
    expect(await missingCharacters(odd, gongwen, loadNodeFace)).toEqual(["😀"]);
    expect((await readPdf((await writtenOnce(odd)).bytes)).text.replace(/\s/g, "")).toContain("结果〓");
  });
});

function elementsOfType(pdf: PdfObjects, type: string): PdfValue[] {
  return [...pdf.objects.values()].flatMap(({ value }) =>
    wordsOf(pdf.get(value, "S")) === type ? [value] : [],
  );
}
