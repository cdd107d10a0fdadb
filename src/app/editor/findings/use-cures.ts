import type { Cause } from "../../../check/causes.ts";
import { cellsOf, type Finding, sectionOf } from "../../../check/finding.ts";
import type { Mend } from "../../../check/mends/mends.ts";
import type { NarrativeTemplate } from "../../../edition/schema.ts";
import { isPlainNarrative, narrativeToText, textToNarrative } from "../../../report/narrative/narrative.ts";
import { useReport } from "../../report-state/open-report.ts";
import type { CellChange, ReportState } from "../../report-state/report-state.ts";
import { withLines } from "../narrative/with-lines.ts";

/** Something a button in a card does about it. */
export type Cure = { readonly label: string; readonly reason?: string; readonly apply: () => void };

/** Applies a mend; the focus goes to what it changed, because its button goes with the finding. */
export function useMend(): (mend: Pick<Mend, "changes">) => void {
  const { state, goTo } = useReport();
  return ({ changes }) => {
    const { cells } = state.edition();
    state.setCells(
      changes.flatMap(({ cell: id, value }) => {
        const cell = cells.get(id);
        return cell ? [{ cell, value }] : [];
      }),
    );
    goTo({ cells: changes.map(({ cell }) => cell) });
  };
}

/** What cures a cause at once, where that is certain: no guess is among them. */
export function useCures(cause: Cause): Cure[] {
  const { state, goTo } = useReport();
  const setAll = (label: string, changes: readonly CellChange[]): Cure[] =>
    changes.length === 0
      ? []
      : [
          {
            label,
            apply: () => {
              state.setCells(changes);
              goTo({ cells: changes.map(({ cell }) => cell.id) });
            },
          },
        ];
  const write = (label: string, slot: string, text: string): Cure => ({
    label,
    apply: () => {
      state.setText(slot, textToNarrative(text, state.draft().narrative[slot]));
      goTo({ slot, from: text.length, to: text.length });
    },
  });
  const [first] = cause.findings;
  if (!first) return [];
  switch (first.code) {
    case "cell.blank":
      return setAll(
        `补零（${cellsOf(first).length} 格）`,
        changesFor(cause, state, () => 0),
      );
    case "cell.notNumber": {
      const changes = changesFor(cause, state, (_, value) => (isNothing(value) ? 0 : undefined));
      return setAll(changes.length > 1 ? "都改为 0" : "改为 0", changes);
    }
    case "cell.inYuan": {
      const changes = changesFor(cause, state, ({ expected }) => expected);
      const [change] = changes;
      return setAll(changes.length > 1 ? "都改成万元" : `改为 ${change?.value}`, changes);
    }
    case "narrative.blank":
    case "narrative.partMissing": {
      const text = plainTextOf(first, state);
      if (!text) return [];
      const { content, lines } = text;
      if (first.code === "narrative.partMissing")
        return [
          write(
            "补小标题",
            content.slot,
            withLines(
              lines,
              cause.findings.map(({ about = "" }) => about),
            ),
          ),
        ];
      const { suggestion } = content;
      return suggestion === undefined ? [] : [write(`填“${suggestion}”`, content.slot, suggestion)];
    }
    default:
      return insteadOf(first, state, write);
  }
}

/** What a text finding would have at its place. */
function insteadOf(
  { at, instead, excerpt }: Finding,
  state: ReportState,
  write: (label: string, slot: string, text: string) => Cure,
): Cure[] {
  if (instead === undefined || !("slot" in at)) return [];
  const narrative = state.draft().narrative[at.slot];
  const text = narrativeToText(narrative);
  if (!isPlainNarrative(narrative) || text.slice(at.from, at.to) !== excerpt) return [];
  return [write(`改为“${instead}”`, at.slot, text.slice(0, at.from) + instead + text.slice(at.to))];
}

/** What clerks write where there is nothing to report. */
function isNothing(value: unknown): boolean {
  return typeof value === "string" && /^[-—–－/／无没有\s]+$/.test(value);
}

function changesFor(
  { findings }: Cause,
  state: ReportState,
  valueFor: (finding: Finding, value: unknown) => number | undefined,
): CellChange[] {
  const { cells } = state.edition();
  return findings.flatMap((finding) =>
    cellsOf(finding).flatMap((id) => {
      const cell = cells.get(id);
      const value = valueFor(finding, state.figure(id));
      return cell && value !== undefined ? [{ cell, value }] : [];
    }),
  );
}

/** The text in which a section lacks something; undefined where it is more than plain lines. */
function plainTextOf(
  finding: Finding,
  state: ReportState,
): { readonly content: NarrativeTemplate; readonly lines: string } | undefined {
  const id = sectionOf(finding, state.edition());
  const section = state.edition().sections.find((candidate) => candidate.id === id);
  const content = section?.contents.find((candidate) => candidate.kind === "narrative");
  const narrative = content && state.draft().narrative[content.slot];
  return content && isPlainNarrative(narrative) ? { content, lines: narrativeToText(narrative) } : undefined;
}
