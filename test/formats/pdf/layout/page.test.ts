import { describe, expect, test } from "vitest";
import { gongwen } from "../../../../src/formats/style.ts";
import type { PdfPage, ReadPdf } from "../../../support/read-pdf.ts";
import { body, chinese, documentOf, heading, writtenAndRead } from "../documents.ts";

const mm = 72 / 25.4;
const { page, text, pageNumber } = gongwen;
const left = page.marginMm.left * mm;
const right = (page.widthMm - page.marginMm.right) * mm;

/** Four pages of one paragraph, with no title: every full page holds nothing but lines of the body. */
const fullPages = writtenAndRead(documentOf([body(chinese(28 * 22 * 3 + 40))], []));

const linesOf = (page: PdfPage | undefined) => page?.items.slice(0, -1) ?? [];
const numberOf = (page: PdfPage | undefined) => page?.items[page.items.length - 1];

describe("the page (GB/T 9704)", () => {
  test("is A4", async () => {
    for (const { width, height } of (await fullPages).pages) {
      expect(width).toBeCloseTo(210 * mm, 2);
      expect(height).toBeCloseTo(297 * mm, 2);
    }
  });

  test("holds 22 lines when full", async () => {
    const { pages } = await fullPages;
    expect(pages).toHaveLength(4);
    for (const page of pages.slice(0, 3)) expect(linesOf(page)).toHaveLength(22);
  });

  test("has its baselines 29 points apart", async () => {
    const lines = linesOf((await fullPages).pages[1]);
    const pitches = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
    for (const pitch of pitches) expect(pitch).toBeCloseTo(29, 2);
  });

  test("holds 28 characters of 16 points in a full line", async () => {
    for (const line of linesOf((await fullPages).pages[1])) {
      expect(line.text).toHaveLength(28);
      expect(line.size).toBe(16);
    }
  });

  test("has margins that are right to the millimetre", async () => {
    const lines = linesOf((await fullPages).pages[1]);
    for (const line of lines) {
      expect(Math.abs(line.x - left)).toBeLessThan(mm / 10);
      expect(Math.abs(line.x + line.width - right)).toBeLessThan(mm / 2);
    }
    const top = (lines[0]?.y ?? 0) - 0.88 * text.body.sizePt;
    expect(Math.abs(top - page.marginMm.top * mm)).toBeLessThan(mm);
    const bottom = (lines[21]?.y ?? 0) + 0.12 * text.body.sizePt;
    expect(bottom).toBeLessThan((page.heightMm - page.marginMm.bottom) * mm + mm / 10);
  });

  test("begins a paragraph two characters in", async () => {
    const [first, second] = linesOf((await fullPages).pages[0]);
    expect((first?.x ?? 0) - (second?.x ?? 0)).toBeCloseTo((2 * (right - left)) / 28, 1);
    expect(first?.text).toHaveLength(26);
  });

  test("carries its number at the right when odd and at the left when even, one character in", async () => {
    const { pages } = await fullPages;
    pages.forEach((page, index) => {
      const number = numberOf(page);
      expect(number?.text).toBe(`— ${index + 1} —`);
      expect(number?.size).toBe(pageNumber.sizePt);
      const fromEdge =
        index % 2 === 0 ? right - ((number?.x ?? 0) + (number?.width ?? 0)) : (number?.x ?? 0) - left;
      expect(fromEdge).toBeCloseTo(pageNumber.sizePt, 1);
    });
  });

  test("carries its number 7 mm under the text area", async () => {
    const baseline = numberOf((await fullPages).pages[0])?.y ?? 0;
    const textBottom = (page.heightMm - page.marginMm.bottom) * mm;
    // The dash stands about a third of an em above the baseline.
    expect(Math.abs(baseline - 0.36 * pageNumber.sizePt - textBottom - 7 * mm)).toBeLessThan(mm);
  });

  test("carries its number in the middle if the style says so", async () => {
    const centred = { ...gongwen, pageNumber: { ...gongwen.pageNumber, position: "centre" } } as const;
    const number = numberOf((await writtenAndRead(documentOf([body("正文。")]), centred)).pages[0]);
    expect((number?.x ?? 0) + (number?.width ?? 0) / 2).toBeCloseTo((left + right) / 2, 1);
  });
});

describe("the title", () => {
  const words = ["青禾县", "人力资源和社会保障局", "2025年", "政府信息公开", "工作", "年度报告"];
  const titled = writtenAndRead(documentOf([body("正文。")], words));

  test("is broken between words only, in 22 points, each line in the middle", async () => {
    const lines = (await titled).pages[0]?.items.filter((item) => item.size === text.title.sizePt) ?? [];
    expect(lines.map((line) => line.text).join("")).toBe(words.join(""));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.x + line.width / 2).toBeCloseTo((left + right) / 2, 0);
  });

  test("is followed by an empty line", async () => {
    const items = (await titled).pages[0]?.items ?? [];
    const last = items.filter((item) => item.size === text.title.sizePt).pop();
    const first = items.find((item) => item.text === "正文。");
    const emptyLine = (first?.y ?? 0) - (last?.y ?? 0) - (text.title.linePitchPt ?? 0);
    expect(Math.abs(emptyLine - page.linePitchPt)).toBeLessThan(text.title.sizePt - text.body.sizePt);
  });
});

