import type { Severity } from "../edition/schema.ts";

/** Something that is wrong, most likely wrong, or worth a look. */
export type Finding = {
  /** The rule's id in the edition, or the name of a general check (`cell.blank`). */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly headline: string;
  /** What is wrong, both sides with their figures, and what to do. */
  readonly message: string;
  /** Every cell that takes part, as `table.row.column`. */
  readonly cells: readonly string[];
  /** Both sides of a comparison. */
  readonly expected?: number;
  readonly actual?: number;
  /** The section it stands in, by its id. */
  readonly section: string;
  /** The clause of the notice, or the reason. */
  readonly source?: string;
  /** The place in the text, for findings in a narrative. */
  readonly excerpt?: string;
};

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Errors first, then warnings, then hints; inside, by section in printed order. */
export function inOrder(
  findings: readonly Finding[],
  sections: readonly { readonly id: string }[],
): Finding[] {
  const position = new Map(sections.map((section, index) => [section.id, index]));
  const place = (finding: Finding): number => position.get(finding.section) ?? -1;
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity] || place(a) - place(b));
}

/** Whether two findings tell the clerk the same of the same cells. */
export function saysTheSame(a: Finding | undefined, b: Finding): boolean {
  if (a === b) return true;
  if (a?.message !== b.message || a.cells.length !== b.cells.length) return false;
  return b.cells.every((cell, index) => cell === a.cells[index]);
}
