import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import type { Document } from "../../../src/document/tree.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { attributeOf, elementsOf, readHtml, textOf } from "../../fixtures/read-html.ts";
import { edition, reports, sample } from "../../fixtures/reports.ts";

const qinghe = compose(edition("2021"), sample("qinghe-2025"));
const called = (name: string) => (tag: string) => tag === name;

function rootOf(document: Document) {
  return readHtml(writeHtml(document, gongwen)).root;
}

function metaOf(document: Document): Map<string, string> {
  const tags = elementsOf(rootOf(document), called("meta")).map(
    (tag) => [attributeOf(tag, "name") ?? "", attributeOf(tag, "content") ?? ""] as const,
  );
  return new Map(tags.filter(([name]) => name !== "" && name !== "viewport"));
}

describe("the page is valid HTML", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    // Inline styles are the point: they survive pasting into a site's editor.
    rules: { "no-inline-style": "off" },
  });
  const carried = { name: "a.json", mediaType: "application/json", description: "草稿", text: "{}" };
  const pages: readonly (readonly [string, Document])[] = [
    ...reports.map(({ name, draft }) => [name, compose(edition(draft.edition), draft)] as const),
    ["a stamped page with contents and a file", { ...qinghe, stamp: "草稿", contents: true, carried }],
  ];
  it.each(pages)("%s", async (_, document) => {
    const report = await validator.validateString(writeHtml(document, gongwen));
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  });
});

describe("the meta tags of government sites", () => {
  it("name the site, the column, the article, its date and its source", () => {
    expect(Object.fromEntries(metaOf(qinghe))).toEqual({
      SiteName: "青禾县人民政府",
      ColumnName: "政府信息公开年报",
      ArticleTitle: "青禾县人民政府2025年政府信息公开工作年度报告",
      PubDate: "2026-01-20 00:00",
      ContentSource: "青禾县人民政府",
      Author: "青禾县人民政府",
      Keywords: "青禾县人民政府,2025年,政府信息公开,年度报告",
      Description: expect.stringMatching(/^根据《中华人民共和国政府信息公开条例》.{60,110}…$/),
    });
  });

  it("that have no value are left out", () => {
    const bare = {
      ...compose(edition("2021"), { ...sample("qinghe-2025"), signature: undefined }),
      author: "",
    };
    const { column: _, ...unplaced } = bare;
    expect([...metaOf(unplaced).keys()]).toEqual(["ArticleTitle", "Keywords", "Description"]);
  });

  it("describe the page by its first paragraph, cut at a sentence", () => {
    const described = (text: string) =>
      metaOf({ ...qinghe, blocks: [{ type: "paragraph", style: "body", runs: [{ text }] }] }).get(
        "Description",
      );
    expect(described("本报告共六部分。")).toBe("本报告共六部分。");
    expect(described(`${"甲".repeat(99)}。${"乙".repeat(60)}。`)).toBe(`${"甲".repeat(99)}。`);
    expect(described("丙".repeat(200))).toBe(`${"丙".repeat(120)}…`);
    expect(metaOf({ ...qinghe, blocks: [] }).get("Description")).toBe(qinghe.title);
  });

  it("a date typed without zeros is written with them", () => {
    const draft = { ...sample("qinghe-2025"), signature: { name: "某局", date: "2026-1-5" } };
    expect(metaOf(compose(edition("2021"), draft)).get("PubDate")).toBe("2026-01-05 00:00");
  });
});

describe("stamp and contents", () => {
  it("the stamp is read out once and stands behind every printed page", () => {
    const root = rootOf({ ...qinghe, stamp: "草稿" });
    const stamps = elementsOf(root, called("div")).filter((element) => textOf(element) === "草稿");
    expect(stamps.map((stamp) => attributeOf(stamp, "aria-hidden"))).toEqual(["true", undefined]);
    expect(writeHtml({ ...qinghe, stamp: "草稿" }, gongwen)).toMatch(/\.stamp\{position:fixed/);
    expect(elementsOf(rootOf(qinghe), called("div")).map(textOf)).not.toContain("草稿");
  });

  it("the contents lead to every heading of the first two levels, in order", () => {
    const root = rootOf({ ...qinghe, contents: true });
    const links = elementsOf(root, called("a")).map((link) => [
      attributeOf(link, "href")?.slice(1),
      textOf(link),
    ]);
    const headings = elementsOf(root, (tag) => tag === "h2" || tag === "h3").map((heading) => [
      attributeOf(heading, "id"),
      textOf(heading),
    ]);
    expect(links).toEqual(headings);
    expect(links.length).toBeGreaterThan(6);
    const [contents, ...others] = elementsOf(root, called("nav"));
    expect(others).toEqual([]);
    expect(elementsOf(contents ?? root, called("div")).map(textOf)).toEqual(["目录"]);
    expect(elementsOf(rootOf(qinghe), called("nav"))).toEqual([]);
  });

  it("a document without headings has no contents", () => {
    expect(elementsOf(rootOf({ ...qinghe, contents: true, blocks: [] }), called("nav"))).toEqual([]);
  });
});
