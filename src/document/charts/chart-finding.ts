import wording from "../../../templates/document.json" with { type: "json" };
import type { ChartTemplate } from "../../edition/schema.ts";
import { fill } from "../../edition/wording.ts";
import { sum } from "../../report/figures/totals.ts";
import type { ChartBar } from "../tree.ts";

/** Of fewer cases nobody speaks in tenths. */
const fewestCases = 10;

/** What a chart says, as its title; what it counts where it says nothing in particular. */
export function findingOf(template: ChartTemplate, bars: readonly ChartBar[]): string {
  if (template.categories === "years") return changeOf(bars[0], template.unit) ?? template.title;
  const shared = bars.every(({ share }) => share !== undefined);
  if (template.finding === undefined || !shared) return template.title;
  const sums = new Map<string, number>();
  for (const { name, value } of bars) sums.set(name, (sums.get(name) ?? 0) + (value ?? 0));
  const whole = sum([...sums.values()]);
  const [first, second] = [...sums].sort(([, one], [, other]) => other - one);
  // Where two are equal, neither is the largest.
  if (!first || whole < fewestCases || first[1] === second?.[1]) return template.title;
  return fill(template.finding, { name: first[0], share: shareInWords(first[1] / whole) });
}

/** 新收308件，比上年增加19件 */
function changeOf(bar: ChartBar | undefined, unit: string): string | undefined {
  if (!bar || bar.value === null) return undefined;
  const { name, value, before } = bar;
  if (before === undefined) return fill(wording.chart.total, { name, value, unit });
  const { more, less, same } = wording.chart;
  const sentence = value > before ? more : value < before ? less : same;
  return fill(sentence, { name, value, unit, difference: Math.abs(value - before) });
}

/** 八成 within half a hundredth, 近四成 up to four hundredths under it, 三成多 above. @param share from 0 to 1 */
export function shareInWords(share: number): string {
  const { tenths, nearly, over } = wording.chart;
  const hundredths = share * 100;
  const nearest = Math.round(hundredths / 10);
  const named = (tenth: number): string => tenths[tenth] ?? "";
  if (Math.abs(hundredths - nearest * 10) <= 0.5) return named(nearest);
  const above = Math.ceil(hundredths / 10);
  // Nearly all is not all: 99.6 % are said to be more than nine tenths.
  if (above * 10 - hundredths <= 4 && above < 10) return fill(nearly, { tenths: named(above) });
  return fill(over, { tenths: named(above - 1) });
}
