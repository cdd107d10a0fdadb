import { beforeAll, describe, expect, it } from "vitest";
import { type Document, textsOf } from "../../../src/document/tree.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { convert, hasWriter } from "../../support/libreoffice.ts";
import { applicationsTable, body, documentOf, sample } from "./documents.ts";
import { linesByPage, pageSizes } from "./printed-pages.ts";

type PrintedPage = { readonly size: readonly number[]; readonly lines: readonly string[] };

async function print(documents: readonly Document[]): Promise<PrintedPage[][]> {
  const files = await Promise.all(documents.map((document) => writeDocx(document, gongwen)));
  return Promise.all(
    convert(files, "docx", "pdf").map(async (pdf) => {
      const lines = await linesByPage(pdf);
      const sizes = await pageSizes(pdf);
      return lines.map((page, index) => ({ size: sizes[index] ?? [], lines: page.map(({ text }) => text) }));
    }),
  );
}

describe.skipIf(!hasWriter)("printed by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  const report = sample("qinghe-2025");
  const plain = documentOf([body("政府信息公开工作年度报告编制说明文字".repeat(120))]);
  let printed: PrintedPage[][] = [];
  beforeAll(async () => {
    printed = await print([report, plain]);
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
});
