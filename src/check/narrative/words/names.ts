import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";

const longestPlace = 3;

/** In the preface, a government of another place where the text says whose report it is. */
export function otherOffices(
  { folded }: Reading,
  { organisation }: Facts,
  { isPreface }: Omit<SlotText, "readings">,
): TextFinding[] {
  const name = organisation.name.replace(/\s/g, "");
  const { office, government, generic } = narrativeWords().places;
  if (!isPreface || name === "") return [];
  return [...folded.text.matchAll(pattern(office, "gu"))].flatMap((match): TextFinding[] => {
    const place = match[0].replace(pattern(government), "");
    // The words before a name run into it; most names of places have three signs with their 县.
    const from = match.index + Math.max(0, place.length - longestPlace);
    const excerpt = folded.text.slice(from, match.index + match[0].length);
    // A place of another level is the one above, whose site carries the report.
    if (pattern(generic).test(place) || name.includes(place.slice(-2)) || !name.includes(place.slice(-1)))
      return [];
    const values = { excerpt, name };
    return [
      {
        code: "narrative.otherOffice",
        severity: "warning",
        ...folded.span(from, from + excerpt.length),
        headline: wording.textFinding.otherOffice.headline,
        message: fill(wording.textFinding.otherOffice.message, values),
      },
    ];
  });
}

/** The same words twice in one list: 规章、规范性文件、规章. */
export function listedTwice({ line, passage }: Reading): TextFinding[] {
  if (passage.type === "table") return [];
  const lists = line.matchAll(/[^，。；：！？,;:（）()]+(?:、[^，。；：！？,;:（）()]+){2,}/gu);
  return [...lists].flatMap((match) => twiceIn(match[0], match.index));
}

function twiceIn(list: string, start: number): TextFinding[] {
  const { listEnd, listLead } = narrativeWords();
  const seen = new Set<string>();
  let next = start;
  return list.split("、").flatMap((item): TextFinding[] => {
    const from = next;
    next += item.length + 1;
    const plain = item.replace(pattern(listEnd), "");
    const words = from === start ? plain.replace(pattern(listLead), "") : plain;
    const isSecond = seen.has(words);
    seen.add(words);
    if (!isSecond || words.length < 3 || /\d/.test(words)) return [];
    return [
      {
        code: "narrative.listedTwice",
        severity: "hint",
        from,
        to: from + words.length,
        headline: wording.textFinding.listTwice.headline,
        message: fill(wording.textFinding.listTwice.message, { excerpt: words }),
      },
    ];
  });
}
