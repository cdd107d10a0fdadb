import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { clipboardHtml } from "../../../src/formats/html/clipboard.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { attributeOf, elementsOf, readHtml, textOf } from "../../fixtures/read-html.ts";
import { edition, reports, sample } from "../../fixtures/reports.ts";

const document = compose(edition("2021"), sample("qinghe-2025"));
const page = writeHtml(document, gongwen);
const { root } = readHtml(page);
const tables = elementsOf(root, (tag) => tag === "table");

describe("the heads of a figure", () => {
  it("are named one by one where heads stand again further down", () => {
    const [proactive] = tables;
    if (!proactive) throw new Error("no table");
    const heads = new Map(
      elementsOf(proactive, (tag) => tag === "th").map((head) => [attributeOf(head, "id"), textOf(head)]),
    );
    const figures = elementsOf(proactive, (tag) => tag === "td").map((cell) => [
      textOf(cell),
      (attributeOf(cell, "headers") ?? "").split(" ").map((id) => heads.get(id)),
    ]);
    expect(figures[3]).toEqual(["6", ["行政规范性文件", "第二十条第（一）项", "本年制发件数"]]);
    expect(figures[6]).toEqual(["32716", ["行政许可", "第二十条第（五）项", "本年处理决定数量"]]);
    expect(figures.at(-1)).toEqual([
      "4068.21",
      ["行政事业性收费", "第二十条第（八）项", "本年收费金额（单位：万元）"],
    ]);
  });

  it("are said by scope where they stand above and at the left only", () => {
    for (const table of tables.slice(1)) {
      const figures = elementsOf(table, (tag) => tag === "td");
      expect(figures.flatMap((cell) => attributeOf(cell, "headers") ?? [])).toEqual([]);
    }
  });

  it("have ids that no other element of the page has", () => {
    for (const { draft } of reports) {
      const html = writeHtml({ ...compose(edition(draft.edition), draft), contents: true }, gongwen);
      const ids = elementsOf(readHtml(html).root, () => true).flatMap(
        (element) => attributeOf(element, "id") ?? [],
      );
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("a table on a narrow screen", () => {
  it("keeps its width and scrolls by mouse, finger and keyboard when it has many columns", () => {
    const boxes = elementsOf(root, (tag) => tag === "div").filter(
      (box) => attributeOf(box, "role") === "group",
    );
    expect(boxes.map((box) => attributeOf(box, "tabindex"))).toEqual([undefined, "0", "0"]);
    for (const box of boxes) expect(attributeOf(box, "style")).toContain("overflow-x:auto");
    expect(tables.map((table) => /min-width:\d+mm/.test(attributeOf(table, "style") ?? ""))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe("the rich text for the clipboard", () => {
  const rich = clipboardHtml({ ...document, stamp: "草稿", contents: true }, gongwen);

  it("says the same as the page, with the same styles", () => {
    expect(readHtml(rich).texts).toEqual(readHtml(page).texts);
    for (const table of elementsOf(readHtml(rich).root, (tag) => tag === "table"))
      expect(attributeOf(table, "style")).toContain("border-collapse");
  });

  it("has the stamp, and neither frame nor anchors nor data", () => {
    expect(rich).toContain(">草稿<");
    expect(rich).not.toMatch(/<(html|head|body|style|script|meta|nav|a)\b/);
  });
});
