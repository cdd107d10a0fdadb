import fc from "fast-check";
import { check } from "../../../src/check/check.ts";
import { type Finding, keyOf } from "../../../src/check/finding.ts";
import { type Mend, proposeMends } from "../../../src/check/mends/mends.ts";
import type { CellValue, Draft } from "../../../src/report/file/draft.ts";
import { cellsIn, edition, withCells, withMend } from "../../fixtures/reports.ts";

/** Figures by their cells. */
export type Figures = Readonly<Record<string, CellValue>>;

/** An accident: what was typed in place of what was meant. */
export type Accident = { readonly name: string; readonly typed: Figures; readonly meant: Figures };

export function findingsIn(draft: Draft): Finding[] {
  return check(edition(draft.edition), draft);
}

/** The findings of a code, each with what is proposed for it. */
export function mendsFor(draft: Draft, code: string): { finding: Finding; mends: Mend[] }[] {
  const findings = findingsIn(draft);
  return findings
    .filter((finding) => finding.code === code)
    .map((finding) => ({
      finding,
      mends: proposeMends(finding, edition(draft.edition), draft, findings),
    }));
}

/** What a mend changes, by cell. */
export function changesOf(mend: Mend | undefined): Figures | undefined {
  return mend && Object.fromEntries(mend.changes.map(({ cell, value }) => [cell, value]));
}

/** Which check speaks; the check of equal figures is one check, whatever figures it lists. */
function speakerOf(finding: Finding): string {
  const { code } = finding;
  return code === "prior.identical" || code === "cell.blank" ? code : keyOf(finding);
}

/** Says why a mend is no mend, with the whole check: undefined when the finding goes and none comes. */
export function faultOf(mend: Mend, finding: Finding, draft: Draft): string | undefined {
  const before = new Set(findingsIn(draft).map(speakerOf));
  const after = findingsIn(withMend(draft, mend)).map(speakerOf);
  if (after.includes(speakerOf(finding))) return `${mend.label}: ${finding.headline} stays`;
  const added = after.filter((speaker) => !before.has(speaker));
  return added.length > 0 ? `${mend.label}: adds ${added.join(", ")}` : undefined;
}

/** The rows of section three that a rule names itself, in every edition here. */
const named = ["received", "carriedIn", "carriedOut"];

/** The accidents of one kind that can happen to a figure of section three. */
export const slips: Readonly<Record<string, (meant: number, row: string) => number[]>> = {
  "left at 0": (meant, row) => (named.includes(row) && meant > 0 ? [0] : []),
  "two neighbouring digits swapped": (meant) =>
    [...String(meant)].slice(1).flatMap((_, at) => {
      const digits = [...String(meant)];
      [digits[at], digits[at + 1]] = [digits[at + 1] ?? "", digits[at] ?? ""];
      const typed = Number(digits.join(""));
      return typed !== meant && digits[0] !== "0" ? [typed] : [];
    }),
  "ten times too large": (meant) => (meant > 0 ? [meant * 10] : []),
  "ten times too small": (meant) => (meant > 0 && meant % 10 === 0 ? [meant / 10] : []),
  "a digit doubled": (meant) =>
    meant < 10 ? [] : [...String(meant)].map((digit, at) => Number(insert(String(meant), at, digit))),
};

function insert(text: string, at: number, digit: string): string {
  return text.slice(0, at) + digit + text.slice(at);
}

/** Every slip of one kind that can happen to a report. */
export function slipsIn(draft: Draft, kind: string): Accident[] {
  return [...cellsIn(draft)].flatMap(([id, meant]) => {
    const [table, row = ""] = id.split(".");
    if (table !== "requests" || typeof meant !== "number") return [];
    return (slips[kind]?.(meant, row) ?? []).map((typed) => ({
      name: `${kind}: ${id} ${meant} as ${typed}`,
      typed: { [id]: typed },
      meant: { [id]: meant },
    }));
  });
}

/** Every way to count one application of a report under another applicant. */
export function misfilingsIn(draft: Draft): Accident[] {
  const cells = [...cellsIn(draft)].filter(([id]) => id.startsWith("requests."));
  return cells.flatMap(([id, meant]) =>
    cells.flatMap(([other, there]) => {
      const sameRow = id !== other && id.split(".")[1] === other.split(".")[1];
      if (!sameRow || typeof meant !== "number" || typeof there !== "number" || meant < 1) return [];
      return [
        {
          name: `one of ${id} counted in ${other}`,
          typed: { [id]: meant - 1, [other]: there + 1 },
          meant: { [id]: meant, [other]: there },
        },
      ];
    }),
  );
}

/** Reports that balance, with figures from nothing to hundreds: the outcomes are drawn, 一 follows. */
export function balanced(draft: Draft): fc.Arbitrary<Draft> {
  const ids = [...cellsIn(draft).keys()].filter((id) => id.startsWith("requests."));
  const figure = fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(9) },
    { weight: 2, arbitrary: fc.nat(99) },
    { weight: 1, arbitrary: fc.nat(999) },
  );
  return fc.array(figure, { minLength: ids.length, maxLength: ids.length }).map((figures) => {
    const values: Record<string, number> = Object.fromEntries(ids.map((id, at) => [id, figures[at] ?? 0]));
    for (const id of ids.filter((cell) => cell.startsWith("requests.received."))) {
      const column = id.split(".")[2];
      const carriedIn = `requests.carriedIn.${column}`;
      const out = ids.filter((cell) => cell.endsWith(`.${column}`) && cell !== id && cell !== carriedIn);
      const sum = out.reduce((total, cell) => total + (values[cell] ?? 0), 0);
      values[carriedIn] = Math.min(values[carriedIn] ?? 0, sum);
      values[id] = sum - values[carriedIn];
    }
    return withCells(draft, values);
  });
}
