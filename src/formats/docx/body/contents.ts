import type { FileChild } from "docx";
import type { Document } from "../../../document/tree.ts";
import { type ContentsEntry, contentsEntries } from "../../contents-entries.ts";
import type { Style } from "../../style.ts";
import { sum } from "../fit/column-widths.ts";
import { countLines } from "../fit/count-lines.ts";
import { estimatePages } from "../fit/estimate-pages.ts";
import { styleIds } from "../styles/style-names.ts";
import { asChild, paragraphOf, setting, type Written, written } from "../xml/written-block.ts";
import { plainRun } from "./runs.ts";

/** A heading in the table of contents, with the mark by which its page is found. */
type Entry = ContentsEntry & { readonly bookmark: string };

/**
 * The table of contents: headings of the levels 1 and 2 with the pages they are thought to stand on. It is a
 * field marked as out of date, so that Word asks to renew it on opening; other programs print what is here.
 */
export function contentsOf(document: Document, style: Style): FileChild[] {
  const entries = entriesOf(document);
  if (entries.length === 0) return [];
  const lines = entries.map((entry) => countLines(entry.text, style.text.body, style));
  // One line more than the entries: the paragraph in which the field ends.
  const pages = estimatePages(document, sum(lines) + 1, style);
  const paragraphs = entries.map((entry, index) =>
    paragraphOf(styleIds.contents[entry.level], [
      ...(index === 0 ? fieldStart(' TOC \\o "1-2" \\h \\z \\u ', true) : []),
      entryLink(entry, pages[entry.index] ?? 1),
    ]),
  );
  return [contentControl([...paragraphs, written("w:p", {}, [fieldMark("end")])])];
}

/** The runs of a heading between the marks to which its entry leads; without marks where it has no entry. */
export function markedHeading(
  runs: readonly Written[],
  document: Document,
  index: number,
): readonly Written[] {
  const entries = entriesOf(document);
  const number = entries.findIndex((entry) => entry.index === index);
  const entry = entries[number];
  if (!entry) return runs;
  return [
    written("w:bookmarkStart", { "w:id": number, "w:name": entry.bookmark }),
    ...runs,
    written("w:bookmarkEnd", { "w:id": number }),
  ];
}

function entriesOf(document: Document): Entry[] {
  return contentsEntries(document).map((entry, number) => {
    // The form of Word's own names, which it replaces when it renews the table.
    return { ...entry, bookmark: `_Toc${String(number + 1).padStart(9, "0")}` };
  });
}

function entryLink({ text, bookmark }: Entry, page: number): Written {
  return written("w:hyperlink", { "w:anchor": bookmark, "w:history": 1 }, [
    plainRun(text),
    written("w:r", {}, [written("w:tab")]),
    ...fieldStart(` PAGEREF ${bookmark} \\h `, false),
    plainRun(String(page)),
    fieldMark("end"),
  ]);
}

function fieldStart(instruction: string, dirty: boolean): Written[] {
  const text = written("w:instrText", { "xml:space": "preserve" }, [instruction]);
  return [fieldMark("begin", dirty), written("w:r", {}, [text]), fieldMark("separate")];
}

function fieldMark(type: "begin" | "separate" | "end", dirty = false): Written {
  const mark = { "w:fldCharType": type, ...(dirty ? { "w:dirty": "true" } : {}) };
  return written("w:r", {}, [written("w:fldChar", mark)]);
}

/** The frame by which Word knows its own tables of contents, with a button to renew it. */
function contentControl(paragraphs: readonly Written[]): FileChild {
  const gallery = setting("w:docPartGallery", "Table of Contents");
  return asChild(
    written("w:sdt", {}, [
      written("w:sdtPr", {}, [written("w:docPartObj", {}, [gallery, written("w:docPartUnique")])]),
      written("w:sdtContent", {}, paragraphs),
    ]),
  );
}
