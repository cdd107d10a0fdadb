import { BookmarkEnd, BookmarkStart, FileChild, type ImportedXmlComponent } from "docx";
import { type Document, textOf } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { countLines } from "./count-lines.ts";
import { estimatePages } from "./estimate-pages.ts";
import { styleIds } from "./style-names.ts";
import { element } from "./xml.ts";

/** A heading in the table of contents: the block it is, and the mark by which its page is found. */
type Entry = {
  readonly index: number;
  readonly level: 1 | 2;
  readonly text: string;
  readonly bookmark: string;
};

/**
 * The table of contents: headings of the levels 1 and 2 with the pages they are thought to stand on. It is a
 * field marked as out of date, so that Word asks to renew it on opening; other programs print what is here.
 */
export function contentsOf(document: Document, style: Style): FileChild[] {
  const entries = entriesOf(document);
  if (entries.length === 0) return [];
  const lines = entries.map((entry) => countLines(`${entry.text}　　`, style.text.body, style));
  // One line more than the entries: the paragraph in which the field ends.
  const pages = estimatePages(
    document,
    lines.reduce((a, b) => a + b, 1),
    style,
  );
  const paragraphs = entries.map((entry, index) =>
    element("w:p", {}, [
      element("w:pPr", {}, [element("w:pStyle", { "w:val": styleIds.contents[entry.level] })]),
      ...(index === 0 ? fieldStart(' TOC \\o "1-2" \\h \\z \\u ', true) : []),
      entryLink(entry, pages[entry.index] ?? 1),
    ]),
  );
  const end = element("w:p", {}, [fieldMark("end")]);
  return [contentControl([...paragraphs, end])];
}

/** The marks around a heading, so that its entry leads to it; none for other blocks. */
export function marksOf(
  document: Document,
  index: number,
): readonly [BookmarkStart, BookmarkEnd] | undefined {
  if (!document.contents) return undefined;
  const entries = entriesOf(document);
  const number = entries.findIndex((entry) => entry.index === index);
  const entry = entries[number];
  return entry && [new BookmarkStart(entry.bookmark, number), new BookmarkEnd(number)];
}

function entriesOf(document: Document): Entry[] {
  const entries: Entry[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.type !== "heading" || block.level === 3) continue;
    const number = String(entries.length + 1).padStart(9, "0");
    // The form of Word's own names, which it replaces when it renews the table.
    entries.push({ index, level: block.level, text: textOf(block.runs), bookmark: `_Toc${number}` });
  }
  return entries;
}

function entryLink({ text, bookmark }: Entry, page: number): ImportedXmlComponent {
  return element("w:hyperlink", { "w:anchor": bookmark, "w:history": 1 }, [
    textRun(text),
    element("w:r", {}, [element("w:tab")]),
    ...fieldStart(` PAGEREF ${bookmark} \\h `, false),
    textRun(String(page)),
    fieldMark("end"),
  ]);
}

function fieldStart(instruction: string, dirty: boolean): ImportedXmlComponent[] {
  const text = element("w:instrText", { "xml:space": "preserve" });
  text.push(instruction);
  return [fieldMark("begin", dirty), element("w:r", {}, [text]), fieldMark("separate")];
}

function fieldMark(type: "begin" | "separate" | "end", dirty = false): ImportedXmlComponent {
  const mark = { "w:fldCharType": type, ...(dirty ? { "w:dirty": "true" } : {}) };
  return element("w:r", {}, [element("w:fldChar", mark)]);
}

function textRun(text: string): ImportedXmlComponent {
  const content = element("w:t", { "xml:space": "preserve" });
  content.push(text);
  return element("w:r", {}, [content]);
}

/** The frame by which Word knows its own tables of contents, with a button to renew it. */
function contentControl(paragraphs: readonly ImportedXmlComponent[]): FileChild {
  const control = new FileChild("w:sdt");
  const gallery = element("w:docPartGallery", { "w:val": "Table of Contents" });
  const properties = element("w:sdtPr", {}, [
    element("w:docPartObj", {}, [gallery, element("w:docPartUnique")]),
  ]);
  control.addChildElement(properties);
  control.addChildElement(element("w:sdtContent", {}, paragraphs));
  return control;
}
