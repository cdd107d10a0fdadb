import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/document/tree.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { signaturePlaces } from "../../../src/formats/lines/signature-places.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { allOf, partOf, settingOf, textOf } from "../../support/read-docx.ts";
import { body, documentOf } from "../docx/documents.ts";

/** 28 characters of the body; 2026年1月20日 is 6.5 of them. */
const line = { width: 28, character: 1, fromEdge: 2, seal: false };

describe("a signature on paper without a seal (GB/T 9704-2012, 7.3.5.2)", () => {
  it("has the name two characters from the edge, and the date two characters right of its beginning", () => {
    expect(signaturePlaces([7, 6.5], line)).toEqual([19, 21]);
    expect(signaturePlaces([12, 6.5], line)).toEqual([14, 16]);
  });

  it("has a longer date two characters from the edge, and the name moved in", () => {
    expect(signaturePlaces([2, 6.5], line)).toEqual([17.5, 19.5]);
  });

  it("has a name without a date, or a date without a name, two characters from the edge", () => {
    expect(signaturePlaces([7], line)).toEqual([19]);
  });

  it("stays on the line with a name longer than it", () => {
    expect(signaturePlaces([40, 6.5], line)).toEqual([0, 2]);
  });
});

it("a signature under a seal has its date four characters from the edge, the name in the middle above (7.3.5.1)", () => {
  const sealed = { ...line, seal: true };
  expect(signaturePlaces([7, 6.5], sealed)).toEqual([17.25, 17.5]);
  expect(signaturePlaces([20, 6.5], sealed)).toEqual([8, 17.5]);
});

describe("a signature in the files", () => {
  const signed = ["青禾县人民政府", "2026年1月20日"].map(
    (text): Block => ({ type: "paragraph", style: "signature", runs: [{ text }] }),
  );
  const document = documentOf([body("特此报告。"), ...signed]);

  it("of Word stands at its place, a line free above it, with the line of text before it", async () => {
    const main = partOf(await writeDocx(document, gongwen), "word/document.xml");
    const [text, name, date] = allOf(main, "w:p").slice(1);
    if (!text || !name || !date) throw new Error("no signature");
    expect(textOf(date)).toBe("2026年1月20日");
    expect([text, name, date].map((one) => allOf(one, "w:keepNext").length)).toEqual([1, 1, 0]);
    expect(settingOf(name, "w:spacing", "w:before")).toBe("579");
    const places = [name, date].map((one) => Number(settingOf(one, "w:ind", "w:left")));
    expect(((places[1] ?? 0) - (places[0] ?? 0)) / 315).toBeCloseTo(2, 1);
  });

  it("of Word breaks a name that is longer than the line at the edge of the text, not beyond it", async () => {
    const rightOf = async (name: string) => {
      const long: Block = { type: "paragraph", style: "signature", runs: [{ text: name }] };
      const main = partOf(
        await writeDocx(documentOf([body("特此报告。"), long]), gongwen),
        "word/document.xml",
      );
      const [paragraph] = allOf(main, "w:p").slice(-1);
      return Number(paragraph && settingOf(paragraph, "w:ind", "w:right"));
    };
    expect(await rightOf("县".repeat(28))).toBeLessThan(0);
    expect(await rightOf("县".repeat(30))).toBe(0);
  });

  it("of the web is not parted in print", () => {
    const html = writeHtml(document, gongwen);
    const [, inside = ""] = /<div style="[^"]*break-inside:avoid[^"]*">([\s\S]*?)<\/div>/.exec(html) ?? [];
    expect(inside).toContain("青禾县人民政府");
    expect(inside).toContain("2026年1月20日");
    expect(html).toMatch(/break-after:avoid[^>]*>特此报告。/);
    expect([...inside.matchAll(/padding-right:([\d.]+)em/g)].map(([, right]) => Number(right))).toEqual([
      2, 0.5,
    ]);
  });

  it("of the web without contents or with them has 目录 on a page of its own in print", () => {
    const html = writeHtml(
      {
        ...document,
        contents: true,
        blocks: [{ type: "heading", level: 1, runs: [{ text: "一、总体情况" }] }, ...document.blocks],
      },
      gongwen,
    );
    expect(html).toMatch(/<nav [^>]*break-after:page/);
  });
});
