import type { Run } from "../../../document/tree.ts";
import { styleIds } from "../styles/style-names.ts";
import { element, setting, type XmlElement } from "../xml/element.ts";
import { figureTag } from "../xml/figure-tag.ts";

/** A run of a paragraph with its marks; a figure stands in a control of its own. */
export function markedRun({ text, strong, emphasis, asHeading, figure }: Run): XmlElement {
  const marks = [...(strong ? ["w:b", "w:bCs"] : []), ...(emphasis ? ["w:i", "w:iCs"] : [])];
  const run = plainRun(
    text,
    marks.map((mark) => element(mark)),
    [],
    asHeading && styleIds.asHeadings[asHeading],
  );
  return figure === undefined ? run : figureControl(figure, run);
}

/**
 * A content control of plain text around a figure, so that what was corrected in Word can be told to be this figure.
 * It bears no title: Word would show it to the clerk.
 */
function figureControl(figure: string, run: XmlElement): XmlElement {
  // CT_SdtPr: tag before the kind of control.
  const properties = element("w:sdtPr", {}, [setting("w:tag", figureTag(figure)), element("w:text")]);
  return element("w:sdt", {}, [properties, element("w:sdtContent", {}, [run])]);
}

/** Quotation marks, dashes, dots and signs that Chinese and Western type share. */
const ambiguous = /[\u00a1-\u2e7f]/;

/**
 * A run of text with its properties, and what stands before the text. Where signs are shared by Chinese and
 * Western type it bears the hint that it is Chinese: without it Word sets “ ” — … · in the Western face, narrow
 * quotation marks in Times New Roman.
 *
 * @param properties after rStyle and rFonts, in the order of the schema (EG_RPrBase): b, bCs, i, iCs, …, w
 */
export function plainRun(
  text: string,
  properties: readonly XmlElement[] = [],
  before: readonly XmlElement[] = [],
  characterStyle?: string,
): XmlElement {
  const all = [
    ...(characterStyle === undefined ? [] : [setting("w:rStyle", characterStyle)]),
    ...(ambiguous.test(text) ? [element("w:rFonts", { "w:hint": "eastAsia" })] : []),
    ...properties,
  ];
  return element("w:r", {}, [
    ...(all.length > 0 ? [element("w:rPr", {}, all)] : []),
    ...before,
    element("w:t", { "xml:space": "preserve" }, [text]),
  ]);
}

/** A figure drawn together or apart to a per cent of its width. */
export function scaledRun(text: string, percent: number): XmlElement {
  return plainRun(text, percent === 100 ? [] : [setting("w:w", percent)]);
}

/** The runs of a line that Word is to end where it ends: what is added after its last character, in twips. */
export function lineRuns({ text, after }: { readonly text: string; readonly after: number }): XmlElement[] {
  if (after === 0) return [plainRun(text)];
  const characters = [...text];
  const last = characters.pop() ?? "";
  const spaced = plainRun(last, [setting("w:spacing", after)]);
  return characters.length === 0 ? [spaced] : [plainRun(characters.join("")), spaced];
}
