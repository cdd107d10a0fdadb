import type { Cell } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { Figures } from "../assertion.ts";
import { cellsOf, type Finding } from "../finding.ts";
import { type Candidate, moveCandidates, type Slip, singleCellCandidates } from "./mend-candidates.ts";
import {
  type Equation,
  equationOf,
  equationsOf,
  partsOf,
  sharesInputs,
  statedTotal,
} from "./mend-equations.ts";
import { type Change, prepareTrial, rememberedFigures, type Trial } from "./mend-trial.ts";
import { labelOf, reasonOf } from "./mend-words.ts";

/** A proposal that clears a finding and adds none; it is applied only when the clerk says so. */
export type Mend = {
  /** What the button says: 四、结转下年度继续办理「自然人」填 2 */
  readonly label: string;
  /** What it supposes to have happened, in a few words: 两位数字颠倒 */
  readonly reason: string;
  readonly changes: readonly Change[];
  /** Whether the figures leave no other explanation of the same weight. */
  readonly sure: boolean;
};

const most = 3;

/**
 * What would mend a finding, best first, at most three; nothing where the arithmetic allows no guess.
 * Each proposal was tried: the finding goes away and no other comes. `findings` are the findings of the
 * whole report: two columns off by opposite amounts, or a row and a column off by the same, explain each other.
 */
export function proposeMends(
  finding: Finding,
  edition: Edition,
  draft: Draft,
  findings: readonly Finding[],
): Mend[] {
  const figures = rememberedFigures(draft);
  const equation = equationOf(finding, edition, figures);
  if (!equation) return [];
  const others = findings.flatMap((other) => equationOf(other, edition, figures) ?? []);
  const candidates = candidatesFor(equation, edition, figures, others);
  const tried = tryAll(candidates, equation, prepareTrial(edition, draft, figures));
  const ranked = withoutCrowds(withoutRepeats(rank(tried, mentionsIn(findings, edition, figures))));
  return ranked.slice(0, most).map(({ candidate, cleared }, index) => {
    const next = ranked[1];
    const alone = index === 0 && (next === undefined || next.cleared < cleared);
    return {
      label: labelOf(candidate, edition, figures),
      reason: reasonOf(candidate),
      changes: candidate.changes,
      sure: alone && !isGuess(candidate, equation, others),
    };
  });
}

/** A total column is off because a column in it is: what mends that column mends the total. */
function candidatesFor(
  equation: Equation,
  edition: Edition,
  figures: Figures,
  others: readonly Equation[],
): Candidate[] {
  const isStated = equation.code === statedTotal;
  const parts = partsOf(equation, isStated ? others : equationsOf(edition));
  const inCells = (parts.length > 0 ? parts : [equation]).flatMap((part) =>
    singleCellCandidates(part, figures, others),
  );
  if (isStated) {
    const [total = ""] = equation.cells;
    return [{ slip: "computed", changes: [{ cell: total, value: null }], weight: 0 }, ...inCells];
  }
  return parts.length > 0 ? inCells : [...inCells, ...moveCandidates(equation, figures, others, edition)];
}

type Tried = { readonly candidate: Candidate; readonly cleared: number };

/** The candidates that clear the finding and add none. */
function tryAll(candidates: readonly Candidate[], equation: Equation, trial: Trial): Tried[] {
  return candidates.flatMap((candidate) => {
    const { cleared, added } = trial(candidate.changes);
    if (!cleared.has(equation.key) || added.length > 0) return [];
    // Of a hundred addends some digit slip fits a wrong total by chance; a second sum must agree.
    if (equation.code === statedTotal && candidate.slip !== "computed" && cleared.size < 2) return [];
    return [{ candidate, cleared: cleared.size }];
  });
}

const order: Readonly<Record<Slip, number>> = {
  // Never weighed against another: what else mends a stated total clears more than that one finding.
  computed: 0,
  prior: 0,
  crossed: 1,
  zeroExtra: 2,
  zeroLost: 2,
  swapped: 3,
  fill: 4,
  move: 5,
  digitExtra: 7,
  swappedApart: 8,
  digitLost: 9,
};

/** A lost nought is telling in 24 for 240; in a column that is off by 9 many a 1 might be a 10. */
function orderOf({ slip, weight }: Candidate): number {
  return slip === "zeroLost" && weight < 3 ? 6 : order[slip];
}

function rank(tried: readonly Tried[], mentions: (cell: string) => number): Tried[] {
  const mentioned = ({ changes }: Candidate): number =>
    Math.max(...changes.map(({ cell }) => mentions(cell)));
  return [...tried].sort(
    (a, b) =>
      b.cleared - a.cleared ||
      mentioned(b.candidate) - mentioned(a.candidate) ||
      orderOf(a.candidate) - orderOf(b.candidate) ||
      b.candidate.weight - a.candidate.weight,
  );
}

/** Each change once, under its best explanation: a cell may lie in several of the sums behind a total. */
function withoutRepeats(ranked: readonly Tried[]): Tried[] {
  const seen = new Set<string>();
  return ranked.filter(({ candidate }) => {
    const spoken = JSON.stringify(candidate.changes);
    return !seen.has(spoken) && seen.add(spoken);
  });
}

/** A slip of the digits that fits more cells than can be shown tells nothing of any of them. */
function withoutCrowds(ranked: readonly Tried[]): Tried[] {
  return ranked.filter(({ candidate, cleared }) => {
    const like = ranked.filter(
      (other) => other.cleared === cleared && orderOf(other.candidate) === orderOf(candidate),
    );
    return candidate.slip === "move" || like.length <= most;
  });
}

/** How many findings outside the arithmetic (the narrative's) speak of a cell or of a total over it. */
function mentionsIn(
  findings: readonly Finding[],
  edition: Edition,
  figures: Figures,
): (cell: string) => number {
  const spoken = findings
    .filter((finding) => finding.excerpt !== undefined && !equationOf(finding, edition, figures))
    .map((finding) => new Set(cellsOf(finding).flatMap((id) => inputsBehind(edition.cells.get(id)))));
  return (cell) => spoken.filter((cells) => cells.has(cell)).length;
}

function inputsBehind(cell: Cell | undefined): readonly string[] {
  return cell ? (cell.addends ?? [cell.id]) : [];
}

/**
 * Whether doubt remains though nothing else was found: any difference fits a figure left at 0, many fit one
 * digit more or less; the parts of a stated total may be wrong; a rule that only warns has lawful exceptions.
 */
function isGuess({ slip, agreed }: Candidate, equation: Equation, others: readonly Equation[]): boolean {
  if (agreed) return false;
  switch (slip) {
    case "fill":
    case "digitExtra":
    case "digitLost":
    case "swappedApart":
      return true;
    case "computed":
      return others.some((other) => other.key !== equation.key && sharesInputs(other, equation));
    case "prior":
      return false;
    default:
      return equation.severity !== "error";
  }
}
