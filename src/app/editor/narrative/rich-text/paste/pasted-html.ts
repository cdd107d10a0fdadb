import { inertHtml } from "../../../../parts/inert-html.ts";
import { isHeadingLine, levelOfHeading } from "../headings/heading-level.ts";

/** What a paste brought along that a report cannot hold, counted by kind. */
export type LeftOut = {
  readonly pictures: number;
  /** Marks of footnotes in the text, and whether their texts came along. */
  readonly notes: number;
  readonly noteTexts: number;
  readonly objects: number;
};

export type CleanHtml = { readonly html: string; readonly leftOut: LeftOut };

/**
 * What Word, WPS or a web page puts on the clipboard, reduced to what a report holds: headings, paragraphs,
 * lists, tables, bold. Lists of Word are paragraphs with a typed number, and become lists; the mark of a
 * footnote would become a digit behind a figure, and goes; pictures that lie on a disk or a site cannot be
 * read from a page, and go. Nothing is loaded: the text is parsed into a document that is never shown.
 */
export function cleanPaste(html: string): CleanHtml {
  const body = inertHtml(withoutConditions(html));
  const take = (selector: string): number => {
    const found = [...body.querySelectorAll(selector)].filter(
      (element) => !element.parentElement?.closest(selector),
    );
    for (const element of found) element.remove();
    return found.length;
  };
  take("style, script, meta, link, title, xml, noscript, template, button, input, select, nav");
  const noteTexts = take("[style*='mso-element:footnote'], [style*='mso-element:endnote']");
  const leftOut = {
    notes:
      takeNumbersAbove(body) +
      take("a[href*='_ftn'], a[href*='_edn'], .MsoFootnoteReference, .MsoEndnoteReference, sup a[href^='#']"),
    noteTexts,
    objects: take("object, embed, iframe, video, audio, canvas, svg, form"),
    pictures: take("img:not([src^='data:image/'])"),
  };
  listsFromWord(body);
  headingsFromLook(body);
  return { html: body.innerHTML, leftOut };
}

/**
 * Takes out numbers that stand above the line, which are marks of notes however a program writes them: 24² would
 * become 242. Behind a letter they are a part of a unit, m².
 */
function takeNumbersAbove(body: Element): number {
  const marks = [
    ...body.querySelectorAll("sup, [style*='vertical-align:super'], [style*='vertical-align: super']"),
  ]
    .filter((element) => !element.querySelector("a[href]") && !element.closest("a[href]"))
    .filter(
      (element) =>
        noteMark.test((element.textContent ?? "").trim()) && !/[A-Za-z]$/.test(wordsBefore(element)),
    );
  for (const mark of marks) mark.remove();
  return marks.length;
}

const noteMark = /^[[［〔(（]?(?:\d{1,3}|[①-⑳*])[\]］〕)）]?$/;

function wordsBefore(element: Element): string {
  const range = element.ownerDocument.createRange();
  range.setStart(element.closest("p, li, td, th, div, body") ?? element, 0);
  range.setEndBefore(element);
  return range.toString();
}

/** Word hides the number of a list in a condition for programs that know no lists: it is kept as a mark. */
function withoutConditions(html: string): string {
  return html
    .replace(
      /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]{0,2000}?)<!(?:--)?\[endif\](?:--)?>/g,
      '<span data-list-mark="">$1</span>',
    )
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, "")
    .replace(/<\/?o:p[^>]*>/g, "");
}

type WordItem = {
  readonly element: Element;
  readonly level: number;
  readonly ordered: boolean;
  readonly text: string;
};

/** Paragraphs with `mso-list` that follow each other become one list. A heading with a list number keeps it as text. */
function listsFromWord(body: Element): void {
  let run: WordItem[] = [];
  const close = (): void => {
    if (run.length > 0) replaceByLists(run);
    run = [];
  };
  for (const element of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const item = wordItem(element);
    const last = run.at(-1)?.element;
    if (!item || (last && nextElement(last) !== element)) close();
    if (item) run.push(item);
  }
  close();
}

function nextElement(element: Element): Element | null {
  return element.nextElementSibling;
}

function wordItem(element: Element): WordItem | undefined {
  const level = /mso-list:[^;"]*level(\d+)/.exec(element.getAttribute("style") ?? "")?.[1];
  const mark = element.querySelector("[data-list-mark], [style*='mso-list:Ignore']");
  if (level === undefined || !mark) return undefined;
  const text = (mark.textContent ?? "").replace(/[\s\u00a0]+/g, "");
  mark.remove();
  // An official number （一） is part of the text, not of a list.
  if (/^[（(]/.test(text) || /^[一二三四五六七八九十]/.test(text) || /^h\d$/i.test(element.tagName)) {
    element.prepend(text);
    return undefined;
  }
  return { element, level: Number(level), ordered: /^\w{1,3}[.)、．]?$/.test(text) && text !== "o", text };
}

function replaceByLists(items: readonly WordItem[]): void {
  const [first] = items;
  if (!first) return;
  const document = first.element.ownerDocument;
  const open: { level: number; list: Element }[] = [];
  const holder = document.createElement("div");
  first.element.before(holder);
  for (const { element, level, ordered } of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = document.createElement(ordered ? "ol" : "ul");
      const parent = open.at(-1)?.list.lastElementChild ?? holder;
      parent.append(list);
      open.push({ level, list });
    }
    const item = document.createElement("li");
    const paragraph = document.createElement("p");
    paragraph.append(...element.childNodes);
    item.append(paragraph);
    open.at(-1)?.list.append(item);
    element.remove();
  }
  holder.replaceWith(...holder.childNodes);
}

/**
 * WPS and sites write headings as paragraphs in large type; Word's own styles come as such. Most offices type them as
 * any other line, with the number before: （一）主动公开.
 */
function headingsFromLook(body: Element): void {
  for (const element of body.querySelectorAll("p[style*='mso-outline-level'], p[class*='Heading']")) {
    const level = /mso-outline-level:\s*(\d)/.exec(element.getAttribute("style") ?? "")?.[1] ?? "2";
    becomeHeading(element, Math.min(Number(level) || 2, 6));
  }
  for (const element of body.querySelectorAll("p")) {
    const text = (element.textContent ?? "").trim();
    if (!element.closest("li, td, th") && isHeadingLine(text))
      becomeHeading(element, levelOfHeading(text) ?? 2);
  }
}

/** A heading is bold by its style; letters that are bold besides would stand out in it. */
function becomeHeading(element: Element, level: number): void {
  const heading = element.ownerDocument.createElement(`h${level}`);
  heading.append(...element.childNodes);
  for (const bold of heading.querySelectorAll("b, strong")) bold.replaceWith(...bold.childNodes);
  element.replaceWith(heading);
}
