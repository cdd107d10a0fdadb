import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import type { FoundDocument } from "../../../src/document/found.ts";
import { openHtml } from "../../../src/formats/html/read.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { expectFound, tablesIn, textsIn } from "../../fixtures/found.ts";
import { edition, reports } from "../../fixtures/reports.ts";

async function found(page: string | Uint8Array): Promise<FoundDocument> {
  return openHtml(typeof page === "string" ? new TextEncoder().encode(page) : page).read();
}
const documents = reports.map(({ name, draft }) => [name, compose(edition(draft.edition), draft)] as const);

describe("a web page of our own", () => {
  it.each(documents)("is read as it was written: %s", async (_, document) => {
    expectFound(await found(writeHtml(document, gongwen)), document);
    expectFound(await found(writeHtml({ ...document, contents: true }, tuwen)), document);
  });
});

describe("a page of a site", () => {
  it("gives the report without menus, forms, hidden parts and scripts, from nested tables", async () => {
    const read = await found(`<html><head><title>年报 - 某某政府网</title><style>p{}</style></head><body>
      <nav><a href="/">首页</a></nav><ul><li><a href="/a">政务公开</a></li><li><a href="/b">办事</a></li></ul>
      <form><input value="搜索"><select><option>全部</option></select></form><div style="display:none">隐藏</div>
      <script>document.write("<p>脚本</p>")</script><p hidden>也隐藏</p>
      <table><tr><td><table><tr><td><h1>某某局2024年<br>年度报告</h1><p>前言<b>加粗</b>的
      文字<br>另起一段&nbsp;</p><ol start="3"><li>甲</li><li>乙<ul><li>点</li></ul></li></ol>
      <table><caption>表一</caption><thead><tr><th colspan=2>信息内容</th><th>本年<br>制发</th></tr></thead>
      <tr><td rowspan="9"> 规 章 </td><td>甲</td><td>&nbsp;</td></tr><tr><td>乙</td><td>1,295</td></tr></table>
      </td></tr></table></td></tr></table><footer>版权所有</footer></body></html>`);
    expect(read.title).toBe("年报 - 某某政府网");
    expect(textsIn(read)).toEqual(["某某局2024年年度报告", "前言加粗的 文字", "另起一段", "甲", "乙", "点"]);
    expect(read.blocks.slice(1, 2)).toMatchObject([
      { runs: [{ text: "前言" }, { text: "加粗", strong: true }, {}] },
    ]);
    expect(read.blocks.slice(3, 6)).toMatchObject([
      { item: { level: 1, ordered: true, number: 3 } },
      { item: { level: 1, ordered: true, number: 4 } },
      { item: { level: 2, ordered: false } },
    ]);
    expect(tablesIn(read)).toEqual([
      [
        [
          { text: "信息内容", colSpan: 2, rowSpan: 1 },
          { text: "本年\n制发", colSpan: 1, rowSpan: 1 },
        ],
        [
          { text: "规 章", colSpan: 1, rowSpan: 2 },
          { text: "甲", colSpan: 1, rowSpan: 1 },
          { text: "\u00a0", colSpan: 1, rowSpan: 1 },
        ],
        [
          { text: "乙", colSpan: 1, rowSpan: 1 },
          { text: "1,295", colSpan: 1, rowSpan: 1 },
        ],
      ],
    ]);
  });

  it.each([
    ["UTF-8 with a mark", () => Buffer.from("\ufeff<p>政府信息</p>")],
    ["UTF-16", () => Buffer.from("\ufeff<p>政府信息</p>", "utf16le")],
    [
      "GBK that the page declares",
      () => Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), gbk, Buffer.from("</p>")]),
    ],
    ["GBK that nobody declares", () => Buffer.concat([Buffer.from("<p>"), gbk, Buffer.from("</p>")])],
  ])("is read in %s", async (_, page) => {
    expect(textsIn(await found(page()))).toEqual(["政府信息"]);
  });

  it.each([
    ["digits above the line are none of the figure", "12<sup>1</sup>", "12¹"],
    ["nor those that a style sets below it", '1<span style="vertical-align:sub">2</span>', "1₂"],
    ["what is struck out is not there", "<del>12</del>15", "15"],
    ["nor by a style", '<span style="text-decoration: line-through">12</span>15', "15"],
    ["nor what nobody sees", '12<span style="font-size:0">9</span><i style="display:none">8</i>', "12"],
    ["how a character is read out is none of it", "<ruby>规<rt>guī</rt></ruby>章", "规章"],
    ["digits over several nodes are one figure", "<span>1</span><b>2</b>95", "1295"],
    ["a field of a form shows what is in it", '<input value="12" readonly>', "12"],
    ["a hidden one does not", '<input type="hidden" value="7">12', "12"],
  ])("%s", async (_, inside, text) => {
    const [rows] = tablesIn(await found(`<table><tr><td>规章</td><td>${inside}</td></tr></table>`));
    expect(rows?.[0]?.map((cell) => cell.text)).toEqual(["规章", text]);
  });

  it("says that something was struck out, and nothing where nothing was", async () => {
    expect((await found("<p>全年<s>12</s>15件</p>")).notRead).toEqual(["划掉的文字没有读"]);
    expect((await found("<p>全年15件，面积3m<sup>2</sup></p>")).notRead).toEqual([]);
    expect(textsIn(await found("<p>面积3m<sup>2</sup></p>"))).toEqual(["面积3m²"]);
  });

  it("fetches no picture: only one that lies in the page has bytes", async () => {
    const read = await found(
      '<figure><img src="data:image/png;base64,iVBORw==" alt="图"><figcaption>图一</figcaption></figure><img src="https://a.example/b.png" alt="外">',
    );
    expect(read.blocks).toMatchObject([
      {
        type: "picture",
        mediaType: "image/png",
        bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
        alternative: "图",
        caption: "图一",
      },
      { type: "picture", alternative: "外" },
    ]);
    expect(read.blocks[1]).not.toHaveProperty("bytes");
  });
});

/** 政府信息 */
const gbk = Buffer.from("d5feb8aed0c5cfa2", "hex");
