import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { sum } from "../../../report/figures/totals.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

const number = String.raw`\d+(?:\.\d+)?`;
const unit = String.raw`[^\d+*×=\-(（)），。；、,;\s]{0,6}`;
const signs = "[+*×xX]";
const label = String.raw`[^\d+*×=（）()，。；、,;\s]{0,12}`;
const terms = `${number}${unit}(?:${signs}${label}${number}${unit})+`;

/** 60+136+19=215 and 360小时（180件*2小时）: a formula that is written out must give what stands beside it. */
export function formulas({ folded, passage }: Reading): TextFinding[] {
  if (passage.type === "table" || !/[+*×xX=]/.test(folded.text)) return [];
  const equations = [
    ...folded.text.matchAll(new RegExp(`(?<![\\d.%A-Za-z])(${terms})=(${number})`, "g")),
  ].map((match) => ({
    formula: match[1] ?? "",
    written: match[2] ?? "",
    from: match.index + match[0].length - (match[2] ?? "").length,
  }));
  const brackets = [...folded.text.matchAll(new RegExp(`(${number})(${unit})[（(](${terms})[）)]`, "g"))].map(
    (match) => ({ formula: match[3] ?? "", written: match[1] ?? "", from: match.index }),
  );
  return [...equations, ...brackets].flatMap(({ formula, written, from }) => {
    const expected = resultOf(formula);
    if (expected === undefined || expected === Number(written)) return [];
    const values = { formula, written, expected };
    return [
      {
        code: "narrative.product",
        severity: "warning" as const,
        ...folded.span(from, from + written.length),
        headline: fill(wording.textFinding.product.headline, values),
        message: fill(wording.textFinding.product.message, values),
        expected,
        actual: Number(written),
        instead: String(expected),
      },
    ];
  });
}

/** The value of a sum or of a product; undefined where both signs stand in it. */
function resultOf(formula: string): number | undefined {
  const numbers = (formula.match(new RegExp(number, "g")) ?? []).map(Number);
  const isSum = formula.includes("+");
  const isProduct = /[*×xX]/.test(formula);
  if (isSum === isProduct) return undefined;
  return isSum ? sum(numbers) : sum([numbers.reduce((product, one) => product * one, 1)]);
}

/** 共主动公开条: the number between is gone. */
export function missingNumbers({ line, passage }: Reading): TextFinding[] {
  if (passage.type === "table" || passage.type === "heading") return [];
  return [...line.matchAll(pattern(narrativeWords().numberMissing, "gu"))].map((match) => ({
    code: "narrative.numberMissing",
    severity: "warning",
    from: match.index,
    to: match.index + match[0].length,
    headline: wording.textFinding.numberMissing.headline,
    message: fill(wording.textFinding.numberMissing.message, { excerpt: match[0] }),
  }));
}
