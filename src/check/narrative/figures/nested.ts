import { sum } from "../../../report/figures/totals.ts";
import type { Quantity } from "../read/quantities.ts";

/**
 * The parts of a list without those that divide a part again: 复议7件，维持6件，未审结1件；诉讼4件，维持2件，未审结2件 has
 * two. A part is divided where figures right behind it, up to the semicolon, are together what it is.
 */
export function outermost(text: string, parts: readonly Quantity[]): readonly Quantity[] {
  const clauses: Quantity[][] = [];
  for (const part of parts) {
    const last = clauses.at(-1)?.at(-1);
    if (last && !/[；;]/.test(text.slice(last.end, part.from))) clauses.at(-1)?.push(part);
    else clauses.push([part]);
  }
  if (clauses.length === 1) return parts;
  return clauses.flatMap((clause) => {
    const [whole, ...divided] = clause;
    return whole && sum(divided.map(({ value }) => value)) === whole.value ? [whole] : clause;
  });
}
