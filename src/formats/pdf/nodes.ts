import type { Node, TextNode } from "pdfmake/build/pdfmake.min.js";
import type { FlowPiece, Page, TextLine } from "./flow.ts";
import { lineNode } from "./line-node.ts";
import type { Line } from "./lines.ts";
import { tableNode } from "./table-node.ts";

/**
 * The nodes of pages in pdfmake's terms. Lines and pages are broken already: pdfmake is told where each
 * begins and breaks nothing itself.
 */
export function nodesOf(pages: readonly Page[]): Node[] {
  const bookmarks = bookmarkKeeper();
  const isNew = firstTime();
  return pages.flatMap((page, index) => {
    const nodes = nodesOfPage(page, bookmarks, isNew);
    const [first, ...rest] = nodes.length > 0 ? nodes : [{ text: "" }];
    return index === 0 || !first ? nodes : [{ ...first, pageBreak: "before" as const }, ...rest];
  });
}

type BookmarkFields = Pick<
  TextNode,
  "id" | "outline" | "outlineText" | "outlineParentId" | "outlineExpanded"
>;

function nodesOfPage(
  page: Page,
  bookmark: (line: TextLine) => BookmarkFields,
  isNew: (lines: readonly Line[]) => boolean,
): Node[] {
  const nodes: Node[] = [];
  let abovePt = 0;
  joinRows(page).forEach(({ content, heightPt, spaceAbovePt }, index) => {
    if (index > 0) abovePt += spaceAbovePt;
    if (content.type === "empty") {
      abovePt += heightPt;
      return;
    }
    nodes.push(
      content.type === "line"
        ? {
            ...lineNode(content.line, content.sizePt, heightPt, 0, abovePt, content.mark),
            ...bookmark(content),
          }
        : { ...tableNode(content.table, content.from, content.to, isNew), margin: [0, abovePt, 0, 0] },
    );
    abovePt = 0;
  });
  return nodes;
}

/** The rows of a table that follow one another on a page are drawn as one table. */
function joinRows(page: Page): FlowPiece[] {
  const joined: FlowPiece[] = [];
  for (const piece of page) {
    const before = joined[joined.length - 1];
    const rows = before?.content;
    const { content } = piece;
    const goesOn = content.type === "rows" && rows?.type === "rows" && rows.table === content.table;
    if (before && goesOn) joined[joined.length - 1] = { ...before, content: { ...rows, to: content.to } };
    else joined.push(piece);
  }
  return joined;
}

/** Tells of each list of lines whether it is asked about for the first time. */
function firstTime(): (lines: readonly Line[]) => boolean {
  const seen = new Set<readonly Line[]>();
  return (lines) => !seen.has(lines) && seen.add(lines).has(lines);
}

/** Numbers the bookmarks and hangs each under the nearest one of a higher level. */
function bookmarkKeeper(): (line: TextLine) => BookmarkFields {
  const open: { id: string; level: number }[] = [];
  let count = 0;
  return ({ bookmark }) => {
    if (!bookmark) return {};
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= bookmark.level) open.pop();
    const parent = open[open.length - 1];
    const id = `heading-${++count}`;
    open.push({ id, level: bookmark.level });
    const fields = { id, outline: true, outlineText: bookmark.text, outlineExpanded: true };
    return parent ? { ...fields, outlineParentId: parent.id } : fields;
  };
}
