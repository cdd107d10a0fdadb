import { useCallback, useState } from "react";
import type { Cause } from "../../../check/causes.ts";
import { type Finding, keyOf, type Place } from "../../../check/finding.ts";
import { type BlankHint, proposeForBlanks } from "../../../check/mends/mend-blanks.ts";
import { type Mend, proposeMends } from "../../../check/mends/mends.ts";
import type { Purpose } from "../../export/outputs/exporting.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { useRested } from "../../open-report/use-rested.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { severityNames } from "../../severity-names.ts";
import { useMend } from "../cures/use-cures.ts";
import { partsOf, stateOfPart } from "../part-state.ts";
import { CauseCard } from "./cause-card.tsx";
import { ConfirmedFindings } from "./confirmed-findings.tsx";
import { WaysOut } from "./ways-out.tsx";
import "./findings.css";

type Props = { onOpen: (part: string) => void; onExport: (purpose: Purpose) => void };

/** The verdict first; then what is wrong, what most likely is, what is worth a look; what was confirmed; and in 发布前检查 the ways out. */
export function FindingsPanel({ onOpen, onExport }: Props) {
  const { state } = useReport();
  const causes = useValue(state.causes, "findings");
  const finished = useValue(state.finished, "findings");
  const knowsTexts = useValue(state.knowsTexts, "findings");
  const isBlank = useValue(() => isUntouched(state), "draft", "findings");
  const { mends, hints } = useProposals();
  return (
    <div className="findings">
      <p role="status" className={`verdict ${isFaulty(causes) ? "verdict-bad" : ""}`}>
        {finished ? verdictOf(causes) : isBlank ? "表格和文字还没有填写。" : stateOf(causes, knowsTexts)}
      </p>
      {finished && (
        <div className="findings-stage">
          <UnfinishedParts causes={causes} onOpen={onOpen} />
          正在按成稿检查，未填的格子也算。
          <button type="button" className="link" onClick={() => state.setFinished(false)}>
            只看填写中的问题
          </button>
        </div>
      )}
      {(["error", "warning", "hint"] as const).map((severity) => {
        const own = causes.filter((cause) => cause.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} aria-label={severityNames[severity]}>
            <h2 className={`findings-group group-${severity}`}>
              {severityNames[severity]} {own.length}
            </h2>
            <ul>
              {own.map((cause) => (
                <CauseCard key={cause.key} cause={cause} mends={mends.get(cause.findings[0] as Finding)} />
              ))}
            </ul>
          </section>
        );
      })}
      <BlankHints hints={hints} />
      <ConfirmedFindings />
      {finished && (
        <WaysOut errors={causes.filter(({ severity }) => severity === "error").length} onExport={onExport} />
      )}
    </div>
  );
}

function isUntouched(state: ReportState): boolean {
  const [edition, draft, causes] = [state.edition(), state.draft(), state.causes()];
  return edition.sections.every(({ id }) => stateOfPart(id, edition, draft, causes).kind === "untouched");
}

function isFaulty(causes: readonly Cause[]): boolean {
  return causes.some(({ severity }) => severity === "error");
}

/** 2 处错误，1 处提醒 */
function countWords(causes: readonly Cause[]): string {
  return (["error", "warning", "hint"] as const)
    .map((severity) => ({ severity, count: causes.filter((cause) => cause.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} 处${severityNames[severity]}`)
    .join("，");
}

const nothingFound = "表格和文字没有发现问题。";

function verdictOf(causes: readonly Cause[]): string {
  const counts = countWords(causes);
  if (isFaulty(causes)) return `还不能发布：${counts}`;
  return `可以发布。${counts === "" ? nothingFound : `还有 ${counts}。`}`;
}

/** What was looked at, and no more than that: the texts come a moment after the tables. */
function stateOf(causes: readonly Cause[], knowsTexts: boolean): string {
  const counts = countWords(causes);
  if (counts !== "") return counts;
  return knowsTexts ? `已填的${nothingFound}` : "已填的表格没有发现问题；文字还没有核对。";
}

/** The parts that are not finished, in the words of the list of sections. */
function UnfinishedParts({ causes, onOpen }: { causes: readonly Cause[]; onOpen: (part: string) => void }) {
  const { state } = useReport();
  const draft = useValue(state.draft, "draft");
  const parts = partsOf(state.edition())
    .map((part) => ({ ...part, state: stateOfPart(part.id, state.edition(), draft, causes) }))
    .filter((part) => part.state.kind !== "done");
  if (parts.length === 0) return <p className="good">各部分都已完成。</p>;
  return (
    <ul className="unfinished" aria-label="还没有完成的部分">
      {parts.map(({ id, name, state: { words } }) => (
        <li key={id}>
          <button type="button" className="link" onClick={() => onOpen(id)}>
            {name}
          </button>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

type Proposals = {
  readonly mends: ReadonlyMap<Finding, readonly Mend[]>;
  readonly hints: readonly BlankHint[];
};

/** How long typing rests before proposals are sought, in milliseconds: seeking one tries many figures. */
const rest = 250;

/** What would mend the findings, and which blanks follow from the other figures. */
function useProposals(): Proposals {
  const { state } = useReport();
  const [proposals, setProposals] = useState<Proposals>({ mends: new Map(), hints: [] });
  const seek = useCallback(() => {
    const [edition, draft, findings] = [state.edition(), state.draft(), state.findings()];
    setProposals({
      mends: new Map(findings.map((finding) => [finding, proposeMends(finding, edition, draft, findings)])),
      hints: proposeForBlanks(edition, draft),
    });
  }, [state]);
  useRested(seek, rest, "draft", "findings");
  return proposals;
}

/** Cells still blank whose figure follows from the others. */
function BlankHints({ hints }: { hints: readonly BlankHint[] }) {
  const { state, goTo } = useReport();
  const apply = useMend();
  const seek = (): Mend[] => proposeForBlanks(state.edition(), state.draft()).map(({ mend }) => mend);
  if (hints.length === 0) return null;
  return (
    <ul aria-label="可以推算的格子">
      {hints.map(({ finding, mend }) => (
        <li key={keyOf(finding)} className="finding finding-hint">
          <h3>{finding.headline}</h3>
          <p>{finding.message}</p>
          <p className="finding-actions">
            <button type="button" className="link" onClick={() => apply(mend, seek, finding.at)}>
              {mend.label}
            </button>
            <GoThere at={finding.at} goTo={goTo} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function GoThere({ at, goTo }: { at: Place; goTo: (place: Place) => void }) {
  return (
    <button type="button" className="link" onClick={() => goTo(at)}>
      转到这一格
    </button>
  );
}
