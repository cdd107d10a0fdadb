import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textsOf } from "../../../src/document/tree.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { sampleDocument } from "./documents.ts";

const samples = [
  "qinghe-2025",
  "lingcheng-2020",
  "lanling-2020",
  "lixia-2020",
  "yicheng-2020",
  "zhangdian-2020",
];
const withoutSpace = (text: string) => text.replace(/\s/g, "");
const has = (tool: string, flag: string) => spawnSync(tool, [flag]).status === 0;

describe.each(samples)("the report %s", (name) => {
  const document = sampleDocument(name);
  const bytes = writePdf(document, gongwen, loadNodeFace);
  const pdf = bytes.then(readPdf);

  test("holds all its texts, in order", async () => {
    const { pages } = await pdf;
    const found = pages.flatMap((page) => page.items.slice(0, -1).map((item) => item.text)).join("");
    expect(withoutSpace(found)).toBe(withoutSpace(textsOf(document).join("")));
  });

  test("keeps every line inside the margins", async () => {
    const right = ((210 - 26) * 72) / 25.4;
    const bottom = ((297 - 35) * 72) / 25.4;
    for (const { items } of (await pdf).pages) {
      for (const item of items) expect(item.x + item.width).toBeLessThan(right + 0.5);
      for (const item of items.slice(0, -1)) expect(item.y).toBeLessThan(bottom);
    }
  });

  test("begins no line with a mark that closes", async () => {
    const heads = (await pdf).pages.flatMap((page) => page.items.map((item) => item.text[0] ?? ""));
    expect(heads.filter((head) => "，。、；：？！”）》…·～%".includes(head))).toEqual([]);
  });

  test("leaves no heading at the foot of a page", async () => {
    const { pages, bookmarks } = await pdf;
    const headings = bookmarks.flatMap((mark) => [mark, ...mark.children]).map((mark) => mark.title);
    for (const { items } of pages) expect(headings).not.toContain(items[items.length - 2]?.text);
  });

  test("has all its fonts inside", async () => {
    const source = Buffer.from(await bytes).toString("latin1");
    const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0;
    // 小标宋, 仿宋, 黑体 and, for headings of the second level, 楷体.
    expect(count(/\/Type \/FontDescriptor/g)).toBe(4);
    expect(count(/\/FontFile2 /g)).toBe(4);
    expect(source).toMatch(/\/BaseFont \/[A-Z]{6}\+LXGWWenKai/);
    expect(count(/\/BaseFont \/(?![A-Z]{6}\+)/g)).toBe(0);
  });

  test("is small enough to publish", async () => {
    expect((await bytes).byteLength).toBeLessThan(300_000);
  });
});

describe("other programs", () => {
  const document = sampleDocument("qinghe-2025");
  const bytes = writePdf(document, gongwen, loadNodeFace);

  const withFile = async (use: (path: string) => string): Promise<string> => {
    const folder = mkdtempSync(join(tmpdir(), "nianbao-pdf-"));
    try {
      writeFileSync(join(folder, "report.pdf"), await bytes);
      return use(join(folder, "report.pdf"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test.skipIf(!has("qpdf", "--version"))(
    "qpdf finds no fault (skipped where qpdf is not installed)",
    async () => {
      const report = await withFile((path) => execFileSync("qpdf", ["--check", path], { encoding: "utf8" }));
      expect(report).toContain("No syntax or stream encoding errors");
    },
  );

  test.skipIf(!has("pdftotext", "-v"))(
    "pdftotext reads title and figures (skipped without poppler)",
    async () => {
      const text = await withFile((path) =>
        execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }),
      );
      const found = withoutSpace(text);
      for (const piece of [document.title, "一、本年新收政府信息公开申请数量2473145912308"]) {
        expect(found).toContain(withoutSpace(piece));
      }
    },
  );
});
