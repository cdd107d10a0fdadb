import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { attributeOf, elementsOf, readHtml, textOf } from "../../fixtures/read-html.ts";
import { edition, reports } from "../../fixtures/reports.ts";

const pages = reports.map(({ name, draft }) => {
  const html = writeHtml(compose(edition(draft.edition), draft), gongwen);
  return [name, html, readHtml(html).root] as const;
});

const called = (name: string) => (tag: string) => tag === name;

describe.each(pages)("the HTML page of %s", (name, html, root) => {
  it("is Chinese, in UTF-8, titled, and has one first heading of the same words", () => {
    expect(html.startsWith("<!DOCTYPE html>")).toBe(true);
    expect(attributeOf(root, "lang")).toBe("zh-CN");
    expect(html.indexOf('<meta charset="utf-8">')).toBeLessThan(200);
    const [title] = elementsOf(root, called("title")).map(textOf);
    expect(elementsOf(root, called("h1")).map(textOf)).toEqual([title]);
    expect(title).toContain(name === "liuwan-2032" ? "信息公开工作报告" : "政府信息公开工作年度报告");
  });

  it("loads nothing and runs nothing", () => {
    const tags = new Set(elementsOf(root, () => true).map((element) => element.tagName));
    for (const tag of ["script", "link", "img", "iframe", "object", "form", "input"])
      expect(tags).not.toContain(tag);
    const attributes = elementsOf(root, () => true).flatMap((element) =>
      element.attrs.map((attribute) => attribute.name),
    );
    expect(attributes.filter((attribute) => /^on|^(src|href)$/.test(attribute))).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|https?:/);
  });

  it("has the sections as second headings, none skipped", () => {
    const headings = elementsOf(root, (tag) => /^h[1-6]$/.test(tag)).map((element) =>
      Number(element.tagName[1]),
    );
    expect(headings[0]).toBe(1);
    headings.forEach((level, index) => {
      expect(level - (headings[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it("names every table, and says of every head cell what it is the head of", () => {
    for (const table of elementsOf(root, called("table"))) {
      expect(elementsOf(table, called("caption")).map(textOf).join("")).not.toBe("");
      for (const head of elementsOf(table, called("th"))) {
        expect(attributeOf(head, "scope")).toMatch(/^(row|col|rowgroup|colgroup)$/);
      }
      const columns = elementsOf(table, called("col")).map((column) =>
        Number(/width:([\d.]+)%/.exec(attributeOf(column, "style") ?? "")?.[1]),
      );
      expect(columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1);
    }
  });

  it("carries its look on every element, so that pasting keeps it", () => {
    for (const element of elementsOf(root, (tag) => /^(h[1-6]|p|td|th|table)$/.test(tag))) {
      expect(attributeOf(element, "style")).toMatch(/./);
    }
    for (const cell of elementsOf(root, (tag) => tag === "td" || tag === "th")) {
      expect(attributeOf(cell, "style")).toContain("border:0.5pt solid #000");
    }
  });
});

describe("heads that repeat", () => {
  it("stand in thead in sections three and four, and nowhere in section two of several blocks", () => {
    const [, , root] = pages[0] ?? [];
    if (!root) throw new Error("no page");
    const rows = elementsOf(root, called("thead")).map((head) => elementsOf(head, called("tr")).length);
    expect(rows).toEqual([3, 3]);
  });
});
