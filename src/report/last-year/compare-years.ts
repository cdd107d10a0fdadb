import { builtinEditions, type Editions } from "../../edition/builtin.ts";
import { type Cell, isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { sum, totalOf } from "../figures/totals.ts";
import { type Lookup, lookupIn } from "../figures/values.ts";
import type { CellValue, Draft } from "../file/draft.ts";
import { priorIn } from "./prior.ts";

/** One cell in both years. Its labels, kind and unit are those of this year's edition. */
export type ComparedCell = {
  readonly cell: Cell;
  /** Blank where the report, or its edition, has no such figure. */
  readonly last: CellValue;
  readonly now: CellValue;
  /** This year's figure less last year's; null where one is no number. */
  readonly change: number | null;
  /** The change in percent of last year's figure, to one decimal; null from 0 and for a signed figure. */
  readonly percent: number | null;
};

/**
 * Every input and total in both years, in printed order. A total is computed in each year by that year's
 * edition, because the rows it adds up may differ; an incomplete one counts as blank.
 */
export function compareYears(
  edition: Edition,
  draft: Draft,
  editions: Editions = builtinEditions,
): ComparedCell[] {
  const prior = priorIn(draft);
  const lastCells = (editions.get(prior?.edition ?? "") ?? edition).cells;
  const lookupNow = lookupIn(draft.tables);
  const lookupLast = lookupIn(prior?.tables);
  return [...edition.cells.values()].map((cell) => {
    const now = figureOf(cell, lookupNow);
    const last = figureOf(lastCells.get(cell.id) ?? cell, lookupLast);
    const change = typeof now === "number" && typeof last === "number" ? sum([now, -last]) : null;
    return { cell, last, now, change, percent: percentOf(change, last, cell) };
  });
}

function figureOf(cell: Cell, lookup: Lookup): CellValue {
  if (isInput(cell)) return lookup(cell.id);
  const total = totalOf(cell, lookup);
  return total.complete ? total.value : null;
}

/** A percentage of nothing, or of a figure that is itself a change, says nothing. */
function percentOf(change: number | null, last: CellValue, cell: Cell): number | null {
  if (change === null || typeof last !== "number" || last <= 0 || cell.kind === "signed") return null;
  return Math.round((change / last) * 1000) / 10;
}
