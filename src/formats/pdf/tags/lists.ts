import type { Block, Item } from "../../../document/tree.ts";
import type { StructureElement } from "./element.ts";

type ListedItem = Pick<Item, "level" | "marker"> & { readonly body: StructureElement };

/**
 * The elements of blocks in their order, the items that follow each other gathered to lists (ISO 32000-1, 14.8.4.3.3).
 *
 * @param elements one for each block
 */
export function inLists(blocks: readonly Block[], elements: readonly StructureElement[]): StructureElement[] {
  const parts: StructureElement[] = [];
  let items: ListedItem[] = [];
  const close = () => {
    if (items.length > 0) parts.push(listOf(items));
    items = [];
  };
  elements.forEach((element, index) => {
    const block = blocks[index];
    if (block?.type === "item") items.push({ level: block.level, marker: block.marker, body: element });
    else {
      close();
      parts.push(element);
    }
  });
  close();
  return parts;
}

/** A list of its outermost items; one without a marker goes on with the item before, as an inner list does. */
function listOf(items: readonly ListedItem[]): StructureElement {
  const level = Math.min(...items.map((item) => item.level));
  const entries: StructureElement[][] = [];
  const goOn = (element: StructureElement) => {
    const last = entries[entries.length - 1];
    if (last) last.push(element);
    else entries.push([element]);
  };
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as ListedItem;
    if (item.level > level) {
      const next = items.findIndex((other, place) => place > index && other.level === level);
      const inner = items.slice(index, next < 0 ? undefined : next);
      goOn({ type: "LBody", children: [listOf(inner)] });
      index += inner.length - 1;
    } else if (item.marker === "") goOn(item.body);
    else entries.push([item.body]);
  }
  return { type: "L", children: entries.map((children) => ({ type: "LI", children })) };
}
