import { narrativeWords } from "../../../edition/narrative/words.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";

/**
 * Whether the words before a figure speak of another office, or of a part of this one: its figure is in no
 * table. `context` reaches from the beginning of the sentence to the words that name the basis.
 */
export function isOfOthers(context: string, facts: Facts): boolean {
  const { bodies, ownBodies } = narrativeWords();
  let plain = context;
  for (const name of facts.ownNames) plain = plain.replaceAll(name, "");
  plain = plain.replace(pattern(ownBodies, "gu"), "");
  const clauses = plain.split(/[，,；;]/);
  const own = clauses.pop() ?? "";
  return pattern(bodies).test(own) || clauses.some((clause) => pattern(`(?:${bodies})$`).test(clause));
}