describe("what stands together", () => {
  const pageOf = ({ pages }: ReadPdf, words: string) =>
    pages.findIndex((page) => page.items.some((item) => item.text.includes(words)));

  test("a heading goes to the next page with its paragraph rather than stand alone at the foot", async () => {
    const filled = body(chinese(28 * 21 - 2));
    const pdf = await writtenAndRead(documentOf([filled, heading(1, "一、基本情形"), body("青禾县。")], []));
    expect(linesOf(pdf.pages[0])).toHaveLength(21);
    expect(pageOf(pdf, "基本情形")).toBe(1);
    expect(pageOf(pdf, "青禾县")).toBe(1);
  });

  test("a heading over a heading goes along", async () => {
    const blocks = [
      body(chinese(28 * 20 - 2)),
      heading(1, "一、总则"),
      heading(2, "（一）细则"),
      body("青禾县。"),
    ];
    const pdf = await writtenAndRead(documentOf(blocks, []));
    expect(pageOf(pdf, "总则")).toBe(1);
  });

  test("the last line of a paragraph never stands alone at the head of a page", async () => {
    const { pages } = await writtenAndRead(documentOf([body(chinese(28 * 22 + 10 - 2))], []));
    expect(linesOf(pages[0])).toHaveLength(21);
    expect(linesOf(pages[1])).toHaveLength(2);
  });

  test("a signature never stands on a page without a line of text", async () => {
    const signed = ["青禾县人民政府", "2026年1月20日"].map((text) => ({
      type: "paragraph" as const,
      style: "signature" as const,
      runs: [{ text }],
    }));
    const pdf = await writtenAndRead(documentOf([body(chinese(28 * 21 - 2)), ...signed], []));
    // The last two lines of the text go along: one alone at the head of a page would be a remnant.
    expect(linesOf(pdf.pages[0])).toHaveLength(19);
    expect(linesOf(pdf.pages[1])).toHaveLength(4);
  });
});

describe("the signature (GB/T 9704, 7.3.5)", () => {
  const character = (right - left) / page.charactersPerLine;
  const edges = async (texts: readonly string[], style = gongwen) => {
    const signed = texts.map((text) => ({
      type: "paragraph" as const,
      style: "signature" as const,
      runs: [{ text }],
    }));
    const { pages } = await writtenAndRead(documentOf([body("正文。"), ...signed], []), style);
    const items = pages[0]?.items ?? [];
    return ["正文。", ...texts].map((text) => {
      const { x = 0, width = 0, y = 0 } = items.find((item) => item.text === text) ?? {};
      return { x, end: x + width, y };
    });
  };

  test("of a name longer than the date stands two characters from the edge, the date two characters in", async () => {
    const [text, name, date] = await edges(["青禾县人力资源和社会保障局", "2026年1月20日"]);
    expect(right - (name?.end ?? 0)).toBeCloseTo(2 * character, 1);
    expect((date?.x ?? 0) - (name?.x ?? 0)).toBeCloseTo(2 * character, 1);
    expect((name?.y ?? 0) - (text?.y ?? 0)).toBeCloseTo(2 * page.linePitchPt, 1);
    expect((date?.y ?? 0) - (name?.y ?? 0)).toBeCloseTo(page.linePitchPt, 1);
  });

  test("of a date longer than the name has the date two characters from the edge, and the name goes by it", async () => {
    const [, name, date] = await edges(["县档案馆", "2026年12月20日"]);
    expect(right - (date?.end ?? 0)).toBeCloseTo(2 * character, 1);
    expect((date?.x ?? 0) - (name?.x ?? 0)).toBeCloseTo(2 * character, 1);
  });

  test("under a seal has its date four characters from the edge and the name in the middle over it", async () => {
    const [, name, date] = await edges(["青禾县档案馆", "2026年1月20日"], { ...gongwen, seal: true });
    expect(right - (date?.end ?? 0)).toBeCloseTo(4 * character, 1);
    const middle = ({ x, end }: { x: number; end: number } = { x: 0, end: 0 }) => (x + end) / 2;
    expect(middle(name)).toBeCloseTo(middle(date), 1);
  });
});

describe("the file", () => {
  test("tells title, author and language", async () => {
    const words = ["青禾县", "年度报告"];
    const { properties } = await writtenAndRead(documentOf([body("正文。")], words));
    expect(properties).toEqual({ title: "青禾县年度报告", author: "青禾县人民政府", language: "zh-CN" });
  });

  test("has a bookmark for each heading, under the heading above it", async () => {
    const blocks = [
      heading(1, "一、总体情况"),
      heading(2, "（一）主动公开"),
      body(chinese(28 * 22)),
      heading(3, "1.重点"),
      body("正文。"),
      heading(1, "二、其他"),
      body("无。"),
    ];
    const { bookmarks } = await writtenAndRead(documentOf(blocks, []));
    const third = { title: "1.重点", page: 2, children: [] };
    expect(bookmarks).toEqual([
      { title: "一、总体情况", page: 1, children: [{ title: "（一）主动公开", page: 1, children: [third] }] },
      { title: "二、其他", page: 2, children: [] },
    ]);
  });
});
