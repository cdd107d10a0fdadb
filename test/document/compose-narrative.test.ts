import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullGrid } from "../../src/document/grid.ts";
import { composeNarrative } from "../../src/document/narrative/compose-narrative.ts";
import { pictureSize } from "../../src/document/picture-size.ts";
import type { Block, Run, Table } from "../../src/document/tree.ts";
import {
  type Inline,
  type ItemPassage,
  lineBreak,
  type Passage,
} from "../../src/report/narrative/passages.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";

const inlines = (text: string): Inline[] => [{ type: "text", text }];
const paragraph = (...parts: Inline[]): Passage => ({ type: "paragraph", inlines: parts });

function runsOf(passage: Passage): readonly Run[] {
  const [block] = composeNarrative([passage]);
  return block?.type === "paragraph" ? block.runs : [];
}

describe("a run-in heading", () => {
  it("is cut from the rest of its paragraph, through bold text too", () => {
    const parts: Inline[] = [
      { type: "text", text: "　　（一）加强", bold: true },
      { type: "text", text: "组织领导。我县调整领导小组。" },
    ];
    expect(runsOf(paragraph(...parts))).toEqual([
      { text: "（一）加强", strong: true, asHeading: 2 },
      { text: "组织领导。", asHeading: 2 },
      { text: "我县调整领导小组。" },
    ]);
  });
});

describe("a living figure", () => {
  it("is a run that names its cell", () => {
    const figure: Inline = {
      type: "figure",
      figure: { as: "value", cells: ["requests.received.total"] },
      text: "308",
      state: "known",
    };
    expect(runsOf(paragraph(...inlines("新收"), figure, ...inlines("件。")))).toEqual([
      { text: "新收" },
      { text: "308", figure: "requests.received.total" },
      { text: "件。" },
    ]);
  });
});

describe("the items of a list", () => {
  it("carry their numbers and bullets; a further paragraph of one has none", () => {
    const item = (passage: Partial<ItemPassage>): Passage => ({
      type: "item",
      level: 1,
      list: "bullet",
      inlines: inlines("某"),
      ...passage,
    });
    const blocks = composeNarrative([
      item({ level: 1, list: "ordered", number: 3 }),
      item({ level: 2, list: "ordered", number: 1 }),
      item({ level: 2, list: "ordered", number: 1, isContinued: true }),
      item({ level: 1, list: "bullet" }),
      item({ level: 1, list: "bullet", inlines: inlines(" ") }),
    ]);
    expect(blocks).toMatchObject([
      { type: "item", level: 1, number: 3, marker: "3." },
      { type: "item", level: 2, number: 1, marker: "（1）" },
      { type: "item", level: 2, marker: "" },
      { type: "item", level: 1, marker: "•" },
    ]);
    expect(blocks).toHaveLength(4);
  });
});

