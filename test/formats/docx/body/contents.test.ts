import { describe, expect, it } from "vitest";
import type { Document } from "../../../../src/document/tree.ts";
import { openDocx } from "../../../../src/formats/docx/read.ts";
import { writeDocx } from "../../../../src/formats/docx/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { convert, hasWriter } from "../../../support/libreoffice.ts";
import {
  allOf,
  childrenOf,
  firstOf,
  partOf,
  partText,
  settingOf,
  textOf,
} from "../../../support/read-docx.ts";
import { body, documentOf, everyKind, sampleDocuments } from "../documents.ts";
import { linesByPage } from "../printed-pages.ts";

const withContents = (document: Document): Document => ({ ...document, contents: true });
const bytes = await writeDocx(withContents(everyKind), gongwen);
const main = partOf(bytes, "word/document.xml");
const entries = childrenOf(firstOf(firstOf(main, "w:sdt"), "w:sdtContent"), "w:p");

/** The entries of a file: heading and page. */
function entriesIn(file: Uint8Array): [string, number][] {
  const links = allOf(firstOf(partOf(file, "word/document.xml"), "w:sdt"), "w:hyperlink");
  return links.map((link) => {
    const [heading = "", page] = allOf(link, "w:t").map((text) => text.children.join(""));
    return [heading, Number(page)];
  });
}

describe("the table of contents", () => {
  it("stands after the title and lists the headings of levels 1 and 2", () => {
    const children = firstOf(main, "w:body").children.map((child) => typeof child !== "string" && child.name);
    expect(children.slice(0, 3)).toEqual(["w:p", "w:sdt", "w:p"]);
    const [heading] = allOf(firstOf(main, "w:sdt"), "w:p");
    expect(heading && [settingOf(heading, "w:pStyle"), textOf(heading)]).toEqual(["TOCHeading", "目录"]);
    // Contents have a page of their own.
    expect(allOf(main, "w:pageBreakBefore")).toHaveLength(1);
    expect(entriesIn(bytes).map(([heading]) => heading)).toEqual([
      "一、总体情况",
      "（一）主动公开",
      "二、行政复议、行政诉讼情况",
    ]);
    expect(entries.slice(1, 4).map((entry) => settingOf(entry, "w:pStyle"))).toEqual([
      "TOC1",
      "TOC2",
      "TOC1",
    ]);
  });

  it("is a field that Word renews on opening, and each entry leads to the mark of its heading", () => {
    const fields = allOf(firstOf(main, "w:sdt"), "w:fldChar").map((mark) => mark.attributes["w:fldCharType"]);
    expect(fields.filter((type) => type === "begin")).toHaveLength(4);
    expect(fields.filter((type) => type === "end")).toHaveLength(4);
    expect(firstOf(main, "w:fldChar").attributes["w:dirty"]).toBe("true");
    expect(textOf(firstOf(main, "w:instrText"))).toBe("");
    expect(firstOf(main, "w:instrText").children.join("")).toContain('TOC \\o "1-2"');
    const marks = allOf(main, "w:bookmarkStart").map((mark) => mark.attributes["w:name"]);
    const links = allOf(main, "w:hyperlink").map((link) => link.attributes["w:anchor"]);
    expect(marks).toEqual(links);
    const ids = allOf(main, "w:bookmarkStart").map((mark) => mark.attributes["w:id"]);
    expect(ids).toEqual(allOf(main, "w:bookmarkEnd").map((mark) => mark.attributes["w:id"]));
  });

  it("leaves the headings headings, in the outline", () => {
    const styles = allOf(main, "w:pStyle").map((style) => style.attributes["w:val"]);
    expect(styles.filter((style) => style?.startsWith("Heading"))).toEqual([
      "Heading1",
      "Heading2",
      "Heading3",
      "Heading1",
    ]);
  });

  it("is the same in each writing, and missing where it is not asked for or has no entries", async () => {
    const again = await writeDocx(withContents(everyKind), gongwen);
    expect(partText(again, "word/document.xml")).toBe(partText(bytes, "word/document.xml"));
    for (const document of [everyKind, withContents(documentOf([body("没有标题。")]))]) {
      expect(partText(await writeDocx(document, gongwen), "word/document.xml")).not.toMatch(/w:sdt|bookmark/);
    }
  });

  it("is no part of the text that a hand may have changed: Word renews it", async () => {
    const carried = { name: "a", mediaType: "text/plain", text: "a", description: "" };
    const file = await writeDocx({ ...withContents(everyKind), carried }, gongwen);
    expect(openDocx(file).edits.wasEdited).toBe(false);
  });
});

describe.skipIf(!hasWriter)("printed by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  it("the headings stand on the pages that the table of contents gives, or seldom on the next", async () => {
    const documents = sampleDocuments.map(([, document]) => withContents(document));
    const files = await Promise.all(documents.map((document) => writeDocx(document, gongwen)));
    const printed = await Promise.all(convert(files, "docx", "pdf").map(headingPages));
    const given = files.map(entriesIn);
    const misses = given.flatMap((entries, index) =>
      entries
        .map(([heading, page]) => page - (printed[index]?.get(heading) ?? 0))
        .filter((miss) => miss !== 0),
    );
    expect(misses.every((miss) => Math.abs(miss) === 1)).toBe(true);
    // A face that sets a figure wider breaks a line elsewhere; a heading at the edge of a page then turns it.
    expect(misses.length / given.flat().length).toBeLessThan(0.05);
  });
});

/** The page of each line that looks like a heading, the contents on the first page left aside. */
async function headingPages(pdf: Uint8Array): Promise<Map<string, number>> {
  const pages = new Map<string, number>();
  for (const [index, lines] of (await linesByPage(pdf)).entries()) {
    for (const { text } of lines) pages.set(text, index + 1);
  }
  return pages;
}
