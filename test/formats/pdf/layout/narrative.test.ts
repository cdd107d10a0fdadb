import { describe, expect, test } from "vitest";
import type { Block, Picture } from "../../../../src/document/tree.ts";
import { loadNodeFace } from "../../../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { channels, item, narrativeBlocks, picture } from "../../../fixtures/narrative-blocks.ts";
import { drawnTexts } from "../../../support/pdf-fonts.ts";
import { listOf, readObjects, wordsOf } from "../../../support/pdf-objects.ts";
import { readPdf } from "../../../support/read-pdf.ts";
import { body, chinese, documentOf, drawnBy, writtenAndRead } from "../documents.ts";
import { elementsOf, readTags } from "../tags/read-tags.ts";

const mm = 72 / 25.4;
const { page } = gongwen;
const [left, right] = [page.marginMm.left * mm, (page.widthMm - page.marginMm.right) * mm];

async function tagged(blocks: readonly Block[]) {
  const bytes = await writePdf(documentOf(blocks), gongwen, loadNodeFace);
  const pdf = readObjects(bytes);
  return { bytes, pdf, root: await readTags(bytes, pdf) };
}

describe("items of lists", () => {
  test("are gathered to lists, the inner one within its item", async () => {
    const { root } = await tagged(narrativeBlocks);
    const [outer, inner] = elementsOf(root, "L");
    expect(outer?.children.map(({ type }) => type)).toEqual(Array(5).fill("LI"));
    expect(outer?.children[1]?.children.map(({ type }) => type)).toEqual(["LBody", "LBody"]);
    expect(inner?.children.map(({ children }) => children.map(({ text }) => text))).toEqual([
      ["（1）登记环节当日完成。", "节假日顺延。"],
      ["（2）答复环节双人复核。"],
    ]);
  });

  test("begin like paragraphs with their marker, those of inner lists further in", async () => {
    const blocks = [item(1, "1.", chinese(40)), item(2, "（1）", chinese(40))];
    const { pages } = await writtenAndRead(documentOf(blocks, []));
    const character = (right - left) / page.charactersPerLine;
    const starts = new Map<number, number>();
    for (const { x, y } of pages[0]?.items.slice(0, -1) ?? [])
      starts.set(y, Math.min(x, starts.get(y) ?? Number.POSITIVE_INFINITY));
    const indents = [...starts.values()].map((x) => Math.round((x - left) / character));
    expect(indents).toEqual([2, 0, 4, 2]);
  });
});

describe("a picture", () => {
  test("is a figure with its words and its caption, in the middle, within the text area", async () => {
    const { pdf, root } = await tagged([picture]);
    const [group] = elementsOf(root, "Div");
    expect(group?.children.map(({ type }) => type)).toEqual(["Figure", "Caption"]);
    expect(group?.children[0]?.alternative).toBe(picture.alternative);
    expect(group?.children[1]?.text).toBe(picture.caption);
    const figure = [...pdf.objects.values()].find(({ value }) => wordsOf(pdf.get(value, "S")) === "Figure");
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = listOf(pdf.get(figure?.value ?? null, "A", "BBox")).map(Number);
    expect(x0).toBeGreaterThanOrEqual(left - 0.01);
    expect((x0 + x1) / 2).toBeCloseTo((left + right) / 2, 1);
    expect((x1 - x0) / (y1 - y0)).toBeCloseTo(picture.width / picture.height, 2);
  });

  test("stands on the page of its caption, whole", async () => {
    const { pages } = await writtenAndRead(documentOf([body(chinese(28 * 12)), picture], []));
    expect(pages[1]?.items[0]?.text).toBe(picture.caption);
    expect(pages[1]?.items[0]?.y).toBeGreaterThan(page.marginMm.top * mm + 200);
  });

  test("that a PDF cannot hold is said in words", async () => {
    const webp: Picture = {
      ...picture,
      mediaType: "image/webp",
      bytes: new TextEncoder().encode("RIFF0000WEBP"),
    };
    const { bytes, root } = await tagged([webp]);
    expect(elementsOf(root, "Figure")).toEqual([]);
    expect((await readPdf(bytes)).text.replace(/\s/g, "")).toContain(picture.alternative);
  });
});

test("words of a table in the narrative stand at the left, with their marks", async () => {
  const { pages } = await writtenAndRead(documentOf([channels], []));
  const cell = pages[0]?.items.find(({ text }) => text === "政府门户网站");
  expect((cell?.x ?? 0) - left).toBeLessThan(3 * mm);
  const bytes = await writePdf(documentOf([channels], []), gongwen, loadNodeFace);
  const fonts = (await drawnTexts(bytes)).filter(({ text }) => text.includes("36")).map(({ font }) => font);
  expect(fonts.every((font) => font.includes("Sans"))).toBe(true);
});

test("a first sentence that stands for a heading is set in its face", async () => {
  const runs = [{ text: "一是规范办理。", asHeading: 2 as const }, { text: "全年办结。" }];
  const style = drawnBy("kai", ["serif-900"]);
  const bytes = await writePdf(
    documentOf([{ type: "paragraph", style: "body", runs }], []),
    style,
    loadNodeFace,
  );
  const drawn = await drawnTexts(bytes);
  expect(drawn.find(({ text }) => text.includes("规范"))?.font).toContain("Black");
  expect(drawn.find(({ text }) => text.includes("办结"))?.font).not.toContain("Black");
});

describe("a short last line", () => {
  const linesOf = async (text: string) => {
    const { pages } = await writtenAndRead(documentOf([body(text)], []));
    return pages[0]?.items.slice(0, -1).map((item) => item.text) ?? [];
  };

  test("of one character gets the word that it belongs to", async () => {
    const lines = await linesOf(`${chinese(26 + 26)}指导服务。`);
    expect(lines.at(-1)).toBe("服务。");
  });

  test("that a tenth of a point a character saves is saved", async () => {
    // Figures are not as wide as a character: the lines end a little before the edge.
    const text = "全年办结1件。".repeat(40);
    const lines = Array.from({ length: 40 }, (_, cut) => text.slice(0, text.length - cut));
    for (const one of lines) expect((await linesOf(one)).at(-1)?.replace(/[。，]/g, "").length).not.toBe(1);
  });
});
