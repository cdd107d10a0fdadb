/** Digits are half an em wide in Times New Roman, up to this in the faces that stand in for it. */
const digitWidthEm = 0.57;

/**
 * The room in ems that a figure needs; undefined for what is none. In a cell that is narrower it would be broken into
 * two lines, and a reader takes them for two numbers.
 */
export function figureWidthEm(text: string): number | undefined {
  return /^[\d.%+-]+$/.test(text) ? text.length * digitWidthEm : undefined;
}

/** What stays free at the sides of a figure that needs the room of the padding too. */
export const narrowMarginPt = 1;
