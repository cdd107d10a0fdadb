import type { Run } from "../../../document/tree.ts";
import { setting, type Written, written } from "../xml/written-block.ts";

/** A run of a paragraph with its marks. */
export function markedRun({ text, strong, emphasis }: Run): Written {
  const marks = [...(strong ? ["w:b", "w:bCs"] : []), ...(emphasis ? ["w:i", "w:iCs"] : [])];
  return plainRun(
    text,
    marks.map((mark) => written(mark)),
  );
}

/** Quotation marks, dashes, dots and signs that Chinese and Western type share. */
const ambiguous = /[\u00a1-\u2e7f]/;

/**
 * Whether a run needs the hint that it is Chinese: without it Word sets “ ” — … · in the Western face, narrow
 * quotation marks in Times New Roman.
 */
export function needsChineseHint(text: string): boolean {
  return ambiguous.test(text);
}

/** A run of text with its properties, in the order of the schema, and what stands before the text. */
export function plainRun(
  text: string,
  properties: readonly Written[] = [],
  before: readonly Written[] = [],
): Written {
  const hint = needsChineseHint(text) ? [written("w:rFonts", { "w:hint": "eastAsia" })] : [];
  const all = [...hint, ...properties];
  return written("w:r", {}, [
    ...(all.length > 0 ? [written("w:rPr", {}, all)] : []),
    ...before,
    written("w:t", { "xml:space": "preserve" }, [text]),
  ]);
}

/** A figure drawn together or apart to a per cent of its width. */
export function scaledRun(text: string, percent: number): Written {
  return plainRun(text, percent === 100 ? [] : [setting("w:w", percent)]);
}
