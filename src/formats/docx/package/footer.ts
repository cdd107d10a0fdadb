import { Footer } from "docx";
import type { Style } from "../../style.ts";
import { fieldEnd, fieldStart } from "../body/fields.ts";
import { plainRun } from "../body/runs.ts";
import { twipsOfPt } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { asParagraph, element, paragraphOf, setting } from "../xml/element.ts";

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
  const indent = side === "center" ? [] : [element("w:ind", { [`w:${side}`]: twipsOfPt(sizePt) })];
  const number = [...fieldStart(" PAGE "), plainRun("1"), fieldEnd()];
  const paragraph = paragraphOf(
    styleIds.footer,
    [plainRun(before), ...number, plainRun(after)],
    [...indent, setting("w:jc", side)],
  );
  return new Footer({ children: [asParagraph(paragraph)] });
}
