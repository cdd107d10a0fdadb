import { figureWidthEm, narrowMarginPt } from "../../lines/figure-width.ts";
import type { Style } from "../../style.ts";

/** The size of a cell's text, and the room at its sides. */
export type CellSize = { readonly sizePt: number; readonly horizontalMm: number };

const mmPerPt = 25.4 / 72;

/** The style's, but for a figure that is too wide for its cell: that one alone is set smaller. */
export function sizeOfCell(text: string, cellMm: number, { table }: Style): CellSize {
  const { sizePt, cellPaddingMm } = table;
  const ems = figureWidthEm(text);
  const wide = { sizePt, horizontalMm: cellPaddingMm.horizontal };
  if (ems === undefined || ems * sizePt * mmPerPt <= cellMm - 2 * wide.horizontalMm) return wide;
  const horizontalMm = narrowMarginPt * mmPerPt;
  const fittingPt = (cellMm - 2 * horizontalMm) / mmPerPt / ems;
  // Rounded down to what the attribute is to say.
  return { sizePt: Math.min(sizePt, Math.floor(fittingPt * 10) / 10), horizontalMm };
}
