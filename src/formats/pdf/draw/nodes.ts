import type { Node, TextNode } from "pdfmake/build/pdfmake.min.js";
import { withPageNumber } from "../layout/contents-line.ts";
import type { FlowPiece, Page, TextLine } from "../layout/flow.ts";
import type { Line } from "../layout/lines.ts";
import type { Measures } from "../layout/measures.ts";
import { lineNode } from "./line-node.ts";
import { svgNode } from "./picture.ts";
import { tableNode } from "./table-node.ts";

/**
 * The nodes of pages in pdfmake's terms. Lines and pages are broken already: pdfmake is told where each
 * begins and breaks nothing itself.
 */
export function nodesOf(pages: readonly Page[], measures: Measures): Node[] {
  const drawing = { bookmark: bookmarkKeeper(), isNew: firstTime(), pageOf: pagesOfPlaces(pages), measures };
  return pages.flatMap((page, index) => {
    const nodes = nodesOfPage(page, drawing);
    const [first, ...rest] = nodes.length > 0 ? nodes : [{ text: "" }];
    return index === 0 || !first ? nodes : [{ ...first, pageBreak: "before" as const }, ...rest];
  });
}

type BookmarkFields = Pick<
  TextNode,
  "id" | "outline" | "outlineText" | "outlineParentId" | "outlineExpanded"
>;

/** What the nodes of all pages share. */
type Drawing = {
  readonly bookmark: (line: TextLine) => BookmarkFields;
  readonly isNew: (lines: readonly Line[]) => boolean;
  /** The numbers of the pages on which the named places stand. */
  readonly pageOf: ReadonlyMap<string, number>;
  readonly measures: Measures;
};

function nodesOfPage(page: Page, drawing: Drawing): Node[] {
  const nodes: Node[] = [];
  let abovePt = 0;
  joinRows(page).forEach(({ content, heightPt, spaceAbovePt }, index) => {
    if (index > 0) abovePt += spaceAbovePt;
    if (content.type === "empty") {
      abovePt += heightPt;
      return;
    }
    nodes.push(nodeOf(content, heightPt, abovePt, drawing));
    abovePt = content.type === "picture" ? (heightPt - content.heightPt) / 2 : 0;
  });
  return nodes;
}

function nodeOf(content: Drawable, heightPt: number, abovePt: number, drawing: Drawing): Node {
  switch (content.type) {
    case "line": {
      const line = lineOf(content, drawing);
      return {
        ...lineNode(line, { ...content, heightPt, abovePt }),
        ...drawing.bookmark(content),
      };
    }
    case "rows": {
      const { table, from, to } = content;
      return { ...tableNode(table, from, to, drawing.isNew), margin: [0, abovePt, 0, 0] };
    }
    case "picture":
      return {
        ...svgNode(content.svg, content.widthPt, content.heightPt, drawing.measures),
        mark: content.mark,
        margin: [0, abovePt + (heightPt - content.heightPt) / 2, 0, 0],
      };
  }
}

type Drawable = Exclude<FlowPiece["content"], { readonly type: "empty" }>;

/** An entry of the contents gets its number only now: it stands before what it counts. */
function lineOf(content: TextLine, { pageOf, measures }: Drawing): Line {
  const page = content.leadsTo === undefined ? undefined : pageOf.get(content.leadsTo);
  return page === undefined ? content.line : withPageNumber(content, page, measures);
}

function pagesOfPlaces(pages: readonly Page[]): Map<string, number> {
  return new Map(
    pages.flatMap((page, index) =>
      page.flatMap(({ content }) =>
        content.type === "line" && content.bookmark ? [[content.bookmark.id, index + 1] as const] : [],
      ),
    ),
  );
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

/** Hangs each bookmark under the nearest one of a higher level. */
function bookmarkKeeper(): (line: TextLine) => BookmarkFields {
  const open: { id: string; level: number }[] = [];
  return ({ bookmark }) => {
    if (!bookmark) return {};
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= bookmark.level) open.pop();
    const parent = open[open.length - 1];
    open.push(bookmark);
    const fields = { id: bookmark.id, outline: true, outlineText: bookmark.text, outlineExpanded: true };
    return parent ? { ...fields, outlineParentId: parent.id } : fields;
  };
}
