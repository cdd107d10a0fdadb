import type { Item } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";
import type { Style } from "../../style.ts";
import { textCss } from "../css.ts";
import { runsHtml } from "./runs.ts";

/** An item with the further paragraphs and the inner items that belong to it. */
type Entry = { readonly item: Item; readonly further: Item[]; readonly inner: Item[] };

/**
 * Items that follow each other as lists inside lists. The markers stand in the text, as on paper: a browser would
 * number anew, and an editor that drops styles would drop them too.
 */
export function listsHtml(items: readonly Item[], style: Style): string {
  return listsOf(entriesOf(items))
    .map((entries) => listHtml(entries, style))
    .join("\n");
}

function entriesOf(items: readonly Item[]): Entry[] {
  const level = Math.min(...items.map((item) => item.level));
  const entries: Entry[] = [];
  for (const item of items) {
    const last = entries.at(-1);
    if (last && item.level > level) last.inner.push(item);
    else if (last && item.marker === "" && last.inner.length === 0) last.further.push(item);
    else entries.push({ item, further: [], inner: [] });
  }
  return entries;
}

/** Numbers that begin again, and bullets after numbers, begin a list. */
function listsOf(entries: readonly Entry[]): Entry[][] {
  const lists: Entry[][] = [];
  for (const entry of entries) {
    const list = lists.at(-1);
    const before = list?.at(-1)?.item.number;
    const { number } = entry.item;
    const goesOn = before === undefined ? number === undefined : number !== undefined && number > before;
    if (list && goesOn) list.push(entry);
    else lists.push([entry]);
  }
  return lists;
}

function listHtml(entries: readonly Entry[], style: Style): string {
  const [first] = entries;
  const tag = first?.item.number === undefined ? "ul" : "ol";
  const indent = first && first.item.level > 1 ? style.text.body.indentCharacters : 0;
  const css = `margin:0;padding:0 0 0 ${indent}em;list-style:none;font-size:${style.text.body.sizePt}pt`;
  return `<${tag} style="${css}">\n${entries.map((entry) => entryHtml(entry, style)).join("\n")}\n</${tag}>`;
}

function entryHtml({ item, further, inner }: Entry, style: Style): string {
  const css = textCss(style, "body");
  const paragraphs = [item, ...further].map(
    ({ marker, runs }) => `<p style="${css}">${escapeXml(marker)}${runsHtml(runs, style)}</p>`,
  );
  const lists = inner.length > 0 ? [listsHtml(inner, style)] : [];
  return `<li>${[...paragraphs, ...lists].join("\n")}</li>`;
}
