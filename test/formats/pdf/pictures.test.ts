import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/document/tree.ts";
import { missingCharacters } from "../../../src/formats/pdf/faces/faces.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { listOf, wordsOf } from "../../support/pdf-objects.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { body, chinese, documentOf, heading } from "./documents.ts";
import { charts, writtenOnce } from "./every-kind.ts";
import { operatorsOf } from "./page-content.ts";
import { elementsOf, readTags } from "./read-tags.ts";

const mm = 72 / 25.4;
const { page } = gongwen;

describe("a stamp", () => {
  const stamped: Document = { ...documentOf([body(chinese(1500))]), stamp: "草稿" };

  test("lies across each page, before and so under the text, as nothing to be read out", async () => {
    const { pdf, bytes } = await writtenOnce(stamped);
    const { pages } = await readPdf(bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const { items } of pages) expect(items[0]?.text).toBe("草稿");
    for (const one of pdf.pages) {
      const [first] = operatorsOf(pdf, one).filter(({ operator }) => operator === "BDC");
      expect(wordsOf(first?.operands[0] ?? null)).toBe("Artifact");
    }
    expect(
      elementsOf(await readTags(bytes, pdf), "P")
        .map(({ text }) => text)
        .join(""),
    ).not.toContain("草稿");
  });

  test.for(["草稿", "内部资料", "未经审定不得对外公布的送审稿"])(
    "%s runs upwards by 45 degrees and stays on the page",
    async (stamp) => {
      const { pdf } = await writtenOnce({ ...documentOf([body("正文。")]), stamp });
      const operators = operatorsOf(pdf, pdf.pages[0] ?? null);
      const turned = operators.find(
        ({ operator, operands }) => operator === "cm" && Math.abs(Number(operands[1])) > 0.1,
      );
      const [a = 0, b = 0, c = 0, d = 0] = (turned?.operands ?? []).map(Number);
      for (const part of [a, b, c, d]) expect(Math.abs(part)).toBeCloseTo(Math.SQRT1_2, 3);
      const sizes = operators
        .filter(({ operator }) => operator === "Tf")
        .map(({ operands }) => Number(operands[1]));
      const diagonal = (Math.max(...sizes) * ([...stamp].length + 1)) / Math.SQRT2;
      expect(diagonal).toBeLessThan((page.widthMm - page.marginMm.left - page.marginMm.right) * mm + 1);
      expect(diagonal).toBeGreaterThan(100 * mm);
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
      for (const part of [charts[index]?.title ?? "", ...(charts[index]?.categories ?? []), "不予公开", "12"])
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
