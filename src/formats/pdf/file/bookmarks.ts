import type { PdfFile } from "./pdf-file.ts";
import { dictionary, number, type Pdf, reference, textString } from "./syntax.ts";

/** An entry of the bookmarks: `destination` is a place on a page, as destinationOf gives it. */
export type Bookmark = { readonly text: string; readonly level: number; readonly destination: Pdf };

type Entry = Bookmark & { readonly id: number; readonly children: Entry[] };

/** A place on a page. @param topPt from the lower edge of the page, in points */
export function destinationOf(page: number, topPt: number): Pdf {
  return `[${reference(page)} /XYZ null ${number(topPt)} null]`;
}

/** Adds the bookmarks (12.3.3), each under the nearest one of a higher level; gives their number if there are any. */
export function addBookmarks(file: PdfFile, bookmarks: readonly Bookmark[]): number | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = file.reserve();
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const bookmark of bookmarks) {
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= bookmark.level) open.pop();
    const entry = { ...bookmark, id: file.reserve(), children: [] };
    (open[open.length - 1]?.children ?? top).push(entry);
    open.push(entry);
  }
  addSiblings(file, top, root);
  file.addPacked(dictionary({ Type: "/Outlines", ...familyOf(top) }), root);
  return root;
}

function addSiblings(file: PdfFile, entries: readonly Entry[], parent: number): void {
  const refTo = (entry: Entry | undefined) => (entry ? reference(entry.id) : undefined);
  entries.forEach((entry, index) => {
    addSiblings(file, entry.children, entry.id);
    const value = dictionary({
      Title: textString(entry.text),
      Parent: reference(parent),
      Prev: refTo(entries[index - 1]),
      Next: refTo(entries[index + 1]),
      Dest: entry.destination,
      ...familyOf(entry.children),
    });
    file.addPacked(value, entry.id);
  });
}

/** The first and last of an entry's children, and how many are seen when it is open, as all are. */
function familyOf(entries: readonly Entry[]): Record<string, Pdf> {
  const [first] = entries;
  const last = entries[entries.length - 1];
  if (!first || !last) return {};
  return { First: reference(first.id), Last: reference(last.id), Count: number(countOf(entries)) };
}

function countOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
}
