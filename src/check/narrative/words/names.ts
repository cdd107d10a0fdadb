import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";

const longestPlace = 3;

/**
 * A government of another place that reports: in the preface where the text says whose report it is, elsewhere as what a
 * sentence opens with.
 */
export function otherOffices(
  { folded }: Reading,
  facts: Facts,
  { isPreface }: Omit<SlotText, "readings">,
): TextFinding[] {
  const name = facts.organisation.name.replace(/\s/g, "");
  if (name === "") return [];
  return (isPreface ? reportingIn(folded.text) : openingIn(folded.text)).flatMap((match): TextFinding[] => {
    const { government, generic } = narrativeWords().places;
    const place = match.words.replace(pattern(government), "");
    // The words before a name run into it; most names of places have three signs with their 县.
    const from = match.from + Math.max(0, place.length - longestPlace);
    const excerpt = folded.text.slice(from, match.from + match.words.length);
    // A place of another level is the one above, whose site carries the report.
    if (pattern(generic).test(place) || !name.includes(place.slice(-1))) return [];
    if (isPreface ? name.includes(place.slice(-2)) : isOwnPlace(match.words, place, facts)) return [];
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

type Named = { readonly words: string; readonly from: number };

function reportingIn(text: string): Named[] {
  const { office } = narrativeWords().places;
  return [...text.matchAll(pattern(office, "gu"))].map((match) => ({ words: match[0], from: match.index }));
}

function openingIn(text: string): Named[] {
  const match = pattern(narrativeWords().places.opening).exec(text);
  const words = match?.[1];
  return match && words !== undefined ? [{ words, from: match[0].length - words.length }] : [];
}

/** 德州市陵城区 of 陵城区人民政府, 青禾县 of a bureau of it; words before the name may have run into it. */
function isOwnPlace(words: string, place: string, { organisation, ownNames }: Facts): boolean {
  const { nameParts } = narrativeWords();
  const [last = 0] = [...place.slice(0, -1).matchAll(pattern(nameParts, "gu"))]
    .map(({ index }) => index + 1)
    .slice(-1);
  const own = ownNames.filter((name) => name.length > words.length - place.length + 1);
  return (
    own.some((name) => words.endsWith(name)) ||
    [place.slice(last), place.slice(-longestPlace)].some((one) => organisation.name.includes(one))
  );
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
