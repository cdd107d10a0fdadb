import type { Edition } from "../../edition/read.ts";
import type { Lookup } from "../../report/figures/values.ts";
import type { CellValue, Draft, Organisation } from "../../report/file/draft.ts";
import type { Assertion, Figures } from "../assertion.ts";
import { compileAssertions, figuresOf } from "../check.ts";
import { type Finding, keyOf } from "../finding.ts";

/** A cell's new value; `null` takes a stated total away. */
export type Change = { readonly cell: string; readonly value: number | null };

/** What changes would do to the findings, by their keys. */
export type Outcome = { readonly cleared: ReadonlySet<string>; readonly added: readonly Finding[] };

/** Tries changes on a draft without changing it. */
export type Trial = (changes: readonly Change[]) => Outcome;

/** The figures of a draft, each looked up once: trials ask for the same ones many times. */
export function rememberedFigures(draft: Draft): Figures {
  const { current, prior } = figuresOf(draft);
  return { current: remembered(current), prior: remembered(prior) };
}

function remembered(lookup: Lookup): Lookup {
  const values = new Map<string, CellValue>();
  return (id) => {
    const before = values.get(id);
    if (before !== undefined) return before;
    const value = lookup(id);
    values.set(id, value);
    return value;
  };
}

/**
 * Prepares trials on a draft: only the checks that a change touches are asked, and what they say of the draft
 * as it is, is asked once. Blanks of the finished document do not count: a mend only fills cells.
 */
export function prepareTrial(edition: Edition, draft: Draft, figures: Figures): Trial {
  const touching = checksByInput(edition, draft.organisation);
  const asItIs = new Map<Assertion, Finding | undefined>();
  return (changes) => {
    const asked = new Set(changes.flatMap(({ cell }) => touching.get(cell) ?? []));
    const changed = { current: withChanges(figures.current, changes), prior: figures.prior };
    const cleared = new Set<string>();
    const added: Finding[] = [];
    for (const check of asked) {
      if (!asItIs.has(check)) asItIs.set(check, check.evaluate(figures));
      const before = asItIs.get(check);
      const after = check.evaluate(changed);
      if (before && !after) cleared.add(keyOf(before));
      if (after && !before) added.push(after);
    }
    return { cleared, added };
  };
}

function withChanges(lookup: Lookup, changes: readonly Change[]): Lookup {
  const changed = new Map(changes.map(({ cell, value }) => [cell, value]));
  return (id) => {
    const value = changed.get(id);
    return value === undefined ? lookup(id) : value;
  };
}

type Compiled = {
  readonly organisation: string;
  readonly touching: ReadonlyMap<string, readonly Assertion[]>;
};

const compiled = new WeakMap<Edition, Compiled>();

/** The checks of the stage `typing` by the inputs they look at; compiled anew only for another office. */
function checksByInput(
  edition: Edition,
  organisation: Organisation,
): ReadonlyMap<string, readonly Assertion[]> {
  const office = JSON.stringify(organisation);
  const before = compiled.get(edition);
  if (before?.organisation === office) return before.touching;
  const touching = new Map<string, Assertion[]>();
  for (const check of compileAssertions(edition, { organisation })) {
    if (check.stage === "finished") continue;
    for (const id of new Set(check.inputs)) {
      const checks = touching.get(id);
      if (checks) checks.push(check);
      else touching.set(id, [check]);
    }
  }
  compiled.set(edition, { organisation: office, touching });
  return touching;
}
