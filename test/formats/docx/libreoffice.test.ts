import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Document, textsOf } from "../../../src/document/tree.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { applicationsTable, body, documentOf, sample } from "./documents.ts";

const hasSoffice = spawnSync("soffice", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "nianbao-soffice-"));
afterAll(() => rmSync(folder, { recursive: true }));

type PrintedPage = { readonly size: readonly number[]; readonly lines: readonly string[] };

/** Prints documents with LibreOffice; gives the pages of each, a line being the text of one height. */
async function print(documents: readonly Document[]): Promise<PrintedPage[][]> {
  const files = documents.map((_, index) => join(folder, `${index}.docx`));
  for (const [index, document] of documents.entries()) {
    writeFileSync(files[index] ?? "", await writeDocx(document, gongwen));
  }
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files], {
    stdio: "ignore",
  });
  return Promise.all(files.map((file) => pagesOf(readFileSync(file.replace(/docx$/, "pdf")))));
}

async function pagesOf(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const lines = new Map<number, string>();
      for (const item of (await page.getTextContent()).items) {
        if (!("str" in item)) continue;
        const height = Math.round(item.transform[5]);
        lines.set(height, (lines.get(height) ?? "") + item.str);
      }
      return { size: page.view, lines: [...lines.values()].filter((line) => line.trim() !== "") };
    }),
  );
}

describe.skipIf(!hasSoffice)("printed by LibreOffice (skipped where soffice is missing)", () => {
  const report = sample("qinghe-2025");
  const plain = documentOf([body("政府信息公开工作年度报告编制说明文字".repeat(120))]);
  let printed: PrintedPage[][] = [];
  beforeAll(async () => {
    printed = await print([report, plain]);
  }, 120_000);

  it("all pages are A4", () => {
    for (const page of printed.flat()) {
      expect((page.size[2] ?? 0) / 72).toBeCloseTo(210 / 25.4, 1);
      expect((page.size[3] ?? 0) / 72).toBeCloseTo(297 / 25.4, 1);
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
