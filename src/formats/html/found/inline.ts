import type { FoundRun } from "../../../document/found.ts";
import { offLineDigits } from "../../lines/off-line-digits.ts";
import {
  attributeOf,
  isElement,
  isLeftOut,
  offLineOf,
  type PageElement,
  type PageNode,
} from "./page-tree.ts";

export type Marks = Omit<FoundRun, "text">;

/** The marks inside an element: those of its name, and those of its own style, as editors of sites write them. */
export function marksInside(element: PageElement, marks: Marks): Marks {
  const style = attributeOf(element, "style") ?? "";
  const strong =
    ["b", "strong"].includes(element.tagName) || /font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)/i.test(style);
  const emphasis = ["i", "em"].includes(element.tagName) || /font-style\s{0,9}:\s{0,9}italic/i.test(style);
  if (!strong && !emphasis) return marks;
  return { ...marks, ...(strong ? { strong } : {}), ...(emphasis ? { emphasis } : {}) };
}

/** Elements that begin a line of their own. */
const blocks = new Set([
  ...["address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset"],
  ...["figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"],
  ...["li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"],
  ...["tr", "ul", "caption"],
]);

export function isBlock({ tagName }: PageElement): boolean {
  return blocks.has(tagName);
}

/** White space as a browser shows it: one space for many, none at the ends of a line. Blanks of print stay. */
export function folded(runs: readonly FoundRun[]): FoundRun[] {
  const result: FoundRun[] = [];
  let isAfterSpace = true;
  for (const { text, ...marks } of runs) {
    let shown = text.replace(/[ \t\r\f]+/g, " ").replace(/ ?\n ?/g, "\n");
    if (isAfterSpace) shown = shown.replace(/^[ ]/, "");
    if (shown === "") continue;
    isAfterSpace = /[ \n]$/.test(shown);
    const last = result.at(-1);
    if (last && last.strong === marks.strong && last.emphasis === marks.emphasis)
      result.splice(-1, 1, { ...last, text: last.text + shown });
    else result.push({ text: shown, ...marks });
  }
  const last = result.at(-1);
  if (!last) return result;
  const end = last.text.replace(/[ \n]+$/, "");
  return end === "" ? folded(result.slice(0, -1)) : [...result.slice(0, -1), { ...last, text: end }];
}

/** A line end of the source is white space; that of a `br` is one. */
export function textOfNode(value: string): string {
  return value.replace(/\n/g, " ");
}

/** Runs inside an element that may stand above or below the line. */
export function withOffLine(runs: readonly FoundRun[], element: PageElement): readonly FoundRun[] {
  const place = offLineOf(element);
  return place ? runs.map((run) => ({ ...run, text: offLineDigits(run.text, place) })) : runs;
}

/** Some sites show the cells of their tables in fields of a form. */
function shownIn(field: PageElement): string {
  const type = (attributeOf(field, "type") ?? "text").toLowerCase();
  return ["text", "number"].includes(type) ? (attributeOf(field, "value") ?? "") : "";
}

/** All text of an element in lines, as in a cell of a table. */
export function linesOf(element: PageElement): string {
  const runs: FoundRun[] = [];
  const collect = (node: PageNode): void => {
    if (node.nodeName === "#text" && "value" in node) runs.push({ text: textOfNode(node.value) });
    if (isElement(node) && node.tagName === "input") runs.push({ text: shownIn(node) });
    if (!isElement(node) || isLeftOut(node)) return;
    if (node.tagName === "br" || isBlock(node)) runs.push({ text: "\n" });
    const before = runs.length;
    node.childNodes.forEach(collect);
    runs.push(...withOffLine(runs.splice(before), node));
    if (isBlock(node)) runs.push({ text: "\n" });
  };
  element.childNodes.forEach(collect);
  return folded(runs)
    .map(({ text }) => text)
    .join("")
    .replace(/\n{2,}/g, "\n")
    .replace(/^\n/, "");
}
