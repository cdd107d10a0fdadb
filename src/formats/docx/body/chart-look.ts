import type { Style } from "../../style.ts";

/** Told apart by those who do not see red or green, and in grey; dark first. */
const ownColours = ["1F4E79", "C55A11", "548235", "7F6000", "5B2C83", "4D4D4D"] as const;

export function chartColours(style: Style): readonly string[] {
  return style.chartColours ?? ownColours;
}

/** Patterns of DrawingML (ST_PresetPatternVal), unlike each other in print; the first series is plain. */
const patterns = [undefined, "dkUpDiag", "pct40", "dkHorz", "smGrid", "dkDnDiag"] as const;

export function patternOf(index: number): string | undefined {
  return patterns[index % patterns.length];
}
