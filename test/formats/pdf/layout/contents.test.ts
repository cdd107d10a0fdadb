import { describe, expect, test } from "vitest";
import { type Document, textOf } from "../../../../src/document/tree.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { isOf, listOf, wordsOf } from "../../../support/pdf-objects.ts";
import { type PdfBookmark, readPdf } from "../../../support/read-pdf.ts";
import { body, chinese, documentOf, heading, sampleDocument } from "../documents.ts";
import { writtenOnce } from "../every-kind.ts";
import { elementsOf, readTags } from "../tags/read-tags.ts";

const mm = 72 / 25.4;
const { page, text } = gongwen;
const right = (page.widthMm - page.marginMm.right) * mm;
const left = page.marginMm.left * mm;

const county: Document = { ...sampleDocument("qinghe-2025"), contents: true };
const headings = county.blocks.filter((block) => block.type === "heading");
const withoutSpace = (words: string) => words.replace(/\s/g, "");

const allBookmarks = (bookmarks: readonly PdfBookmark[]): PdfBookmark[] =>
  bookmarks.flatMap((bookmark) => [bookmark, ...allBookmarks(bookmark.children)]);

describe("the contents of the county report", () => {
  test("name each heading of the first two levels with the page on which it stands", async () => {
    const { bytes, pdf } = await writtenOnce(county);
    const [toc, ...others] = elementsOf(await readTags(bytes, pdf), "TOC");
    expect(others).toEqual([]);
    const bookmarks = allBookmarks((await readPdf(bytes)).bookmarks);
    const links = elementsOf(toc ?? (await readTags(bytes, pdf)), "Link");
    expect(links.map(({ text: words }) => withoutSpace(words))).toEqual(
      bookmarks.map(({ title, page: number }) => withoutSpace(title) + number),
    );
    expect(bookmarks.map(({ title }) => title)).toEqual(headings.map(({ runs }) => textOf(runs)));
    expect(new Set(bookmarks.map(({ page: number }) => number)).size).toBeGreaterThan(5);
  });

  test("stand under a heading of their own, on a page of their own after the title", async () => {
    const { bytes, pdf } = await writtenOnce(county);
    const { children } = await readTags(bytes, pdf);
    expect(children.slice(0, 3).map(({ type }) => type)).toEqual(["H1", "TOC", "P"]);
    expect(children[1]?.children[0]).toMatchObject({ type: "Caption", text: "目录" });
    const { pages } = await readPdf(bytes);
    const onFirst = pages[0]?.items ?? [];
    const caption = onFirst.find((item) => item.text === "目录");
    expect((caption?.x ?? 0) + (caption?.width ?? 0) / 2).toBeCloseTo((left + right) / 2, 0);
    expect(onFirst.some((item) => item.text.startsWith("根据《"))).toBe(false);
    expect(pages[1]?.items[0]?.text).toMatch(/^根据《/);
  });

  test("have dots from the words to the number, which ends at the right edge", async () => {
    const items = (await readPdf((await writtenOnce(county)).bytes)).pages[0]?.items ?? [];
    const dots = items.filter((item) => /^\.{3,}$/.test(item.text));
    expect(dots).toHaveLength(headings.length);
    const ends = dots.map((item) => item.x + item.width);
    // Under one another: they begin at the same steps from the right edge.
    for (const end of ends) expect(end).toBeCloseTo(ends[0] ?? 0, 1);
    for (const { y, x } of dots) {
      const line = items.filter((item) => Math.abs(item.y - y) < 0.1);
      const number = line.find((item) => /^\d+$/.test(item.text));
      expect((number?.x ?? 0) + (number?.width ?? 0)).toBeCloseTo(right, 1);
      const words = line.find((item) => item.x < x);
      expect(x - (words?.x ?? 0) - (words?.width ?? 0)).toBeGreaterThan(0.2 * text.body.sizePt);
    }
  });

  test("lead to the headings: each line is a link that says where to", async () => {
    const { bytes, pdf } = await writtenOnce(county);
    const bookmarks = allBookmarks((await readPdf(bytes)).bookmarks);
    const links = listOf(pdf.get(pdf.pages[0], "Annots"));
    expect(links.map((link) => wordsOf(pdf.get(link, "Contents")))).toEqual(
      bookmarks.map(({ title }) => title),
    );
    const names = listOf(pdf.get(pdf.catalog, "Names", "Dests", "Names"));
    const places = new Map(names.map((name, index) => [wordsOf(name), names[index + 1]]));
    links.forEach((link, index) => {
      const target = pdf.get(places.get(wordsOf(pdf.get(link, "Dest"))), 0);
      expect(pdf.pages.findIndex((one) => pdf.at(one) === target) + 1).toBe(bookmarks[index]?.page);
      const box = listOf(pdf.get(link, "Rect")).map(Number);
      expect(box[0]).toBeGreaterThanOrEqual(left - 0.1);
      expect((box[2] ?? 0) - (box[0] ?? 0)).toBeGreaterThan(300);
    });
  });

  test("are linked in the structure too: each link stands in its entry (ISO 14289-1, 7.18.5)", async () => {
    const { pdf } = await writtenOnce(county);
    const numbers = listOf(pdf.get(pdf.catalog, "StructTreeRoot", "ParentTree", "Nums"));
    for (const link of listOf(pdf.get(pdf.pages[0], "Annots"))) {
      const element = pdf.at(numbers[numbers.indexOf(pdf.get(link, "StructParent")) + 1]);
      expect(wordsOf(pdf.get(element, "S"))).toBe("Link");
      const objects = listOf(pdf.get(element, "K"))
        .map(pdf.at)
        .filter((kid) => isOf(kid, "dictionary"));
      expect(objects.map((kid) => [pdf.get(kid, "Obj"), pdf.get(kid, "Pg")])).toEqual([
        [pdf.at(link), pdf.at(pdf.pages[0])],
      ]);
      expect(wordsOf(pdf.get(element, "P", "S"))).toBe("Reference");
      expect(wordsOf(pdf.get(element, "P", "P", "S"))).toBe("TOCI");
    }
  });
});

