import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NarrativeNode } from "../../../src/report/file/draft.ts";
import {
  type Inline,
  lineBreak,
  lineOf,
  type Passage,
  plainTextOf,
} from "../../../src/report/narrative/passages.ts";
import { narrativeIn, passagesIn, passagesOf } from "../../../src/report/narrative/read-passages.ts";
import { narrativeOf } from "../../../src/report/narrative/write-passages.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { reports, sample } from "../../fixtures/reports.ts";

const text = (words: string): NarrativeNode => ({ type: "text", text: words });
const node = (type: string, ...content: NarrativeNode[]): NarrativeNode => ({ type, content });
const paragraph = (words: string): NarrativeNode => node("paragraph", text(words));
const linesOf = (narrative: NarrativeNode): string[] => passagesOf(narrative).map(lineOf);

describe("the passages of a narrative", () => {
  it("are its texts in reading order, however deep they stand, those of unknown nodes among them", () => {
    const nested = node(
      "doc",
      paragraph("一"),
      node(
        "bulletList",
        node("listItem", paragraph("二"), node("bulletList", node("listItem", paragraph("三")))),
        node("listItem", paragraph("四"), paragraph("五")),
      ),
      node("blockquote", paragraph("六")),
      node("codeBlock", text("七")),
      node("details", node("summary", text("八")), { type: "rule" }, paragraph("九")),
    );
    expect(linesOf(nested)).toEqual(["一", "二", "三", "四", "五", "六", "七", "八", "九"]);
    expect(passagesOf(nested).slice(1, 5)).toMatchObject([
      { type: "item", level: 1, list: "bullet" },
      { type: "item", level: 2, list: "bullet" },
      { type: "item", level: 1, list: "bullet" },
      { type: "item", level: 1, list: "bullet", isContinued: true },
    ]);
  });

  it("number the items of an ordered list from where it starts", () => {
    const list: NarrativeNode = {
      ...node("orderedList", node("listItem", paragraph("甲")), node("listItem", paragraph("乙"))),
      attrs: { start: 3 },
    };
    expect(passagesOf(list)).toMatchObject([
      { type: "item", list: "ordered", number: 3 },
      { type: "item", list: "ordered", number: 4 },
    ]);
  });

  it("keep a table whole, with its spans and with the paragraphs of a cell as lines", () => {
    const wide: NarrativeNode = {
      ...node("tableHeader", paragraph("渠道"), paragraph("条数")),
      attrs: { colspan: 2, rowspan: "x" },
    };
    const table = node(
      "table",
      node("tableRow", wide),
      node("tableRow", node("tableCell", paragraph("网站"))),
    );
    expect(passagesOf(table)).toEqual([
      {
        type: "table",
        rows: [
          [
            {
              isHead: true,
              colSpan: 2,
              rowSpan: 1,
              inlines: [text("渠道"), { type: "text", text: lineBreak }, text("条数")],
            },
          ],
          [{ isHead: false, colSpan: 1, rowSpan: 1, inlines: [text("网站")] }],
        ],
      },
    ]);
    expect(linesOf(table)).toEqual([`渠道${lineBreak}条数\t网站`]);
  });

  it("take a picture out of the paragraph it stands in", () => {
    const picture: NarrativeNode = { type: "image", attrs: { src: "data:,", alt: "专栏", caption: "图1" } };
    expect(passagesOf(node("paragraph", picture))).toMatchObject([{ type: "picture", caption: "图1" }]);
    expect(passagesOf(node("paragraph", text("见图"), picture)).map(({ type }) => type)).toEqual([
      "paragraph",
      "picture",
    ]);
  });

  it("are one line each, so that a place in the text can be counted", () => {
    const narrative = node("doc", paragraph("一\n二"), paragraph(""), paragraph("三"));
    expect(plainTextOf(passagesOf(narrative))).toBe("一 二\n\n三");
  });

  it("stay the same objects while their block does", () => {
    const block = paragraph("全年公开信息12846条。");
    const [first] = passagesOf(node("doc", block));
    const [, second] = passagesOf(node("doc", paragraph("新"), block));
    expect(second).toBe(first);
  });

  it("are looked up by own names only", () => {
    const draft = sample("qinghe-2025");
    expect(narrativeIn(draft, "other")).toBe(draft.narrative.other);
    expect(narrativeIn(draft, "constructor")).toBeUndefined();
    expect(passagesIn(draft, "constructor")).toEqual([]);
  });
});

