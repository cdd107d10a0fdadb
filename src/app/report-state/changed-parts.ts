import type { CoverField, Place } from "../../check/finding.ts";
import { contactsOf } from "../../report/contacts.ts";
import { lookupIn, withCell } from "../../report/figures/values.ts";
import type { Draft, NarrativeNode, Tables } from "../../report/file/draft.ts";
import { narrativeToText } from "../../report/narrative/narrative.ts";

/**
 * What differs between two states of a draft. Compared by reference: every change shares with the state
 * before it what it leaves alone.
 */
export type ChangedParts = {
  /** Ids of cells, whose values differ. */
  readonly cells: readonly string[];
  /** The slots of texts. */
  readonly slots: readonly string[];
  /** Anything outside tables and texts: the cover, last year's report, confirmations. */
  readonly others: boolean;
};

/** What of a draft the cover asks for, and the words of the picture of the year. */
export type CoverPart = "organisation" | "year" | "edition" | "signature" | "infographic";

export function changedParts(before: Draft, after: Draft): ChangedParts {
  const { tables: tablesBefore, narrative: textsBefore, ...othersBefore } = before;
  const { tables: tablesAfter, narrative: textsAfter, ...othersAfter } = after;
  return {
    cells: tablesBefore === tablesAfter ? [] : changedCells(tablesBefore, tablesAfter),
    slots: textsBefore === textsAfter ? [] : changedKeys(textsBefore, textsAfter),
    others: changedKeys(othersBefore, othersAfter).length > 0,
  };
}

/**
 * A draft after a step from one state to another: what the step changed, and nothing else. Another page may have
 * changed other parts since.
 */
export function withStep(draft: Draft, { before, after }: { before: Draft; after: Draft }): Draft {
  if (draft === before) return after;
  const { cells, slots, others } = changedParts(before, after);
  const figures = lookupIn(after.tables);
  const filled = cells.reduce((filling, id) => {
    const [table = "", row = "", column = ""] = id.split(".");
    return withCell(filling, { table, row, column }, figures(id));
  }, draft);
  const texts = slots.map((slot) => [slot, after.narrative[slot] ?? blankText]);
  const { tables: _, narrative: __, ...rest } = after;
  const narrative = { ...draft.narrative, ...Object.fromEntries(texts) };
  return others ? { ...rest, tables: filled.tables, narrative } : { ...filled, narrative };
}

const blankText: NarrativeNode = { type: "doc", content: [] };

/** Whether the checks themselves are others: they are compiled for an edition, an office and a year. */
export function isJudgedOtherwise(before: Draft, after: Draft): boolean {
  const [was, is] = [before.organisation, after.organisation];
  return (
    before.edition !== after.edition ||
    before.year !== after.year ||
    before.prior !== after.prior ||
    was.kind !== is.kind ||
    was.level !== is.level
  );
}

/** Where a change is seen, and where the caret stands after it; undefined for a confirmation. */
export function placeOfChange(before: Draft, after: Draft): Place | undefined {
  const { cells, slots } = changedParts(before, after);
  if (cells.length > 0) return { cells };
  const [slot] = slots;
  if (slot !== undefined) {
    const caret = endOfChange(
      narrativeToText(before.narrative[slot]),
      narrativeToText(after.narrative[slot]),
    );
    return { slot, from: caret, to: caret };
  }
  const cover = changedCoverField(before, after);
  return cover && { cover };
}

function changedCells(before: Tables, after: Tables): string[] {
  return changedKeys(before, after).flatMap((table) => {
    const [rowsBefore, rowsAfter] = [before[table] ?? {}, after[table] ?? {}];
    return changedKeys(rowsBefore, rowsAfter).flatMap((row) =>
      changedKeys(rowsBefore[row] ?? {}, rowsAfter[row] ?? {}).map((column) => `${table}.${row}.${column}`),
    );
  });
}

function changedKeys(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const differs = (key: string): boolean => before[key] !== after[key];
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key) && differs(key));
  return [...Object.keys(before).filter(differs), ...added];
}

function changedCoverField(before: Draft, after: Draft): CoverField | undefined {
  const fields = coverFieldsOf(after);
  const known = coverFieldsOf(before);
  const field = (Object.keys(fields) as (keyof typeof fields)[]).find((name) => fields[name] !== known[name]);
  return field ?? (before.prior === after.prior ? undefined : "prior");
}

function coverFieldsOf({ organisation, year, edition, signature }: Draft) {
  return {
    name: organisation.name,
    kind: organisation.kind,
    level: organisation.level,
    year,
    edition,
    signature: signature?.name,
    date: signature?.date,
    contacts: JSON.stringify(contactsOf(organisation)),
  } satisfies Partial<Record<CoverField, unknown>>;
}

/** Where the changed part of a text ends. What both begin with counts first: writing mostly goes forward. */
function endOfChange(was: string, is: string): number {
  const shorter = Math.min(was.length, is.length);
  let begin = 0;
  while (begin < shorter && was[begin] === is[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  return is.length - end;
}
