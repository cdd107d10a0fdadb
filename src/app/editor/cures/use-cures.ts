import type { Cause } from "../../../check/causes.ts";
import { figuresOf } from "../../../check/check.ts";
import { cellsOf, type Finding, type Place, sectionOf } from "../../../check/finding.ts";
import type { Mend } from "../../../check/mends/mends.ts";
import type { NarrativeTemplate } from "../../../edition/schema.ts";
import { figureReader } from "../../../report/figures/living.ts";
import { tenThousandsFrom } from "../../../report/figures/notation.ts";
import type { CellValue, NarrativeNode } from "../../../report/file/draft.ts";
import { withInstead, withMissing } from "../../../report/narrative/edit-narrative.ts";
import { narrativeToText } from "../../../report/narrative/narrative.ts";
import { headingPassage, paragraphPassage, plainTextOf } from "../../../report/narrative/passages.ts";
import { passagesOf } from "../../../report/narrative/read-passages.ts";
import { type OpenReport, useReport } from "../../open-report/open-report.ts";
import type { CellChange, ReportState } from "../../report-state/report-state.ts";

/** Something a button in a card does about it. */
export type Cure = { readonly label: string; readonly reason?: string; readonly apply: () => void };

/**
 * Applies a mend; the focus goes to what it changed, because its button goes with the finding. The lists follow a moment
 * after the figures: `seek` gives what would mend these now, and a mend that is not among it is not applied.
 */
export function useMend(): (mend: Mend, seek: () => readonly Mend[], at: Place) => void {
  const { state, goTo } = useReport();
  return ({ changes }, seek, at) => {
    const { cells } = state.edition();
    const wanted = JSON.stringify(changes);
    if (!seek().some((mend) => JSON.stringify(mend.changes) === wanted)) return goTo(at);
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
  const report = useReport();
  return curesOf(cause, report).map((shown) => ({
    ...shown,
    // Asked again: something may have been typed since the button was drawn.
    apply: () => {
      const cure = curesOf(cause, report).find(({ label }) => label === shown.label);
      if (cure) cure.apply();
      else report.goTo(cause.at);
    },
  }));
}

type Report = Pick<OpenReport, "state" | "goTo">;

function curesOf(cause: Cause, { state, goTo }: Report): Cure[] {
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
  const write = (label: string, slot: string, changed: NarrativeNode | undefined, to?: number): Cure[] =>
    changed === undefined
      ? []
      : [
          {
            label,
            apply: () => {
              state.setTexts({ [slot]: changed });
              const end = to ?? narrativeToText(changed).length;
              goTo({ slot, from: end, to: end });
            },
          },
        ];
  const [first] = cause.findings;
  if (!first) return [];
  switch (first.code) {
    case "cell.blank":
      return setAll(
        `补零（${cellsOf(first).length} 格）`,
        changesFor(cause, state, (_, value) => (value === null ? 0 : undefined)),
      );
    case "cell.notNumber": {
      const changes = changesFor(cause, state, (_, value) => (isNothing(value) ? 0 : undefined));
      return setAll(changes.length > 1 ? "都改为 0" : "改为 0", changes);
    }
    case "cell.inYuan": {
      const changes = changesFor(cause, state, ({ expected }, value) =>
        tenThousandsFrom(value) === expected ? expected : undefined,
      );
      const [change] = changes;
      return setAll(changes.length > 1 ? "都改成万元" : `改为 ${change?.value}`, changes);
    }
    case "narrative.blank":
    case "narrative.partMissing": {
      const content = textLacking(first, state);
      if (!content) return [];
      const { slot, suggestion } = content;
      const text = state.draft().narrative[slot];
      if (first.code === "narrative.partMissing") {
        const parts = cause.findings.map(({ about = "" }) => headingPassage(about));
        return write("补小标题", slot, withMissing(text, parts));
      }
      if (suggestion === undefined) return [];
      return write(`填“${suggestion}”`, slot, withMissing(text, [paragraphPassage(suggestion)]));
    }
    default:
      return insteadOf(first, state, write);
  }
}

/** What a text finding would have at its place. */
function insteadOf(
  { at, instead, excerpt }: Finding,
  state: ReportState,
  write: (label: string, slot: string, changed: NarrativeNode | undefined, to?: number) => Cure[],
): Cure[] {
  if (instead === undefined || !("slot" in at)) return [];
  const narrative = state.draft().narrative[at.slot];
  const read = figureReader(state.edition(), figuresOf(state.draft()));
  if (plainTextOf(passagesOf(narrative, read)).slice(at.from, at.to) !== excerpt) return [];
  const changed = withInstead(narrative, at.from, at.to, instead, read);
  return write(`改为“${instead}”`, at.slot, changed, at.from + instead.length);
}

/** What clerks write where there is nothing to report. */
function isNothing(value: unknown): boolean {
  return typeof value === "string" && /^[-—–－/／无没有\s]+$/.test(value);
}

function changesFor(
  { findings }: Cause,
  state: ReportState,
  valueFor: (finding: Finding, value: CellValue) => number | undefined,
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

/** The text in which a section lacks something. */
function textLacking(finding: Finding, state: ReportState): NarrativeTemplate | undefined {
  const id = sectionOf(finding, state.edition());
  const section = state.edition().sections.find((candidate) => candidate.id === id);
  return section?.contents.find((candidate) => candidate.kind === "narrative");
}
