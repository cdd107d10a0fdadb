import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { valueOfWords } from "../read/numerals.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

/** 分为7个部分 with six listed. A list may be cut at several marks; the number is right if any cut gives it. */
export function partCounts({ folded, passage }: Reading): TextFinding[] {
  if (passage.type === "table" || !pattern(narrativeWords().order.parts).test(folded.text)) return [];
  return listsIn(folded.text).flatMap(({ number, list, isOpen, from, to }) => {
    const written = /\d/.test(number) ? Number(number) : valueOfWords(number);
    const counts = countsOf(list);
    const most = Math.max(...counts);
    if (written === undefined || written < 3 || most < 3 || counts.includes(written)) return [];
    // 等六部分 may leave out several on purpose.
    if (isOpen && most < written - 2) return [];
    const least =
      counts.filter((count) => count >= 3).sort((a, b) => Math.abs(a - written) - Math.abs(b - written))[0] ??
      most;
    const excerpt = folded.text.slice(from, to);
    const values = {
      written,
      count: least,
      excerpt: excerpt.length > 40 ? `${excerpt.slice(0, 40)}…` : excerpt,
    };
    return [
      {
        code: "narrative.parts",
        severity: "warning" as const,
        ...folded.span(from, to),
        headline: fill(wording.textFinding.parts.headline, values),
        message: fill(wording.textFinding.parts.message, values),
        expected: least,
        actual: written,
      },
    ];
  });
}

type List = {
  readonly number: string;
  readonly list: string;
  readonly isOpen: boolean;
  readonly from: number;
  readonly to: number;
};

/** Lists before the number (由…等六部分组成) and after it (由六个部分组成：…). */
function listsIn(text: string): List[] {
  const { parts, partsBefore, partsBetween, partsAfter } = narrativeWords().order;
  const number = "([一二两三四五六七八九十]{1,2}|\\d{1,2})";
  const before = pattern(`${partsBefore}([^。；;]{8,300}?)${partsBetween}${number}${parts}`, "gu");
  const after = pattern(`${number}${parts}${partsAfter}([^。；;]{8,300})(?=[。；;]|$)`, "gu");
  const lists = [
    ...[...text.matchAll(after)].map((match) => ({ match, number: match[1] ?? "", list: match[2] ?? "" })),
    ...[...text.matchAll(before)].map((match) => ({ match, number: match[2] ?? "", list: match[1] ?? "" })),
  ];
  const { order, listEnd } = narrativeWords();
  const { partsOpen, partsLast } = order;
  return lists
    .filter(({ list }) => /、|，.*，/.test(list))
    .slice(0, 1)
    .map(({ match, number, list }) => ({
      number,
      list,
      isOpen:
        pattern(partsOpen).test(match[0]) && !pattern(partsLast).test(list.replace(pattern(listEnd), "")),
      from: match.index,
      to: match.index + match[0].length,
    }));
}

/** How many items a list may be said to have. */
function countsOf(list: string): number[] {
  const { partsJoined, partsAnd, partsBetween } = narrativeWords().order;
  const plain = list
    .replace(/[（(][^（）()]*[）)]/g, "")
    .replace(pattern(partsJoined, "gu"), "")
    .replace(pattern(`(?:${partsBetween})$`, "u"), "");
  return [/、/, /[，,]/, /[、，,]/].flatMap((mark) => {
    const items = plain.split(mark).filter((item) => item.trim() !== "");
    const joined = (items.at(-1)?.match(pattern(partsAnd, "gu")) ?? []).length;
    return Array.from({ length: Math.min(joined, 2) + 1 }, (_, more) => items.length + more);
  });
}
