import wording from "../../../../templates/wording.json" with { type: "json" };
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import type { Quantity } from "../read/quantities.ts";
import type { SlotText, TextFinding } from "../text-check.ts";

type InPassage = { readonly passage: number; readonly found: TextFinding };

/** Less text than this may well do without a figure. */
const leastText = 200;

/** A long text without one figure and without the office's name could be anybody's. */
export function fillerText(
  { slot, isPreface, readings }: SlotText,
  { edition, ownNames }: Facts,
): InPassage[] {
  const text = readings.map(({ folded }) => folded.text).join("");
  if (isPreface || text.length < leastText || readings.some(({ quantities }) => quantities.length > 0))
    return [];
  if (ownNames.length === 0 || ownNames.some((name) => text.includes(name))) return [];
  const passage = readings.findIndex(({ line }) => line.trim() !== "");
  const section = edition.sections.find(({ contents }) =>
    contents.some((content) => content.kind === "narrative" && content.slot === slot),
  );
  // Plans and problems are told without figures; what was done is not.
  const isOfParts = section?.contents.some((content) => content.kind === "narrative" && content.parts);
  if (!isOfParts || passage === -1) return [];
  const found: TextFinding = {
    code: "narrative.filler",
    severity: "hint",
    from: 0,
    to: readings[passage]?.line.length ?? 0,
    headline: fill(wording.textFinding.empty.headline, { section: section?.heading ?? "" }),
    message: fill(wording.textFinding.empty.message, { section: section?.heading ?? "" }),
  };
  return [{ passage, found }];
}

/** Words of fewer characters name too many things. */
const leastWords = 6;

/** The same words with 308 here and 3008 there. */
export function lostDigits({ readings }: SlotText): InPassage[] {
  const seen = new Map<string, Quantity>();
  return readings.flatMap(({ quantities, folded }, passage) =>
    quantities.flatMap((quantity): InPassage[] => {
      const words = quantity.before.replace(/^[、\d]+/, "");
      if (words.length < leastWords || quantity.kind !== "count") return [];
      const key = `${words.slice(-12)} ${quantity.unit}`;
      const first = seen.get(key);
      seen.set(key, first ?? quantity);
      if (!first || !isDigitLost(first.value, quantity.value)) return [];
      const values = {
        first: `${words}${first.value}${first.unit}`,
        second: `${words}${quantity.value}${quantity.unit}`,
      };
      const found: TextFinding = {
        code: "narrative.lostDigit",
        severity: "hint",
        ...folded.span(quantity.from, quantity.end),
        headline: wording.textFinding.lostDigit.headline,
        message: fill(wording.textFinding.lostDigit.message, values),
      };
      return [{ passage, found }];
    }),
  );
}

/** One is the other with one digit left out, and large enough that this is no chance. */
function isDigitLost(a: number, b: number): boolean {
  const [short = "", long = ""] = [String(a), String(b)].sort((x, y) => x.length - y.length);
  if (long.length !== short.length + 1 || short.length < 2) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}
