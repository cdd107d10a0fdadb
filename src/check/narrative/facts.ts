import type { Fit } from "../../edition/narrative/bases.ts";
import { narrativeWords } from "../../edition/narrative/words.ts";
import type { Edition } from "../../edition/read.ts";
import { figureIn } from "../../report/figures/linear.ts";
import { sum } from "../../report/figures/totals.ts";
import type { Lookup } from "../../report/figures/values.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { Figures } from "../assertion.ts";
import { pattern } from "./read/patterns.ts";

/** What a text is held against: the tables of both years and the cover. */
export type Facts = {
  readonly edition: Edition;
  readonly year: number;
  readonly organisation: Draft["organisation"];
  readonly signature: Draft["signature"];
  readonly figures: Figures;
  /** How the office may be called in its own text, longest first. */
  readonly ownNames: readonly string[];
};

export function factsOf(edition: Edition, draft: Draft, figures: Figures): Facts {
  const { year, organisation, signature } = draft;
  return { edition, year, organisation, signature, figures, ownNames: ownNamesOf(organisation.name) };
}

/** A basis with its value. */
export type Accepted = { readonly fit: Fit; readonly value: number };

/** The values that a figure of this basis may have; undefined where one is not known. */
export function acceptedValues(basis: string, lookup: Lookup, { edition }: Facts): Accepted[] | undefined {
  const fits = Object.hasOwn(edition.bases ?? {}, basis) ? edition.bases?.[basis] : undefined;
  if (!fits) return undefined;
  const values = fits.map((fit) => figureOf(fit, lookup, edition));
  return values.every((value) => value !== undefined)
    ? fits.map((fit, index) => ({ fit, value: values[index] ?? 0 }))
    : undefined;
}

function figureOf({ cells, less = [] }: Fit, lookup: Lookup, edition: Edition): number | undefined {
  const figures = [...cells.map((id) => figure(id, 1)), ...less.map((id) => figure(id, -1))];
  return figures.every((value) => value !== undefined) ? sum(figures) : undefined;
  function figure(id: string, weight: number): number | undefined {
    const value = figureIn(id, lookup, edition.cells);
    return value === undefined ? undefined : weight * value;
  }
}

/**
 * The name and what is left of it after a province, city or county before it, with 政府 for 人民政府, 办 for
 * 办公室 and the like: 张店区人民政府办公室, 区政府办; 柳林镇 for 柳林镇人民政府.
 */
function ownNamesOf(name: string): string[] {
  const plain = name.replace(/\s/g, "");
  if (plain === "") return [];
  const { nameParts, shortNames, governmentEnd, selfNames } = narrativeWords();
  const names = new Set([plain]);
  for (const match of plain.matchAll(pattern(nameParts, "gu"))) {
    names.add(plain.slice(match.index));
    names.add(plain.slice(match.index + match[0].length));
  }
  for (const one of [...names])
    for (const [long, short] of shortNames) if (one.includes(long)) names.add(one.replace(long, short));
  for (const one of [...names])
    for (const [long, short] of shortNames) if (one.includes(long)) names.add(one.replace(long, short));
  for (const one of [...names]) names.add(one.replace(pattern(governmentEnd), ""));
  for (const [end, own] of selfNames) if (pattern(end).test(plain)) for (const one of own) names.add(one);
  return [...names].filter((one) => one.length > 1).sort((a, b) => b.length - a.length);
}
