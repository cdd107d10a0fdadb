import type { Document } from "../../../document/tree.ts";
import type { Edition } from "../../../edition/read.ts";
import { writeHtmlBody } from "../../../formats/html/write.ts";
import type { Style } from "../../../formats/style.ts";
import { markupOfOurOwn } from "../../parts/trusted-types.ts";

/** Columns of a page's height are pages: the browser breaks lines and keeps tables whole, as in print. */
const columnGapMm = 60;

/**
 * Draws the report into the frame as pages and gives their number. The page in view stays where it is.
 */
export async function drawPages(frame: HTMLIFrameElement, report: Document, style: Style): Promise<number> {
  const body = writeHtmlBody(report, style);
  const inner = frame.contentDocument?.querySelector("main");
  const pageCss = frame.contentDocument?.querySelector("style")?.textContent;
  if (inner && pageCss === css(style)) inner.innerHTML = markupOfOurOwn(body);
  else await load(frame, body, style);
  const stamp = frame.contentDocument?.querySelector("aside");
  if (stamp) stamp.textContent = report.stamp ?? "";
  const flow = frame.contentDocument?.querySelector("main");
  if (flow) {
    keepWithHeading(flow);
    tighten(flow);
  }
  const last = flow?.lastElementChild;
  return flow && last ? pageAt(flow, last.getBoundingClientRect().right - 1, style) + 1 : 1;
}

/** Chromium before 108 knows no `break-after: avoid` in columns: a heading and its table become one piece. */
function keepWithHeading(flow: Element): void {
  for (const table of flow.querySelectorAll(".table")) {
    const heading = table.previousElementSibling;
    if (!heading?.matches("h2, h3, h4")) continue;
    const whole = flow.ownerDocument.createElement("div");
    whole.className = "whole";
    heading.before(whole);
    whole.append(heading, table);
  }
}

/** A table too high to stand under its heading on one page is set closer, as the other writers do. */
function tighten(flow: Element): void {
  for (const table of flow.querySelectorAll(".table")) {
    const heading = table.previousElementSibling?.getBoundingClientRect().height ?? 0;
    const height = table.querySelector("table")?.offsetHeight ?? 0;
    if (height + heading > flow.clientHeight * 0.97) table.classList.add("tight");
  }
}

/** The page on which a section begins; undefined for a section without a heading of its own. */
export function pageOfSection(
  frame: HTMLIFrameElement,
  edition: Edition,
  section: string,
  style: Style,
): number | undefined {
  const flow = frame.contentDocument?.querySelector("main");
  const headings = edition.sections.filter((candidate) => candidate.heading !== undefined);
  const index = headings.findIndex((candidate) => candidate.id === section);
  const heading = flow?.querySelectorAll("h2")[index];
  if (flow && heading) return pageAt(flow, heading.getBoundingClientRect().left + 1, style);
  return edition.sections.some((candidate) => candidate.id === section) || index < 0 ? 0 : undefined;
}

/** Brings a page into view. */
export function showPage(frame: HTMLIFrameElement, page: number, style: Style): void {
  const flow = frame.contentDocument?.querySelector("main");
  if (!flow) return;
  flow.style.transform = `translateX(${-page * pitchMm(style)}mm)`;
  const number = frame.contentDocument?.querySelector("footer");
  const { before, after, position } = style.pageNumber;
  if (!number) return;
  number.textContent = `${before}${page + 1}${after}`;
  number.className = position === "centre" ? "centre" : page % 2 === 1 ? "even" : "";
}

function pageAt(flow: Element, x: number, style: Style): number {
  const { left } = flow.getBoundingClientRect();
  const pitch = (pitchMm(style) / 25.4) * 96;
  return Math.max(0, Math.floor((x - left) / pitch));
}

function pitchMm({ page }: Style): number {
  return page.widthMm - page.marginMm.left - page.marginMm.right + columnGapMm;
}

function load(frame: HTMLIFrameElement, body: string, style: Style): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(), { once: true });
    frame.srcdoc = markupOfOurOwn(
      `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>预览</title><style>${css(style)}</style></head><body><aside aria-hidden="true"></aside><main>${body}</main><footer></footer></body></html>`,
    );
  });
}

function css({ page, pageNumber }: Style): string {
  const { top, right, bottom, left } = page.marginMm;
  const width = page.widthMm - left - right;
  const height = page.heightMm - top - bottom;
  return `html{overflow:hidden;background:#fff}
body{position:relative;margin:0;width:${page.widthMm}mm;height:${page.heightMm}mm;overflow:hidden}
main{position:absolute;left:${left}mm;top:${top}mm;width:${width}mm;height:${height}mm;column-width:${width}mm;column-gap:${columnGapMm}mm;column-fill:auto;orphans:1;widows:1}
body::before,body::after{content:"";position:absolute;z-index:1;top:0;bottom:0;background:#fff}
body::before{left:0;width:${left - 1}mm}
body::after{right:0;width:${right - 1}mm}
aside{position:absolute;top:50%;left:50%;transform:translate(-50%,-50%) rotate(-35deg);color:#e3e3e3;white-space:nowrap;font:bold 110pt/1 sans-serif;letter-spacing:.2em}
main{cursor:pointer}a{color:inherit}
footer{position:absolute;z-index:2;right:${right}mm;top:${page.heightMm - bottom + pageNumber.belowTextMm}mm;font:${pageNumber.sizePt}pt serif}
footer.even{left:${left}mm;right:auto}
footer.centre{left:${left}mm;text-align:center}
h1,h2,h3,h4{break-after:avoid}.whole,.table,figure,tr{break-inside:avoid}
.tight th,.tight td{padding-top:.1mm!important;padding-bottom:.1mm!important}`;
}