describe("a table in the text", () => {
  const cell = (text: string, isHead = false, colSpan = 1, rowSpan = 1) => ({
    isHead,
    colSpan,
    rowSpan,
    inlines: inlines(text),
  });

  it("has its heads, widths by its texts and no ids", () => {
    const rows = [
      [cell("公开渠道", true), cell("条数", true)],
      [cell("政府门户网站“政府信息公开”专栏"), cell("9018")],
    ];
    expect(composeNarrative([{ type: "table", rows }])).toEqual([
      {
        type: "table",
        name: "正文表格",
        columnWidths: [16, 4],
        headRows: 1,
        keepWhole: true,
        rows: [
          [
            { text: "公开渠道", role: "head", colSpan: 1, rowSpan: 1 },
            { text: "条数", role: "head", colSpan: 1, rowSpan: 1 },
          ],
          [
            { text: "政府门户网站“政府信息公开”专栏", role: "text", colSpan: 1, rowSpan: 1 },
            { text: "9018", role: "text", colSpan: 1, rowSpan: 1 },
          ],
        ],
      },
    ]);
  });

  it("keeps the marks of its words, without the blanks around them", () => {
    const bold: Inline = { type: "text", text: "36件 ", bold: true };
    const marked = { ...cell(""), inlines: [...inlines(" 其中政策文件"), bold] };
    const [table] = composeNarrative([{ type: "table", rows: [[marked, cell("无标记")]] }]);
    expect(table?.type === "table" && table.rows[0]).toEqual([
      {
        text: "其中政策文件36件",
        lines: [[{ text: "其中政策文件" }, { text: "36件", strong: true }]],
        role: "text",
        colSpan: 1,
        rowSpan: 1,
      },
      { text: "无标记", role: "text", colSpan: 1, rowSpan: 1 },
    ]);
  });

  it("has a line for each that was ended in a cell, but for blank ones", () => {
    const words = ["网站", lineBreak, " ", lineBreak, "政务新媒体 "];
    const lines = { ...cell(""), inlines: words.map((text): Inline => ({ type: "text", text })) };
    const [table] = composeNarrative([{ type: "table", rows: [[lines]] }]);
    expect(table?.type === "table" && table.rows[0]).toMatchObject([
      { text: "网站 政务新媒体", lines: [[{ text: "网站" }], [{ text: "政务新媒体" }]] },
    ]);
  });

  it("repeats no head that reaches into the rows below", () => {
    const rows = [[cell("渠道", true, 1, 2), cell("条数", true)], [cell("3")]];
    expect(composeNarrative([{ type: "table", rows }])).toMatchObject([{ headRows: 0 }]);
  });

  const run = pinned(31);
  const span = fc.integer({ min: 1, max: 4 });
  const anyCell = fc
    .tuple(fc.boolean(), span, span)
    .map(([isHead, colSpan, rowSpan]) => cell("某", isHead, colSpan, rowSpan));
  it(`closes, whatever spans the file states ${seedOf(run)}`, () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const blocks = composeNarrative([{ type: "table", rows }]).filter(isTable);
        for (const table of blocks) expect(fullGrid(table)).toHaveLength(rows.length);
        expect(blocks.length).toBe(rows.some((row) => row.length > 0) ? 1 : 0);
      }),
      run,
    );
  });

  function isTable(block: Block): block is Table {
    return block.type === "table";
  }
});

describe("a picture in the text", () => {
  const picture = (source: string, caption = "图1 专栏"): Passage => {
    return { type: "picture", source, alternative: "政府信息公开专栏", caption };
  };

  it("is given with its bytes and its size", () => {
    const source = `data:image/png;base64,${png(3, 2).toString("base64")}`;
    expect(composeNarrative([picture(source)])).toMatchObject([
      { type: "picture", mediaType: "image/png", width: 3, height: 2, caption: "图1 专栏" },
    ]);
    expect(composeNarrative([picture(source, " ")])[0]).not.toHaveProperty("caption");
  });

  it.each([
    "file:///C:/图片1.png",
    "data:image/png;base64,AAAA",
    "data:image/png;base64,某",
    "data:image/gif;base64,AAAA",
  ])("at %s is no picture: its caption stands in the text", (source) => {
    expect(composeNarrative([picture(source)])).toEqual([
      { type: "paragraph", style: "body", runs: [{ text: "图1 专栏" }] },
    ]);
    expect(composeNarrative([{ type: "picture", source, alternative: "", caption: "" }])).toEqual([]);
  });

  it.each([
    ["a JPEG with a comment before its frame", "ffd8fffe0004abcdffc0001108000200030101", "image/jpeg"],
    ["a lossy WebP", "52494646000000005745425056503820000000000000009d012a0300020000000000", "image/webp"],
    ["a lossless WebP", "5249464600000000574542505650384c000000002f02400000", "image/webp"],
    ["an extended WebP", "524946460000000057454250565038580a00000000000000020000010000", "image/webp"],
  ])("%s tells its size", (_, hex, mediaType) => {
    const bytes = Uint8Array.from(Buffer.from(hex, "hex"));
    expect(pictureSize(bytes)).toEqual({ mediaType, width: 3, height: 2 });
    for (let length = 0; length < 12; length++) expect(pictureSize(bytes.slice(0, length))).toBeUndefined();
  });
});

/** A PNG file of one colour. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(height * (width + 1)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
