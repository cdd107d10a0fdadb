import wording from "../../../templates/wording.json" with { type: "json" };
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import { figureReader } from "../../report/figures/living.ts";
import type { Draft } from "../../report/file/draft.ts";
import { isOtherName } from "../../report/last-year/prior.ts";
import type { Passage } from "../../report/narrative/passages.ts";
import { passagesIn } from "../../report/narrative/read-passages.ts";
import type { Figures } from "../assertion.ts";
import { type Finding, keyFor } from "../finding.ts";
import { type Facts, factsOf } from "./facts.ts";
import { againstTables } from "./figures/against-tables.ts";
import { formulas, missingNumbers } from "./figures/formulas.ts";
import { growth } from "./figures/growth.ts";
import { listedShares } from "./figures/listed-shares.ts";
import { livingFigures } from "./figures/living.ts";
import { statementsOfNothing } from "./figures/nothing.ts";
import { rates } from "./figures/rates.ts";
import { shares } from "./figures/shares.ts";
import { sums } from "./figures/sums.ts";
import { totals } from "./figures/totals.ts";
import { dates } from "./order/dates.ts";
import { enumerations } from "./order/enumerations.ts";
import { partCounts } from "./order/parts.ts";
import { years } from "./order/years.ts";
import { type Reading, readSlot } from "./read/reading.ts";
import { sentenceAt } from "./read/sentence-at.ts";
import { steady } from "./steady.ts";
import type { PassageCheck, SlotCheck, SlotText, TextFinding } from "./text-check.ts";
import { brackets } from "./words/brackets.ts";
import { marks, marksOnce } from "./words/marks.ts";
import { listedTwice, otherOffices } from "./words/names.ts";
import { fillerText, lostDigits } from "./words/whole-slots.ts";

/** Asked again when the tables change. */
const checksOfTables: readonly PassageCheck[] = [againstTables, statementsOfNothing, shares, rates, growth];

/** These ask only the text, the year and the name of the office. */
const checksOfText: readonly PassageCheck[] = [
  listedShares,
  sums,
  totals,
  formulas,
  missingNumbers,
  livingFigures,
  dates,
  years,
  partCounts,
  marks,
  brackets,
  otherOffices,
  listedTwice,
];

const slotChecks: readonly SlotCheck[] = [enumerations, marksOnce, fillerText, lostDigits];

const started = new WeakMap<Edition, NarrativeCheck>();

/**
 * Every finding about the texts of a report, each with its place in the plain text of its slot. Asked again for
 * a report that has changed little, only what changed is read again.
 */
export function narrativeFindings(edition: Edition, draft: Draft, figures: Figures): Finding[] {
  const check = started.get(edition) ?? startNarrativeCheck(edition, draft, figures);
  if (started.has(edition)) check.changed(draft, figures);
  else started.set(edition, check);
  return [...check.findings()];
}

/**
 * The checks of the texts while typing. After a keystroke only the passage that changed is read again; the
 * answers for all others stand. A change of the tables or of the cover asks what depends on them.
 */
export type NarrativeCheck = {
  /** The texts, or the tables and the cover, have changed. */
  readonly changed: (draft: Draft, figures: Figures) => void;
  readonly findings: () => readonly Finding[];
};

export function startNarrativeCheck(edition: Edition, draft: Draft, figures: Figures): NarrativeCheck {
  let state = { draft, figures };
  let facts = factsOf(edition, draft, figures);
  let answers: readonly Finding[] | undefined;
  const slots = new Map<
    string,
    { passages: readonly Passage[]; facts: Facts; findings: readonly Finding[] }
  >();
  const findingsOfSlot = (slot: string, isPreface: boolean): readonly Finding[] => {
    const before = slots.get(slot);
    const read = passagesIn(state.draft, slot, figureReader(edition, state.figures));
    const passages = steady(read, before?.passages ?? []);
    if (before && before.facts === facts && isSameList(before.passages, passages)) return before.findings;
    const findings = checkSlot(slot, isPreface, passages, facts);
    slots.set(slot, { passages, facts, findings });
    return findings;
  };
  return {
    changed: (next, nextFigures) => {
      if (isOtherGround(state.draft, next)) facts = factsOf(edition, next, nextFigures);
      state = { draft: next, figures: nextFigures };
      answers = undefined;
    },
    findings: () => {
      answers ??= [
        ...signatureFindings(facts),
        ...edition.sections.flatMap(({ heading, contents }) =>
          contents.flatMap((content) =>
            content.kind === "narrative" ? findingsOfSlot(content.slot, heading === undefined) : [],
          ),
        ),
      ];
      return answers;
    },
  };
}

