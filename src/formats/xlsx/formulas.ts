/** A place of a sheet; both count from 0. */
export type Place = { readonly x: number; readonly y: number };

/** `C5`, as formulas name a cell. */
export function addressOf({ x, y }: Place): string {
  return `${columnName(x)}${y + 1}`;
}

function columnName(x: number): string {
  const letter = String.fromCharCode(65 + (x % 26));
  return x < 26 ? letter : columnName(Math.floor(x / 26) - 1) + letter;
}

/**
 * The formula of a total. Blank while nothing is filled in, as in the report, because blank is not 0; SUM and
 * COUNT leave out text.
 */
export function totalFormula(addends: readonly Place[]): string {
  const ranges = rangesOf(addends);
  return `IF(COUNT(${ranges})=0,"",SUM(${ranges}))`;
}

/** The difference between both sides of a balance; blank until all its figures are known. Rounded, as 0.1 + 0.2 is not 0.3. */
export function differenceFormula(left: readonly Place[], right: readonly Place[]): string {
  const all = [...left, ...right];
  return `IF(COUNT(${rangesOf(all)})<${all.length},"",ROUND(SUM(${rangesOf(left)})-SUM(${rangesOf(right)}),6))`;
}

/**
 * Cells as few rectangles, `D6:I26,D28`: first runs along the rows, then equal runs under each other. Excel
 * takes at most 255 arguments, and a clerk should be able to read the formula.
 */
export function rangesOf(places: readonly Place[]): string {
  const rectangles: { x: number; width: number; y: number; height: number }[] = [];
  for (const run of runsOf(places)) {
    const above = rectangles.find(
      (other) => other.x === run.x && other.width === run.width && other.y + other.height === run.y,
    );
    if (above) above.height += 1;
    else rectangles.push({ ...run, height: 1 });
  }
  return rectangles
    .map(({ x, y, width, height }) => {
      const from = addressOf({ x, y });
      const to = addressOf({ x: x + width - 1, y: y + height - 1 });
      return from === to ? from : `${from}:${to}`;
    })
    .join(",");
}

function runsOf(places: readonly Place[]): { x: number; y: number; width: number }[] {
  const sorted = [...places].sort((a, b) => a.y - b.y || a.x - b.x);
  const runs: { x: number; y: number; width: number }[] = [];
  for (const { x, y } of sorted) {
    const last = runs.at(-1);
    if (last && last.y === y && last.x + last.width === x) last.width += 1;
    else runs.push({ x, y, width: 1 });
  }
  return runs;
}
