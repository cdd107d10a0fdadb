import { builtinEditions, type Editions } from "../edition/builtin.ts";
import type { Edition } from "../edition/read.ts";
import { lookupIn } from "../report/figures/values.ts";
import type { Draft } from "../report/file/draft.ts";
import { lastYearsTables } from "../report/last-year/prior.ts";
import type { Assertion, Figures } from "./assertion.ts";
import { copiedTextFindings } from "./copied-text.ts";
import { type Finding, inOrder } from "./finding.ts";
import { narrativeFindings } from "./narrative/check-narrative.ts";
import { blankChecks, cellChecks } from "./rules/cell-checks.ts";
import { crossYearChecks, priorFindings } from "./rules/cross-year.ts";
import { ruleChecks } from "./rules/rule-checks.ts";
import { statedTotalChecks } from "./rules/stated-totals.ts";
import { structureFindings } from "./structure.ts";
import { unprintedFindings } from "./unprinted.ts";

/** Every assertion over an edition's tables for an office: compiled once, evaluated as often as needed. */
export function compileAssertions(edition: Edition, draft: Pick<Draft, "organisation">): Assertion[] {
  return [
    ...cellChecks(edition),
    ...ruleChecks(edition, draft.organisation),
    ...crossYearChecks(edition, draft),
    ...statedTotalChecks(edition),
    ...blankChecks(edition),
  ];
}

/** The figures of a draft. A report that is not last year's, kept as such, gives none. */
export function figuresOf(draft: Draft): Figures {
  return { current: lookupIn(draft.tables), prior: lookupIn(lastYearsTables(draft)) };
}

/** What is asked of the finished document beside its figures and sentences: what is missing, old or copied. */
export function finishedFindings(edition: Edition, draft: Draft, editions: Editions): Finding[] {
  return [
    ...structureFindings(edition, draft, editions, figuresOf(draft)),
    ...unprintedFindings(edition, draft),
    ...priorFindings(draft),
    ...copiedTextFindings(edition, draft),
  ];
}

/** Checks a whole report as a finished document. */
export function check(edition: Edition, draft: Draft, editions: Editions = builtinEditions): Finding[] {
  const inTexts = narrativeFindings(edition, draft, figuresOf(draft));
  return inOrder([...besideTexts(edition, draft, editions), ...inTexts], edition);
}

/**
 * The errors of a whole report as a finished document: what puts the stamp on it. Its sentences are not read for that,
 * which takes as long as writing a file: nothing found in them is an error, because the notice fixes no words.
 */
export function errorsOf(edition: Edition, draft: Draft, editions: Editions = builtinEditions): Finding[] {
  const errors = besideTexts(edition, draft, editions).filter(({ severity }) => severity === "error");
  return inOrder(errors, edition);
}

function besideTexts(edition: Edition, draft: Draft, editions: Editions): Finding[] {
  const figures = figuresOf(draft);
  const inTables = compileAssertions(edition, draft).flatMap(
    (assertion) => assertion.evaluate(figures) ?? [],
  );
  return [...inTables, ...finishedFindings(edition, draft, editions)];
}
