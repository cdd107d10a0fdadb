import type { FoundDocument } from "../../../src/document/found.ts";
import { textAt } from "../../../src/document/origin.ts";
import type { Recognition } from "../../../src/document/recognise/recognition.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { cellsIn } from "../../fixtures/reports.ts";

/**
 * What became of the cells of a report: read right, named by a note, or wrong without a word. Of those named,
 * `unfilled` is how many stayed blank though something stands there: left to be typed by hand.
 */
export type Count = { right: number; noted: number; unfilled: number; silent: string[] };

export function countCells(truth: Draft, read: Recognition | undefined): Count {
  const noted = new Set((read?.notes ?? []).flatMap((note) => note.cells));
  const lookup = lookupIn(read?.draft.tables);
  const count: Count = { right: 0, noted: 0, unfilled: 0, silent: [] };
  for (const [id, value] of cellsIn(truth)) {
    if (noted.has(id)) {
      count.noted += 1;
      if (value !== null && (lookup(id) ?? null) === null) count.unfilled += 1;
    } else if (lookup(id) === value) count.right += 1;
    else count.silent.push(`${id}: ${lookup(id)} for ${value}`);
  }
  return count;
}

/**
 * The cells whose text does not stand where they say it was taken from: neither in each of the places, nor put
 * together of what stands in them.
 */
export function takenFromElsewhere(found: FoundDocument, read: Recognition | undefined): string[] {
  return [...(read?.read ?? [])].flatMap(([id, { text, origins }]) => {
    const bare = (given: string): string => given.normalize("NFKC").replace(/\s/g, "");
    const there = origins.map((origin) => bare(textAt(found, origin)));
    const stands =
      there.length > 0 && (there.every((own) => own.includes(bare(text))) || there.join("") === bare(text));
    return stands ? [] : [`${id}: ${text} taken from ${there.join(" and ")}`];
  });
}
