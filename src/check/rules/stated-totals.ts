import wording from "../../../templates/wording.json" with { type: "json" };
import { isInput } from "../../edition/cells.ts";
import { placeOfCell } from "../../edition/place-of-cell.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import { sum, totalOf } from "../../report/figures/totals.ts";
import type { Assertion } from "../assertion.ts";

/**
 * Totals are computed and never stored; but a draft that comes from a published report may state them at
 * the total's own cell. A stated total is never used, only compared: it tells that a figure was misread or
 * that the published table did not add up.
 */
export function statedTotalChecks(edition: Edition): Assertion[] {
  return [...edition.cells.values()].flatMap((cell) => {
    if (isInput(cell)) return [];
    const { addends } = cell;
    return {
      inputs: [cell.id, ...addends],
      stage: "typing" as const,
      evaluate: ({ current }) => {
        const stated = current(cell.id);
        const computed = totalOf(cell, current);
        if (typeof stated !== "number" || !computed.complete || computed.value === null) return undefined;
        const difference = sum([Math.abs(stated - computed.value)]);
        if (difference === 0) return undefined;
        const values = { place: placeOfCell(cell), stated, computed: computed.value, difference };
        return {
          code: "total.stated",
          severity: "error" as const,
          headline: fill(wording.finding.statedTotal.headline, values),
          message: fill(wording.finding.statedTotal.message, values),
          at: { cells: [cell.id, ...addends] },
          expected: computed.value,
          actual: stated,
        };
      },
    };
  });
}
