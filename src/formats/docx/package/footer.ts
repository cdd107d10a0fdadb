import { Footer, type IRunOptions, PageNumber, Paragraph, TextRun } from "docx";
import type { Style } from "../../style.ts";
import { needsChineseHint } from "../body/runs.ts";
import { twipsOfPt } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";

/** The page number: outside (odd pages right, even pages left), one character from the edge, or centred. */
export function footersOf(style: Style): { readonly default: Footer; readonly even: Footer } {
  const outside = style.pageNumber.position === "outside";
  return {
    default: footer(style, outside ? "right" : "center"),
    even: footer(style, outside ? "left" : "center"),
  };
}

function footer(style: Style, side: "left" | "center" | "right"): Footer {
  const { before, after, sizePt } = style.pageNumber;
  const indent = side === "center" ? {} : { indent: { [side]: twipsOfPt(sizePt) } };
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        alignment: side,
        ...indent,
        children: [
          new TextRun(textOptions(before)),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(textOptions(after)),
        ],
      }),
    ],
  });
}

function textOptions(text: string): IRunOptions {
  return needsChineseHint(text) ? { text, font: { hint: "eastAsia" } } : { text };
}
