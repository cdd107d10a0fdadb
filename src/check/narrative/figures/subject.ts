import { narrativeWords } from "../../../edition/narrative/words.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";

/**
 * Whether the words before a figure speak of another office, or of a part of this one: its figure is in no
 * table. `context` reaches from the beginning of the sentence to the words that name the basis.
 */
export function isOfOthers(context: string, facts: Facts): boolean {
  const { applicants, bodies, ownBodies } = narrativeWords();
  let plain = context.replace(pattern(applicants, "gu"), "");
  for (const name of facts.ownNames) plain = withoutName(plain, name);
  plain = plain.replace(pattern(ownBodies, "gu"), "");
  const clauses = plain.split(/[，,；;]/);
  const own = clauses.pop() ?? "";
  if (pattern(bodies).test(own)) return true;
  return !isOwn(context, facts) && clauses.some((clause) => pattern(`(?:${bodies})$`).test(clause));
}

/**
 * The government's own office (区政府办) is a part of it, and not the government; neither is the office of that name
 * one level above (市交通运输局).
 */
function withoutName(text: string, name: string): string {
  const { officeOf, nameParts } = narrativeWords();
  const place = pattern(`(?:${nameParts})$`);
  return text
    .split(name)
    .reduce((joined, rest) =>
      pattern(officeOf).test(rest) || place.test(joined) ? `${joined}${name}${rest}` : `${joined}${rest}`,
    );
}

/** Whether the last of the words name the office itself: 全县, 我局. */
export function isOwn(context: string, { ownNames }: Facts): boolean {
  const clause = /[^，,；;]*$/.exec(context)?.[0] ?? "";
  return (
    pattern(narrativeWords().ownBodies).test(clause) ||
    ownNames.some((name) => withoutName(clause, name) !== clause)
  );
}
