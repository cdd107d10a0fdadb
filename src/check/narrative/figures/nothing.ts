import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativePhrases } from "../../../edition/narrative/phrases.ts";
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { type Accepted, acceptedValues, type Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";
import { periodOf } from "./period.ts";
import { isOfOthers } from "./subject.ts";

/** 未收到申请, 未发生行政复议: right only where the tables have none. */
export function statementsOfNothing(reading: Reading, facts: Facts): TextFinding[] {
  const { folded, passage } = reading;
  if (passage.type === "heading" || passage.type === "table") return [];
  return claimsOf(reading).flatMap(({ basis, from, words }) => {
    const start = sentenceStart(folded.text, from);
    const context = folded.text.slice(start, from);
    if (isOfOthers(context, facts) || periodOf({ context, words }, facts.year) !== "current") return [];
    const accepted = acceptedValues(basis, facts.figures.current, facts);
    const first = accepted?.[0];
    if (!first || accepted.some((one) => one.value === 0 && !isPartOf(one, first))) return [];
    const values = { written: words, expected: first.value, name: first.fit.name };
    return [
      {
        code: "narrative.figure.nothing",
        severity: "warning",
        about: basis,
        ...folded.span(from, from + words.length),
        headline: fill(wording.textFinding.figure_nothing.headline, values),
        message: fill(wording.textFinding.figure_nothing.message, values),
        compared: [...first.fit.cells],
        expected: first.value,
        actual: 0,
      },
    ];
  });
}

/** That none came after 复议 does not say that there was no 行政诉讼. */
function isPartOf({ fit }: Accepted, whole: Accepted): boolean {
  return fit.cells.length < whole.fit.cells.length && fit.cells.every((id) => whole.fit.cells.includes(id));
}

type Claim = { readonly basis: string; readonly from: number; readonly words: string };

const claimed = new WeakMap<Reading, readonly Claim[]>();

function claimsOf(reading: Reading): readonly Claim[] {
  const known = claimed.get(reading);
  if (known) return known;
  const claims = claimsIn(reading.folded.text);
  claimed.set(reading, claims);
  return claims;
}

function claimsIn(text: string): readonly Claim[] {
  const { nothing, nothingVerb, nothingUnless, nothingEnd } = narrativeWords();
  const places = [...text.matchAll(pattern(nothing, "gu"))].map(({ index }) => index);
  if (places.length === 0) return [];
  return narrativePhrases().phrases.flatMap(({ id, none }) => {
    if (!none) return [];
    const claim = pattern(`(?:${nothing})${nothingVerb}(?:${none.join("|")})${nothingEnd}`, "uy");
    let end = 0;
    return places.flatMap((from) => {
      claim.lastIndex = from;
      const words = from < end ? undefined : claim.exec(text)?.[0];
      if (words === undefined) return [];
      end = from + words.length;
      return pattern(nothingUnless).test(words) ? [] : [{ basis: id, from, words }];
    });
  });
}

function sentenceStart(text: string, at: number): number {
  return Math.max(...["。", "；", ";", "！", "？"].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
}
