import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";

/** In the preface, a government of another place where the text says whose report it is. */
export function otherOffices(
  { folded }: Reading,
  { organisation, ownNames }: Facts,
  { isPreface }: Omit<SlotText, "readings">,
): TextFinding[] {
  const name = organisation.name.replace(/\s/g, "");
  const { office, government } = narrativeWords().places;
  if (!isPreface || name === "") return [];
  return [...folded.text.matchAll(pattern(office, "gu"))].flatMap((match): TextFinding[] => {
    const [excerpt] = match;
    const place = excerpt.replace(pattern(government), "");
    const isOwn = ownNames.some((one) => excerpt.endsWith(one)) || name.includes(place.slice(-2));
    // A place of another level is the one above, whose site carries the report.
    if (isOwn || !name.includes(place.slice(-1))) return [];
    const values = { excerpt, name };
    return [
      {
        code: "narrative.otherOffice",
        severity: "warning",
        ...folded.span(match.index, match.index + excerpt.length),
        headline: wording.textFinding.otherOffice.headline,
        message: fill(wording.textFinding.otherOffice.message, values),
      },
    ];
  });
}

/** The same words twice in one list: 规章、规范性文件、规章. */
export function listedTwice({ line, passage }: Reading): TextFinding[] {
  if (passage.type === "table") return [];
  return [...line.matchAll(/[^，。；：！？,;:（）()]+(?:、[^，。；：！？,;:（）()]+){2,}/gu)].flatMap(
    (match) => {
      const items = match[0].split("、");
      let at = match.index;
      const seen = new Set<string>();
      return items.flatMap((item): TextFinding[] => {
        const from = at;
        at += item.length + 1;
        const isSecond = seen.has(item);
        seen.add(item);
        if (!isSecond || item.length < 3 || /\d/.test(item)) return [];
        return [
          {
            code: "narrative.listedTwice",
            severity: "hint",
            from,
            to: from + item.length,
            headline: wording.textFinding.listTwice.headline,
            message: fill(wording.textFinding.listTwice.message, { excerpt: item }),
          },
        ];
      });
    },
  );
}
