import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { isCalendarDate } from "../../../report/dates.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

/** A leap year, for a day without a year. */
const anyYear = 2024;

/** Days that the calendar does not have: 2020年11月31日, 6月15日至31日, 202020年12月31日. */
export function dates({ folded }: Reading): TextFinding[] {
  const { until } = narrativeWords().years;
  const date = String.raw`(?<!\d)(?:(\d{4,})年)?(?<![\d.])(\d{1,2})月(\d{1,2})日?(?:${until}(\d{1,2}))?日`;
  return [...folded.text.matchAll(pattern(date, "gu"))].flatMap((match): TextFinding[] => {
    const [excerpt, year = anyYear, month, day, last = day] = match;
    if ([day, last].every((one) => isCalendarDate(`${year}-${month}-${one}`))) return [];
    return [
      {
        code: "narrative.date",
        severity: "warning",
        ...folded.span(match.index, match.index + excerpt.length),
        headline: wording.textFinding.date.headline,
        message: fill(wording.textFinding.date.message, { excerpt }),
      },
    ];
  });
}
