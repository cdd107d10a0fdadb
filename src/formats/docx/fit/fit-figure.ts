import { figureWidthEm, narrowMarginPt } from "../../lines/figure-width.ts";
import type { Style } from "../../style.ts";
import { twipsOfMm, twipsOfPt } from "./page.ts";

/** What keeps a figure on one line: a narrower margin in twips, and a per cent of its characters' width. */
export type FigureFit = { readonly margin?: number; readonly scale: number };

/**
 * Fits a figure into its cell.
 *
 * @param cellWidth in twips
 */
export function fitFigure(text: string, cellWidth: number, style: Style): FigureFit {
  const ems = figureWidthEm(text) ?? 0;
  const needed = ems * twipsOfPt(style.table.sizePt);
  if (needed <= cellWidth - 2 * twipsOfMm(style.table.cellPaddingMm.horizontal)) return { scale: 100 };
  const margin = twipsOfPt(narrowMarginPt);
  return { margin, scale: Math.min(100, Math.floor((100 * (cellWidth - 2 * margin)) / needed)) };
}
