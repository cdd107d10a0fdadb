import type { NarrativeNode } from "../file/draft.ts";
import {
  type Inline,
  type ItemPassage,
  lineBreak,
  type Marks,
  type Passage,
  type PassageCell,
} from "./passages.ts";

/** The narrative of some passages, as it stands in a draft file. */
export function narrativeOf(passages: readonly Passage[]): NarrativeNode {
  return { type: "doc", content: blocksOf(passages) };
}

function blocksOf(passages: readonly Passage[]): NarrativeNode[] {
  const blocks: NarrativeNode[] = [];
  for (let index = 0; index < passages.length; ) {
    const passage = passages[index];
    if (!passage) break;
    if (passage.type === "item") {
      const items = itemsFrom(passages, index);
      blocks.push(...listsOf(items));
      index += items.length;
    } else {
      blocks.push(blockOf(passage));
      index += 1;
    }
  }
  return blocks;
}

function itemsFrom(passages: readonly Passage[], from: number): ItemPassage[] {
  const items: ItemPassage[] = [];
  for (let index = from; index < passages.length; index++) {
    const passage = passages[index];
    if (passage?.type !== "item") break;
    items.push(passage);
  }
  return items;
}

function blockOf(passage: Exclude<Passage, ItemPassage>): NarrativeNode {
  switch (passage.type) {
    case "paragraph":
      return { type: "paragraph", content: inlinesOf(passage.inlines) };
    case "heading":
      return { type: "heading", attrs: { level: passage.level }, content: inlinesOf(passage.inlines) };
    case "table":
      return {
        type: "table",
        content: passage.rows.map((row) => ({ type: "tableRow", content: row.map(cellNode) })),
      };
    case "picture": {
      const { source, alternative, caption } = passage;
      return { type: "image", attrs: { src: source, alt: alternative, caption } };
    }
  }
}

function cellNode({ isHead, colSpan, rowSpan, inlines }: PassageCell): NarrativeNode {
  return {
    type: isHead ? "tableHeader" : "tableCell",
    attrs: { colspan: colSpan, rowspan: rowSpan },
    content: [{ type: "paragraph", content: inlinesOf(inlines) }],
  };
}

type OpenList = { readonly first: ItemPassage; readonly items: NarrativeNode[][]; last: ItemPassage };

/** The lists of items that follow each other: a new one begins where the kind changes or the count breaks off. */
function listsOf(items: readonly ItemPassage[]): NarrativeNode[] {
  const level = items[0]?.level ?? 1;
  const lists: OpenList[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (!item) break;
    const open = lists.at(-1);
    const inner = items.slice(index).findIndex((other) => other.level <= level);
    if (item.level > level && open) {
      const deeper = items.slice(index, inner === -1 ? items.length : index + inner);
      open.items.at(-1)?.push(...listsOf(deeper));
      index += deeper.length;
      continue;
    }
    const paragraph: NarrativeNode = { type: "paragraph", content: inlinesOf(item.inlines) };
    if (item.isContinued && open) open.items.at(-1)?.push(paragraph);
    else if (open && goesOn(open.last, item)) {
      open.items.push([paragraph]);
      open.last = item;
    } else lists.push({ first: item, items: [[paragraph]], last: item });
    index += 1;
  }
  return lists.map(({ first, items: contents }) => ({
    type: first.list === "ordered" ? "orderedList" : "bulletList",
    ...(first.list === "ordered" ? { attrs: { start: first.number ?? 1 } } : {}),
    content: contents.map((content) => ({ type: "listItem", content })),
  }));
}

function goesOn(last: ItemPassage, item: ItemPassage): boolean {
  if (last.list !== item.list || last.level < item.level) return false;
  return item.list === "bullet" || (item.number ?? 1) === (last.number ?? 1) + 1;
}

function inlinesOf(inlines: readonly Inline[]): NarrativeNode[] {
  return inlines.flatMap((inline): NarrativeNode[] => {
    const marks = marksOf(inline);
    if (inline.type === "figure")
      return [{ type: "figure", attrs: { ...inline.figure, shown: inline.text }, ...marks }];
    return inline.text
      .split(lineBreak)
      .flatMap((text, index): NarrativeNode[] => [
        ...(index === 0 ? [] : [{ type: "hardBreak" }]),
        ...(text === "" ? [] : [{ type: "text", text, ...marks }]),
      ]);
  });
}

function marksOf({ bold, italic }: Marks): Pick<NarrativeNode, "marks"> {
  const marks = [...(bold ? [{ type: "bold" }] : []), ...(italic ? [{ type: "italic" }] : [])];
  return marks.length > 0 ? { marks } : {};
}
