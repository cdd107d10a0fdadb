import wording from "../../templates/wording.json" with { type: "json" };
import type { Edition } from "../edition/read.ts";
import { fill } from "../edition/wording.ts";
import type { Draft } from "../report/file/draft.ts";
import { priorIn } from "../report/last-year/prior.ts";
import { narrativeIn } from "../report/narrative/read-passages.ts";
import { copiedShare, foldedSentences, paragraphsOf } from "../report/narrative/sentences.ts";
import type { Finding } from "./finding.ts";

/** Shares of a text's characters from which it is called copied. */
const thresholds = { warning: 0.5, hint: 0.3 } as const;

/** A text with less to compare is a formula (本年度未收取信息处理费): in folded characters. */
const leastCompared = 100;

/** How much of a copied sentence a message quotes; the finding's excerpt has all of it. */
const mostQuoted = 40;

/**
 * 内容雷同: texts whose sentences stand word for word in last year's report, in whichever section, figures
 * and years apart. The preface (a section without heading) is the same every year and is not looked at.
 */
export function copiedTextFindings(edition: Edition, draft: Draft): Finding[] {
  const prior = priorIn(draft);
  if (!prior?.narrative) return [];
  const known = foldedSentences(Object.values(prior.narrative).flatMap(paragraphsOf));
  const { lastYear, reportOf } = wording.acrossYears;
  const report = prior.year === undefined ? lastYear : fill(reportOf, { year: prior.year });
  return edition.sections.flatMap(({ id, heading, contents }) => {
    if (heading === undefined) return [];
    return contents.flatMap((content) => {
      if (content.kind !== "narrative") return [];
      const paragraphs = paragraphsOf(narrativeIn(draft, content.slot));
      return copiedFinding(paragraphs, known, { id, slot: content.slot, heading, report }) ?? [];
    });
  });
}

function copiedFinding(
  paragraphs: readonly string[],
  known: ReadonlySet<string>,
  { id, slot, heading, report }: { id: string; slot: string; heading: string; report: string },
): Finding | undefined {
  const { share, compared, longest } = copiedShare(paragraphs, known);
  if (compared < leastCompared || share < thresholds.hint) return undefined;
  const excerpt = longest.length > mostQuoted ? `${longest.slice(0, mostQuoted)}…` : longest;
  const percent = Math.round(share * 100);
  const values = { section: heading, percent, report, excerpt };
  return {
    code: "prior.copied",
    severity: share >= thresholds.warning ? "warning" : "hint",
    headline: fill(wording.acrossYears.copied.headline, values),
    message: fill(wording.acrossYears.copied.message, values),
    at: { section: id },
    about: slot,
    // So that a confirmation ends when more is copied.
    actual: percent,
    excerpt: longest,
  };
}
