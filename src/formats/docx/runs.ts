import { type IRunOptions, TextRun } from "docx";
import type { Run } from "../../document/tree.ts";

export function textRun({ text, strong, emphasis }: Run): TextRun {
  return new TextRun({
    ...textOptions(text),
    ...(strong ? { bold: true } : {}),
    ...(emphasis ? { italics: true } : {}),
  });
}

/** Quotation marks, dashes, dots and signs that Chinese and Western type share. */
const ambiguous = /[\u00a1-\u2e7f]/;

/**
 * Without the hint Word sets “ ” — … · in the Western face: narrow quotation marks in Times New Roman.
 */
export function textOptions(text: string): IRunOptions {
  return ambiguous.test(text) ? { text, font: { hint: "eastAsia" } } : { text };
}
