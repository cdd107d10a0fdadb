import { type Editions, editionForYear } from "../../edition/builtin.ts";
import { createDraft } from "../file/create.ts";
import type { Draft } from "../file/draft.ts";
import { type CarryOver, carryOver, withCarryOver } from "./carry-over.ts";
import { priorFrom, withPrior } from "./prior.ts";

/** A new report that follows another, and what it took from it. */
export type NextYear = { readonly draft: Draft; readonly carried: CarryOver };

/**
 * Begins the report of the year after `last`, in the edition that year asks for, with last year's report
 * beside it. `source` is the name of the file it came from. Undefined where no edition is known.
 */
export function nextYearsDraft(last: Draft, source: string, editions: Editions): NextYear | undefined {
  const year = last.year + 1;
  const edition = editionForYear(editions, year) ?? editions.get(last.edition);
  if (!edition) return undefined;
  const prior = priorFrom(last, source);
  const empty = withPrior(createDraft(edition, year, last.organisation), prior);
  const carried = carryOver(edition, empty, prior, editions);
  return { draft: withCarryOver(empty, carried), carried };
}