/** Whether anything changed that texts are held against. */
function isOtherGround(before: Draft, now: Draft): boolean {
  return (
    before.tables !== now.tables ||
    before.prior !== now.prior ||
    before.year !== now.year ||
    before.organisation !== now.organisation ||
    before.signature !== now.signature
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function checkSlot(slot: string, isPreface: boolean, passages: readonly Passage[], facts: Facts): Finding[] {
  const readings = readSlot(passages);
  const text: SlotText = { slot, isPreface, readings };
  const found = readings.map((reading) => answersFor(reading, facts, text));
  for (const check of slotChecks)
    for (const { passage, found: one } of check(text, facts))
      found[passage] = [...(found[passage] ?? []), one];
  let start = 0;
  const findings: Finding[] = [];
  for (const [index, { line }] of readings.entries()) {
    for (const one of once(found[index] ?? [])) findings.push(asFinding(one, slot, start, line));
    start += line.length + 1;
  }
  return counted(findings);
}

/** Findings that are told alike are numbered: one of them may be confirmed and the others not. */
function counted(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = keyFor(finding);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? finding : { ...finding, nth };
  });
}

type Answer = { readonly facts: Facts; readonly slot: string; readonly found: readonly TextFinding[] };
type Answers = { readonly tables: Answer; readonly text: Answer; readonly all: readonly TextFinding[] };
const answered = new WeakMap<Reading, Answers>();

function answersFor(reading: Reading, facts: Facts, { slot, isPreface }: SlotText): readonly TextFinding[] {
  const before = answered.get(reading);
  // Nearly all passages of a long text stay as they were at a keystroke.
  if (before?.tables.facts === facts && before.tables.slot === slot) return before.all;
  const ask = (checks: readonly PassageCheck[]): Answer => ({
    facts,
    slot,
    found: checks.flatMap((check) => check(reading, facts, { slot, isPreface })),
  });
  const [tables, text] = [before?.tables, before?.text];
  const isKnown = (answer: Answer | undefined): answer is Answer => answer?.slot === slot;
  const ofTables = isKnown(tables) && tables.facts === facts ? tables : ask(checksOfTables);
  const ofText = isKnown(text) && isSameCover(text.facts, facts) ? text : ask(checksOfText);
  const all = [...ofTables.found, ...ofText.found];
  answered.set(reading, { tables: ofTables, text: ofText, all });
  return all;
}

function isSameCover(before: Facts, now: Facts): boolean {
  return (
    before.year === now.year && before.organisation === now.organisation && before.edition === now.edition
  );
}

/** No two of a code at one place, so that each finding has a key of its own. */
function once(found: readonly TextFinding[]): readonly TextFinding[] {
  if (found.length < 2) return found;
  const seen = new Set<string>();
  return found.filter(({ code, from, to, about }) => {
    const key = `${code} ${from} ${to} ${about}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function asFinding({ from, to, ...found }: TextFinding, slot: string, offset: number, line: string): Finding {
  const at = { slot, from: offset + from, to: offset + to };
  const sentence = line.slice(sentenceAt(line, from).from, sentenceAt(line, to).to);
  return { ...found, at, excerpt: line.slice(from, to), sentence };
}

function signatureFindings({ organisation, signature }: Facts): Finding[] {
  const [name, signed] = [organisation.name, signature?.name ?? ""].map((one) => one.replace(/\s/g, ""));
  if (!name || !signed || !isOtherName(name, signed) || name.includes(signed) || signed.includes(name))
    return [];
  const values = { name, signature: signed };
  return [
    {
      code: "cover.signature",
      severity: "warning",
      at: { cover: "name" },
      headline: wording.textFinding.signature.headline,
      message: fill(wording.textFinding.signature.message, values),
    },
  ];
}
