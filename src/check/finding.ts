import type { Edition } from "../edition/read.ts";
import type { Severity } from "../edition/schema.ts";
import { sectionOfSlot, sectionOfTable } from "./places.ts";

/** A field of the cover; `prior` is last year's report that is kept beside the draft. */
export type CoverField =
  | "name"
  | "kind"
  | "level"
  | "year"
  | "edition"
  | "signature"
  | "date"
  | "contacts"
  | "prior";

/**
 * Where a finding stands, and where the clerk is led: the cells that take part (`table.row.column`, the first
 * one leads), a stretch of a text (characters of its plain text, `to` not included), a field of the cover, or
 * a section that lacks something.
 */
export type Place =
  | { readonly cells: readonly string[] }
  | { readonly slot: string; readonly from: number; readonly to: number }
  | { readonly cover: CoverField }
  | { readonly section: string };

/** Something that is wrong, most likely wrong, or worth a look. */
export type Finding = {
  /** The rule's id in the edition, or the name of a general check (`cell.blank`). */
  readonly code: string;
  readonly severity: Severity;
  readonly at: Place;
  /** What is found, where one place may have several findings of a code: the part that is missing. */
  readonly about?: string;
  /** Said of the finished report only: while it is written, a blank is no fault. */
  readonly stage?: "finished";
  /** What is wrong, in a few words. */
  readonly headline: string;
  /** What is wrong, both sides with their figures, and what to do. */
  readonly message: string;
  /** For a finding in a text the cells with which it was compared. */
  readonly compared?: readonly string[];
  /** Both sides of a comparison. */
  readonly expected?: number;
  readonly actual?: number;
  /** The clause of the notice, or the reason. */
  readonly source?: string;
  /** For a finding in a text, the words that are meant, as they stand. */
  readonly excerpt?: string;
  /** The sentence they stand in, and which of the same words in the same sentence of the text, from the second on. */
  readonly sentence?: string;
  readonly nth?: number;
  /** For a finding in a text, what would be right at its place. */
  readonly instead?: string;
};

const keys = new WeakMap<Finding, string>();

/**
 * Tells the findings of a report apart: no two have the same key. It is what a finding is about, not what it
 * says: a column that is off by 2 and then by 3 is the same finding, said anew.
 */
export function keyOf(finding: Finding): string {
  const known = keys.get(finding);
  if (known !== undefined) return known;
  const key = keyFor(finding);
  keys.set(finding, key);
  return key;
}

type Told = Pick<Finding, "code" | "at" | "about" | "excerpt" | "sentence" | "nth">;

/** The key that a finding of this code at this place has. */
export function keyFor(told: Told): string {
  return JSON.stringify([told.code, ...placeKey(told), told.about ?? ""]);
}

/** Words of a text are told by their sentence, because their place moves with what is written before them. */
function placeKey({ at, excerpt, sentence, nth = 1 }: Told): readonly (string | number)[] {
  if ("cells" in at) return ["cells", ...at.cells];
  if ("slot" in at)
    return sentence === undefined
      ? ["text", at.slot, at.from, at.to]
      : ["text", at.slot, sentence, excerpt ?? "", nth];
  return "cover" in at ? ["cover", at.cover] : ["section", at.section];
}

/** Whether two findings are the same, stand at the same place, weigh and say the same. */
export function saysTheSame(a: Finding | undefined, b: Finding): boolean {
  if (a === b) return true;
  if (a === undefined || a.message !== b.message || a.severity !== b.severity) return false;
  if (keyOf(a) !== keyOf(b)) return false;
  return !("slot" in a.at && "slot" in b.at) || (a.at.from === b.at.from && a.at.to === b.at.to);
}

/** Every cell that takes part, as `table.row.column`. */
export function cellsOf({ at, compared = [] }: Pick<Finding, "at" | "compared">): readonly string[] {
  return "cells" in at ? at.cells : compared;
}

/** The section a finding stands in, by its id; "" for the cover. */
export function sectionOf({ at }: Pick<Finding, "at">, edition: Edition): string {
  if ("cells" in at) return sectionOfTable(edition, at.cells[0]?.split(".")[0] ?? "");
  if ("slot" in at) return sectionOfSlot(edition, at.slot);
  return "cover" in at ? "" : at.section;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Errors first, then warnings, then hints; inside, by section in printed order. */
export function inOrder(findings: readonly Finding[], edition: Edition): Finding[] {
  const position = new Map(edition.sections.map((section, index) => [section.id, index]));
  const place = new Map(findings.map((one) => [one, position.get(sectionOf(one, edition)) ?? -1]));
  return [...findings].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || (place.get(a) ?? -1) - (place.get(b) ?? -1),
  );
}
