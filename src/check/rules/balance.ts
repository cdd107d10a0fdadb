import type { Assertion, Figures } from "../assertion.ts";
import type { Finding } from "../finding.ts";

/** How a row or column stands with a rule that the notice fixes for it. */
export type LineBalance = {
  readonly label: string;
  readonly state: "balanced" | "unbalanced" | "open";
  /** By how much the two sides differ; how many inputs are still missing. */
  readonly difference: number;
  readonly missing: number;
};

/** Says how the line of a check stands, given what the check found; undefined for a check without a line. */
export function balanceOf(
  check: Assertion,
  finding: Finding | undefined,
  figures: Figures,
): LineBalance | undefined {
  if (!check.line) return undefined;
  const { label } = check.line;
  const missing = check.inputs.filter((input) => typeof figures.current(input) !== "number").length;
  if (finding) {
    const difference = Math.abs((finding.expected ?? 0) - (finding.actual ?? 0));
    return { label, state: "unbalanced", difference, missing };
  }
  return { label, state: missing === 0 ? "balanced" : "open", difference: 0, missing };
}

export function isSameBalance(a: LineBalance | undefined, b: LineBalance): boolean {
  return a?.state === b.state && a.difference === b.difference && a.missing === b.missing;
}
