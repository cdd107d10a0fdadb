import { type Finding, sectionOf } from "../../../check/finding.ts";
import type { Edition } from "../../../edition/read.ts";
import type { NarrativeTemplate, SectionTemplate } from "../../../edition/schema.ts";
import type { Draft, NarrativeNode } from "../../../report/file/draft.ts";
import { narrativeToText } from "../../../report/narrative/narrative.ts";
import { filledOf } from "../grid/table-summary.tsx";

export type Progress = {
  readonly kind: "untouched" | "underway" | "blanks" | "problems" | "done";
  readonly words: string;
};

/** How far a section is. Problems come before blanks: the same findings the list at the right counts. */
export function progressOf(
  section: SectionTemplate,
  edition: Edition,
  draft: Draft,
  findings: readonly Finding[],
): Progress {
  const problems = problemsIn(section.id, findings, edition);
  if (problems.length > 0) return { kind: "problems", words: `${problems.length} 处问题` };
  const parts = section.contents.map((content) => {
    if (content.kind === "table") return filledOf(content.table, edition, draft.tables);
    return writtenOf(content, draft.narrative[content.slot]);
  });
  const filled = parts.reduce((sum, part) => sum + part.filled, 0);
  const all = parts.reduce((sum, part) => sum + part.all, 0);
  if (filled === 0) return { kind: "untouched", words: "未开始" };
  if (filled === all) return { kind: "done", words: "已完成" };
  const hasTable = section.contents.some((content) => content.kind === "table");
  return hasTable
    ? { kind: "blanks", words: `${all - filled} 格未填` }
    : { kind: "underway", words: "填写中" };
}

type Written = { readonly filled: number; readonly all: number };

/** A text that lacks one of its parts counts as half written. */
function writtenOf(content: NarrativeTemplate, narrative: NarrativeNode | undefined): Written {
  const known = narrative && written.get(narrative);
  if (known) return known;
  const text = narrativeToText(narrative).trim();
  const whole = (content.parts ?? []).every((part) => part.anyOf.some((word) => text.includes(word)));
  const result = { filled: text === "" ? 0 : 1, all: whole || text === "" ? 1 : 2 };
  if (narrative) written.set(narrative, result);
  return result;
}

/** The list of sections asks at every keystroke, and a text changes seldom. */
const written = new WeakMap<NarrativeNode, Written>();

/** The findings that count as problems of a section: not hints, and not cells that are merely blank. */
export function problemsIn(section: string, findings: readonly Finding[], edition: Edition): Finding[] {
  return findings.filter(
    (finding) =>
      sectionOf(finding, edition) === section && finding.severity !== "hint" && finding.code !== "cell.blank",
  );
}
