import type { FileChild } from "docx";
import wording from "../../../../templates/document.json" with { type: "json" };
import type { Document } from "../../../document/tree.ts";
import { type ContentsEntry, contentsEntries } from "../../contents-entries.ts";
import type { Style } from "../../style.ts";
import { sum } from "../fit/column-widths.ts";
import { countLines } from "../fit/count-lines.ts";
import { estimatePages } from "../fit/estimate-pages.ts";
import { styleIds } from "../styles/style-names.ts";
import { asChild, element, paragraphOf, setting, type XmlElement } from "../xml/element.ts";
import { fieldEnd, fieldStart } from "./fields.ts";
import { plainRun } from "./runs.ts";

/** A heading in the table of contents, with the mark by which its page is found. */
export type ContentsLink = ContentsEntry & { readonly number: number; readonly bookmark: string };

/**
 * The table of contents under its heading: headings of the levels 1 and 2 with the pages they are thought to stand on. It is a
 * field marked as out of date, so that Word asks to renew it on opening; other programs print what is here.
 */
export function contentsOf(
  document: Document,
  links: ReadonlyMap<number, ContentsLink>,
  style: Style,
): FileChild[] {
  const entries = [...links.values()];
  if (entries.length === 0) return [];
  const lines = entries.map((entry) => countLines(entry.text, style.text.body, style));
  // The heading and the line under it, and the paragraph in which the field ends.
  const pages = estimatePages(document, sum(lines) + 3, style);
  const paragraphs = entries.map((entry, index) =>
    paragraphOf(styleIds.contents[entry.level], [
      ...(index === 0 ? fieldStart(' TOC \\o "1-2" \\h \\z \\u ', true) : []),
      entryLink(entry, pages[entry.index] ?? 1),
    ]),
  );
  const heading = paragraphOf(styleIds.contentsHeading, [plainRun(wording.contents)]);
  return [contentControl([heading, ...paragraphs, element("w:p", {}, [fieldEnd()])])];
}

/** What the table of contents leads to, by block; empty where there is none. */
export function contentsLinks(document: Document): ReadonlyMap<number, ContentsLink> {
  return new Map(
    contentsEntries(document).map((entry, number) => {
      // The form of Word's own names, which it replaces when it renews the table.
      const bookmark = `_Toc${String(number + 1).padStart(9, "0")}`;
      return [entry.index, { ...entry, number, bookmark }];
    }),
  );
}

/** The runs of a heading between the marks to which its entry leads. */
export function markedHeading(runs: readonly XmlElement[], { number, bookmark }: ContentsLink): XmlElement[] {
  return [
    element("w:bookmarkStart", { "w:id": number, "w:name": bookmark }),
    ...runs,
    element("w:bookmarkEnd", { "w:id": number }),
  ];
}

function entryLink({ text, bookmark }: ContentsLink, page: number): XmlElement {
  return element("w:hyperlink", { "w:anchor": bookmark, "w:history": 1 }, [
    plainRun(text),
    element("w:r", {}, [element("w:tab")]),
    ...fieldStart(` PAGEREF ${bookmark} \\h `),
    plainRun(String(page)),
    fieldEnd(),
  ]);
}

/** The frame by which Word knows its own tables of contents, with a button to renew it. */
function contentControl(paragraphs: readonly XmlElement[]): FileChild {
  const gallery = setting("w:docPartGallery", "Table of Contents");
  return asChild(
    element("w:sdt", {}, [
      element("w:sdtPr", {}, [element("w:docPartObj", {}, [gallery, element("w:docPartUnique")])]),
      element("w:sdtContent", {}, paragraphs),
    ]),
  );
}
