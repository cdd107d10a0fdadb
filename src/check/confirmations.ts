import { lookupIn } from "../report/figures/values.ts";
import type { Draft } from "../report/file/draft.ts";
import { cellsOf, type Finding } from "./finding.ts";

/** That a clerk confirmed a warning or hint to be right, and why; it holds while the figures stay the same. */
export type Confirmation = NonNullable<Draft["confirmations"]>[number];

/** A finding that is confirmed, with its confirmation. */
export type ConfirmedFinding = Finding & { readonly confirmation: Confirmation };

/** Whether a finding may be confirmed: an error may not, because the notice itself fixes what is right. */
export function canBeConfirmed(finding: Finding): boolean {
  return finding.severity !== "error";
}

/**
 * The confirmation that holds for a finding: of the same code and cells, given to the same figures. One whose
 * figures have changed stays in the draft and holds again when they change back.
 */
export function confirmationOf(
  finding: Finding,
  draft: Pick<Draft, "tables" | "confirmations">,
): Confirmation | undefined {
  if (!canBeConfirmed(finding)) return undefined;
  const alike = (draft.confirmations ?? []).filter((confirmation) => isAbout(confirmation, finding));
  if (alike.length === 0) return undefined;
  const fingerprint = fingerprintOf(finding, draft);
  return alike.find((confirmation) => confirmation.fingerprint === fingerprint);
}

/**
 * The draft with a finding confirmed on a date (2026-01-20). Confirming it again changes reason and date and
 * leaves what else another program has written beside them. Throws for an error.
 */
export function withConfirmation(draft: Draft, finding: Finding, reason: string, date: string): Draft {
  if (!canBeConfirmed(finding)) throw new Error(`an error cannot be confirmed: ${finding.code}`);
  const before = confirmationOf(finding, draft);
  const confirmation: Confirmation = {
    ...before,
    code: finding.code,
    cells: [...cellsOf(finding)],
    fingerprint: fingerprintOf(finding, draft),
    reason: reason.trim(),
    date,
  };
  const all = draft.confirmations ?? [];
  const confirmations = before
    ? all.map((other) => (other === before ? confirmation : other))
    : [...all, confirmation];
  return { ...draft, confirmations };
}

/** The draft in which a finding is open again. Confirmations given to other figures stay. */
export function withoutConfirmation(draft: Draft, finding: Finding): Draft {
  const confirmation = confirmationOf(finding, draft);
  if (!confirmation) return draft;
  const { fingerprint } = confirmation;
  const confirmations = (draft.confirmations ?? []).filter(
    (other) => !(isAbout(other, finding) && other.fingerprint === fingerprint),
  );
  return { ...draft, confirmations };
}

/** The findings that are still to be looked at, and those that are confirmed, each in the order given. */
export function splitByConfirmation(
  findings: readonly Finding[],
  draft: Pick<Draft, "tables" | "confirmations">,
): { readonly open: Finding[]; readonly confirmed: ConfirmedFinding[] } {
  const open: Finding[] = [];
  const confirmed: ConfirmedFinding[] = [];
  for (const finding of findings) {
    const confirmation = confirmationOf(finding, draft);
    if (confirmation) confirmed.push({ ...finding, confirmation });
    else open.push(finding);
  }
  return { open, confirmed };
}

/**
 * What a finding looks at, as 16 hexadecimal digits: this year's figures in its cells, both sides of the
 * comparison (through which last year's figures come in) and the words in their sentence. Where it looks at none of
 * these, its message. Never the message beside them: a word changed in a later version must not undo what the
 * clerk has confirmed.
 */
export function fingerprintOf(finding: Finding, draft: Pick<Draft, "tables">): string {
  const current = lookupIn(draft.tables);
  const { at, expected = null, actual = null, excerpt, sentence, nth } = finding;
  const text = "slot" in at ? at.slot : "section" in at ? at.section : "";
  const words = [text, excerpt, ...(sentence === undefined ? [] : [sentence, nth ?? 1])];
  const place = excerpt === undefined ? null : words;
  const figures = [...cellsOf(finding)].sort().map((id) => [id, current(id)]);
  const isBare = figures.length === 0 && place === null && expected === null && actual === null;
  return hashOf(JSON.stringify([figures, expected, actual, place, ...(isBare ? [finding.message] : [])]));
}

function isAbout(confirmation: Confirmation, finding: Finding): boolean {
  const own = cellsOf(finding);
  if (confirmation.code !== finding.code || confirmation.cells.length !== own.length) return false;
  const cells = new Set(confirmation.cells);
  return own.every((id) => cells.has(id));
}

/** FNV-1a in 64 bits: short, the same on every machine, and no secret has to be kept. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