describe("contents", () => {
  test("indent the second level by two characters and leave out the third", async () => {
    const blocks = [heading(1, "一、上"), heading(2, "（一）中"), heading(3, "1.下"), body("正文。")];
    const { bytes, pdf } = await writtenOnce({ ...documentOf(blocks), contents: true });
    const items = (await readPdf(bytes)).pages[0]?.items ?? [];
    const [first, second] = ["一、上", "（一）中"].map(
      (words) => items.find((item) => item.text === words)?.x ?? 0,
    );
    expect(first).toBeCloseTo(left, 1);
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo((2 * (right - left)) / page.charactersPerLine, 1);
    expect(elementsOf(await readTags(bytes, pdf), "Link")).toHaveLength(2);
  });

  test("break a long heading, with the number on its last line, clear of the words", async () => {
    const long = `一、${chinese(60)}`;
    const { bytes } = await writtenOnce({
      ...documentOf([heading(1, long), body("正文。")], []),
      contents: true,
    });
    const lines = (await readPdf(bytes)).pages[0]?.items ?? [];
    const number = lines.find((item) => item.text === "2");
    const isEntry = ({ y, text }: (typeof lines)[number]) => y <= (number?.y ?? 0) && /^\p{L}/u.test(text);
    const entry = lines.filter((item) => isEntry(item) && item.text !== "目录");
    expect(entry.map((item) => item.text).join("")).toBe(long);
    for (const item of entry) expect(item.x + item.width).toBeLessThan(right - 2 * text.body.sizePt);
  });

  test("of many headings go over several pages, and the numbers count them in", async () => {
    const blocks = Array.from({ length: 60 }, (_, index) => [
      heading(1, `第${index + 1}节`),
      body("正文。"),
    ]).flat();
    const { bytes, pdf } = await writtenOnce({ ...documentOf(blocks), contents: true });
    const bookmarks = (await readPdf(bytes)).bookmarks;
    expect(bookmarks[0]?.page).toBe(4);
    const links = elementsOf(await readTags(bytes, pdf), "Link");
    expect(links.map((link) => withoutSpace(link.text))).toEqual(
      bookmarks.map((bookmark) => bookmark.title + bookmark.page),
    );
  });

  test("are left out where there is no heading, or where they are not wanted", async () => {
    for (const document of [
      { ...documentOf([body("正文。")]), contents: true },
      documentOf([heading(1, "一、上")]),
    ]) {
      const { bytes, pdf } = await writtenOnce(document);
      expect(elementsOf(await readTags(bytes, pdf), "TOC")).toEqual([]);
    }
  });
});

test("bookmarks lead to the heading itself, not to the corner of its page", async () => {
  const { pdf } = await writtenOnce(county);
  const place = listOf(pdf.get(pdf.catalog, "Outlines", "First", "Dest"));
  expect(wordsOf(place[1] ?? null)).toBe("XYZ");
  expect(Number(place[2])).toBeCloseTo(left + (2 * (right - left)) / page.charactersPerLine, 1);
  expect(Number(place[3])).toBeLessThan((page.heightMm - page.marginMm.top) * mm);
});
