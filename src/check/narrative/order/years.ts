import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";

type Slot = Omit<SlotText, "readings">;

/** The years a text speaks of, against the year of the report. */
export function years(reading: Reading, { year }: Facts, slot: Slot): TextFinding[] {
  if (reading.passage.type === "table") return [];
  const found = [
    ...periods(reading, year),
    ...titles(reading, year, slot),
    ...(slot.isPreface ? [] : openings(reading, year)),
  ];
  return found.map(({ from, to, ...rest }) => ({ ...rest, ...reading.folded.span(from, to) }));
}

/** 统计期限为2019年1月1日至12月31日: the whole year of the report and no other time. */
function periods({ folded }: Reading, year: number): TextFinding[] {
  const words = narrativeWords().years;
  const date = String.raw`(\d{1,2})月(\d{1,2})日`;
  const period = pattern(String.raw`(\d{4})年${date}${words.until}(?:(\d{4})年)?${date}`, "gu");
  return [...folded.text.matchAll(period)].flatMap((match) => {
    const sentence = sentenceAround(folded.text, match.index);
    const [, from, month, day, to = from, lastMonth, lastDay] = match;
    // A time that ends before it begins is wrong wherever it stands.
    if (!pattern(words.period).test(sentence) && Number(to) >= Number(from)) return [];
    const isRight =
      Number(from) === year &&
      Number(to) === year &&
      `${month}-${day} ${lastMonth}-${lastDay}` === "1-1 12-31";
    if (isRight) return [];
    const right = [year, 1, 1, ...(match[4] === undefined ? [] : [year]), 12, 31];
    let part = 0;
    const instead = match[0].replace(/\d+/g, () => String(right[part++]));
    return [findingOf("period", match.index, match[0], { year }, instead)];
  });
}

/** Of which year the report and the notice are said to be: in the preface, and in 现将…报告如下 anywhere. */
function titles({ folded }: Reading, year: number, { isPreface }: Slot): TextFinding[] {
  const { title: report, notice, ownTitle, told } = narrativeWords().years;
  return [...folded.text.matchAll(pattern(report, "gu"))].flatMap((match) => {
    const written = Number(match[1]);
    const before = folded.text.slice(0, match.index);
    if (written === year || !(isPreface || pattern(told).test(before))) return [];
    const title = /《[^《》]*$/.exec(before)?.[0];
    const isOwn = title !== undefined && pattern(ownTitle).test(before.slice(0, -title.length));
    if (title === undefined || isOwn)
      return [
        findingOf(
          "titleYear",
          match.index,
          match[0],
          { written, year },
          match[0].replace(/\d{4}/, String(year)),
        ),
      ];
    const rest = /^[^《》]*/.exec(folded.text.slice(match.index))?.[0] ?? "";
    if (written !== year - 1 || !pattern(notice).test(rest)) return [];
    return [findingOf("noticeYear", match.index, match[0], { written, year })];
  });
}

/**
 * Sentences that open with another year and report on it. What looks back (整改, 较), or forward (将), may speak
 * of other years; so may a sentence without a figure that is not the first of its paragraph.
 */
function openings({ folded, quantities, passage }: Reading, year: number): TextFinding[] {
  const { years: words, nothing } = narrativeWords();
  const { opening, lookingBack, future, reporting } = words;
  return sentencesOf(folded.text).flatMap(({ from, text }) => {
    const match = pattern(opening).exec(text);
    const written = Number(match?.[2]);
    if (!match || written === year || written < year - 3 || written > year + 1) return [];
    const saysNothing = pattern(nothing).test(text);
    const hasFigure = quantities.some(
      (one) => one.kind === "count" && one.from > from && one.from < from + text.length,
    );
    const opens = from === 0 && passage.type === "paragraph" && written === year - 1;
    if (!((hasFigure || saysNothing) && pattern(reporting).test(text)) && !opens) return [];
    // Both years side by side are a comparison.
    const isCompared = sentenceAround(folded.text, from).includes(`${year}年`);
    if (isCompared || pattern(written > year ? future : lookingBack).test(text)) return [];
    const excerpt = match[1] ?? match[0];
    const at = from + match[0].length - excerpt.length;
    return [findingOf("otherYear", at, excerpt, { written, year }, excerpt.replace(/\d{4}/, String(year)))];
  });
}

function sentencesOf(text: string): { from: number; text: string }[] {
  return [...text.matchAll(/[^。；;！\u2028]+/g)].map((match) => ({ from: match.index, text: match[0] }));
}

function sentenceAround(text: string, at: number): string {
  const from = text.lastIndexOf("。", at) + 1;
  const to = text.indexOf("。", at);
  return text.slice(from, to === -1 ? text.length : to);
}

function findingOf(
  kind: "period" | "titleYear" | "noticeYear" | "otherYear",
  from: number,
  excerpt: string,
  values: Record<string, number>,
  instead?: string,
): TextFinding {
  return {
    code: `narrative.${kind}`,
    severity: "warning",
    from,
    to: from + excerpt.length,
    headline: fill(wording.textFinding[kind].headline, { ...values, excerpt }),
    message: fill(wording.textFinding[kind].message, { ...values, excerpt }),
    ...(instead === undefined ? {} : { instead }),
  };
}
