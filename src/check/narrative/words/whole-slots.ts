import wording from "../../../../templates/wording.json" with { type: "json" };
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import type { Quantity } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";

type InPassage = { readonly passage: number; readonly found: TextFinding };

/** Less text than this may well do without a figure. */
const leastText = 200;

/** A long text without one figure and without the office's name could be anybody's. */
export function fillerText(
  { slot, isPreface, readings }: SlotText,
  { edition, ownNames }: Facts,
): InPassage[] {
  if (isPreface || readings.some(({ quantities }) => quantities.length > 0)) return [];
  const text = readings.map(({ folded }) => folded.text).join("");
  if (text.length < leastText) return [];
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
    stage: "finished",
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
  const seen = new Map<string, Named>();
  const found: InPassage[] = [];
  for (const [passage, reading] of readings.entries())
    for (const named of namedIn(reading)) {
      const first = seen.get(named.key);
      if (!first) seen.set(named.key, named);
      else if (isDigitLost(first.quantity.value, named.quantity.value))
        found.push({ passage, found: lostDigit(first, named, reading) });
    }
  return found;
}

function lostDigit(first: Named, second: Named, { folded }: Reading): TextFinding {
  const { quantity } = second;
  return {
    code: "narrative.lostDigit",
    severity: "hint",
    ...folded.span(quantity.from, quantity.end),
    headline: wording.textFinding.lostDigit.headline,
    message: fill(wording.textFinding.lostDigit.message, { first: saying(first), second: saying(second) }),
  };
}

/** A count with the words that name it, and those words in short. */
type Named = { readonly key: string; readonly words: string; readonly quantity: Quantity };
const known = new WeakMap<Reading, readonly Named[]>();

function namedIn(reading: Reading): readonly Named[] {
  const before = known.get(reading);
  if (before) return before;
  const named = reading.quantities.flatMap((quantity): Named[] => {
    const words = quantity.before.replace(/^[、\d]+/, "");
    if (words.length < leastWords || quantity.kind !== "count") return [];
    return [{ key: `${words.slice(-12)} ${quantity.unit}`, words, quantity }];
  });
  known.set(reading, named);
  return named;
}

function saying({ words, quantity: { value, unit } }: Named): string {
  return `${words}${value}${unit}`;
}

/** One is the other with one digit left out, and large enough that this is no chance. */
function isDigitLost(a: number, b: number): boolean {
  if (a === b) return false;
  const [short = "", long = ""] = [String(a), String(b)].sort((x, y) => x.length - y.length);
  if (long.length !== short.length + 1 || short.length < 2) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}
