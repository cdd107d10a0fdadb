import wording from "../../../templates/wording.json" with { type: "json" };
import { placeOfCell } from "../../edition/place-of-cell.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { Figures } from "../assertion.ts";
import { type Finding, keyOf } from "../finding.ts";
import { type Candidate, solve } from "./mend-candidates.ts";
import { type Equation, equationsOf, includesAllOf, residualOf, type Unknown } from "./mend-equations.ts";
import { prepareTrial, rememberedFigures, type Trial } from "./mend-trial.ts";
import { labelOf, shortPlaceOf } from "./mend-words.ts";
import type { Mend } from "./mends.ts";

/**
 * A blank cell whose figure follows from the others. `finding` is a hint that no check gives: its code is the
 * rule's id and `.blank`, its first cell the blank one, `expected` the figure.
 */
export type BlankHint = { readonly finding: Finding; readonly mend: Mend };

/**
 * The blank cells that a rule "=" fixes: a rule that is not evaluated because of this one blank, while every
 * other figure it needs is there. One hint a cell; none where another rule would then be broken.
 */
export function proposeForBlanks(edition: Edition, draft: Draft): BlankHint[] {
  const figures = rememberedFigures(draft);
  const trial = prepareTrial(edition, draft, figures);
  const hints = new Map<string, BlankHint>();
  for (const equation of equationsOf(edition)) {
    const blank = onlyBlankOf(equation, figures);
    if (!blank || hints.has(blank.cell.id)) continue;
    const value = figureFor(blank, equation, figures, trial, edition);
    if (value !== undefined) hints.set(blank.cell.id, hintFor(equation, blank, value, edition, figures));
  }
  return [...hints.values()];
}

/** A rule that compares with a constant (规章 is 0 at county level) judges a figure and cannot supply it. */
function onlyBlankOf(equation: Equation, figures: Figures): Unknown | undefined {
  if (equation.unknowns.length + equation.prior.length < 2) return undefined;
  let blank: Unknown | undefined;
  for (const unknown of equation.unknowns) {
    if (figures.current(unknown.cell.id) !== null) continue;
    if (blank) return undefined;
    blank = unknown;
  }
  return blank;
}

/** The figure, or undefined where the rule does not speak to this office or another rule speaks against it. */
function figureFor(
  blank: Unknown,
  equation: Equation,
  figures: Figures,
  trial: Trial,
  edition: Edition,
): number | undefined {
  const { id } = blank.cell;
  const current: Figures["current"] = (cell) => (cell === id ? 0 : figures.current(cell));
  const residual = residualOf(equation, { current, prior: figures.prior });
  if (residual === undefined) return undefined;
  const value = solve(blank, 0, residual);
  if (value === undefined) return undefined;
  const objections = trial([{ cell: id, value }]).added;
  // A total column that now counts may show what another column lacks: no fault of this figure.
  const wholes = equationsOf(edition)
    .filter((other) => isWholeOf(other, equation))
    .map(({ key }) => key);
  if (objections.some((finding) => finding.severity !== "hint" && !wholes.includes(keyOf(finding))))
    return undefined;
  const otherwise = trial([{ cell: id, value: value + 1 }]).added;
  return otherwise.some((finding) => keyOf(finding) === equation.key) ? value : undefined;
}

function isWholeOf(whole: Equation, part: Equation): boolean {
  return whole.code === part.code && includesAllOf(whole, part);
}

function hintFor(
  equation: Equation,
  blank: Unknown,
  value: number,
  edition: Edition,
  figures: Figures,
): BlankHint {
  const { cell } = blank;
  const slip = equation.unknowns.length === 1 ? "prior" : "fill";
  const candidate: Candidate = { slip, changes: [{ cell: cell.id, value }], weight: 0 };
  const sentences = wording.mend.blank[slip];
  const values = { place: placeOfCell(cell), value };
  return {
    finding: {
      code: `${equation.code}.blank`,
      severity: "hint",
      headline: fill(sentences.headline, { place: shortPlaceOf(cell), value }),
      message: fill(sentences.message, values),
      at: { cells: [cell.id, ...equation.cells.filter((id) => id !== cell.id)] },
      expected: value,
      source: equation.source,
    },
    mend: {
      label: labelOf(candidate, edition, figures),
      reason: sentences.reason,
      changes: candidate.changes,
      sure: equation.severity === "error" || slip === "prior",
    },
  };
}
