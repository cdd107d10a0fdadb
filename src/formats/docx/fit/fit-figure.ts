import type { Style } from "../../style.ts";
import { twipsOfMm, twipsOfPt } from "./page.ts";

/** What keeps a figure on one line: a narrower margin in twips, and a per cent of its characters' width. */
export type FigureFit = { readonly margin?: number; readonly scale: number };

/** Digits are half an em wide in Times New Roman, up to this in the faces that stand in for it. */
const digitWidthEm = 0.57;

const narrowMarginPt = 1;

/**
 * Fits a figure into its cell. Word breaks a number that is wider than its cell into two lines, and a reader
 * takes them for two numbers.
 *
 * @param cellWidth in twips
 */
export function fitFigure(text: string, cellWidth: number, style: Style): FigureFit {
  const isFigure = /^[\d.%+-]+$/.test(text);
  const needed = text.length * digitWidthEm * twipsOfPt(style.table.sizePt);
  if (!isFigure || needed <= cellWidth - 2 * twipsOfMm(style.table.cellPaddingMm.horizontal))
    return { scale: 100 };
  const margin = twipsOfPt(narrowMarginPt);
  return { margin, scale: Math.min(100, Math.floor((100 * (cellWidth - 2 * margin)) / needed)) };
}