describe("a living figure", () => {
  const attrs = { as: "value", cells: ["requests.received.total"], shown: "308" };
  const inlinesOf = (...content: NarrativeNode[]): readonly Inline[] => {
    const [passage] = passagesOf(node("paragraph", ...content));
    return passage?.type === "paragraph" ? passage.inlines : [];
  };

  it("stands in the text as what the tables say, without them as it was shown last", () => {
    const narrative = node("doc", node("paragraph", text("新收"), { type: "figure", attrs }, text("件")));
    expect(plainTextOf(passagesOf(narrative))).toBe("新收308件");
    const read = () => ({ state: "known", text: "309", value: 309 }) as const;
    expect(plainTextOf(passagesOf(narrative, read))).toBe("新收309件");
    expect(plainTextOf(passagesOf(narrative))).toBe("新收308件");
  });

  it("is the same passage while the figure is the same", () => {
    const narrative = node("doc", node("paragraph", { type: "figure", attrs }));
    const read = () => ({ state: "known", text: "309", value: 309 }) as const;
    expect(passagesOf(narrative, read)[0]).toBe(passagesOf(narrative, read)[0]);
  });

  it.each([
    { as: "median" },
    { cells: [] },
    { cells: "requests.received.total" },
    { as: "share" },
    { cells: [3] },
  ])("with %j says nothing that can be computed, and is the text that was shown", (fault) => {
    expect(inlinesOf({ type: "figure", attrs: { ...attrs, ...fault } })).toEqual([
      { type: "text", text: "308" },
    ]);
  });
});

describe("writing passages and reading them again", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))(
    "gives back the file of %s",
    (_, draft) => {
      for (const narrative of Object.values(draft.narrative))
        expect(narrativeOf(passagesOf(narrative))).toEqual(narrative);
    },
  );

  const run = pinned(20261121);
  it(`gives the same passages ${seedOf(run)}`, () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 12 }), (parts) => {
        const passages = parts.flat();
        expect(passagesOf(narrativeOf(passages))).toEqual(passages);
      }),
      run,
    );
  });
});

const words = fc.string({ minLength: 1, maxLength: 12, unit: "binary" }).filter((one) => one !== "\u2028");
const marks = fc.constantFrom<object>({}, { bold: true }, { italic: true }, { bold: true, italic: true });
const oneText = fc.tuple(words, marks).map(([one, own]): Inline => {
  return { type: "text", text: one.replaceAll(lineBreak, " "), ...own };
});
const oneFigure = fc
  .tuple(fc.constantFrom("value", "growth", "prior"), marks, fc.option(fc.nat(3), { nil: undefined }))
  .map(([as, own, decimals]): Inline => {
    const figure = {
      as,
      cells: ["requests.received.total"],
      ...(decimals === undefined ? {} : { decimals }),
    };
    return { type: "figure", figure, text: "308", state: "shown", ...own } as Inline;
  });
const inlines = fc.array(fc.oneof(oneText, oneFigure), { maxLength: 4 });
const list = fc
  .tuple(
    fc.constantFrom("bullet", "ordered"),
    fc.array(fc.tuple(inlines, inlines, inlines), { minLength: 1 }),
  )
  .map(([kind, items]): Passage[] =>
    items.flatMap(([own, more, inner], index) => {
      const number = kind === "ordered" ? { number: index + 1 } : {};
      return [
        { type: "item", level: 1, list: kind, ...number, inlines: own },
        { type: "item", level: 1, list: kind, ...number, isContinued: true, inlines: more },
        { type: "item", level: 2, list: "bullet", inlines: inner },
      ] as Passage[];
    }),
  );
const cell = fc.record({
  isHead: fc.boolean(),
  colSpan: fc.integer({ min: 1, max: 3 }),
  rowSpan: fc.integer({ min: 1, max: 3 }),
  inlines,
});
const other = fc.oneof(
  inlines.map((own): Passage => ({ type: "paragraph", inlines: own })),
  fc
    .tuple(fc.constantFrom(2, 3, 4), inlines)
    .map(([level, own]) => ({ type: "heading", level, inlines: own }) as Passage),
  fc
    .array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 })
    .map((rows): Passage => ({ type: "table", rows })),
  fc
    .record({ source: words, alternative: words, caption: words })
    .map((one): Passage => ({ type: "picture", ...one })),
);
/** Two lists that touch would be one, so that something stands after each. */
const anyPart = fc.oneof(
  other.map((one) => [one]),
  fc.tuple(list, other).map(([items, one]) => [...items, one]),
);
