import { useCallback, useState } from "react";
import { confirmationOf, withoutConfirmation } from "../../../check/confirmations.ts";
import { cellsOf, type Finding, keyOf, sectionOf } from "../../../check/finding.ts";
import { type BlankHint, proposeForBlanks } from "../../../check/mends/mend-blanks.ts";
import { type Mend, proposeMends } from "../../../check/mends/mends.ts";
import { typedForm } from "../../../report/figures/values.ts";
import { useReport, useTopic } from "../report/report-context.ts";
import { useRested } from "../report/use-rested.ts";
import { FindingCard, severityNames } from "./finding-card.tsx";

/** What does not balance, what is most likely wrong, what is worth a look; and what was confirmed. */
export function FindingsPanel() {
  const { state } = useReport();
  const findings = useTopic("findings", state.findings);
  const finished = useTopic("findings", state.finished);
  const { mends, hints } = useProposals();
  return (
    <div className="findings">
      {finished && (
        <p className="findings-stage">
          正在按成稿检查，未填的格子也算。
          <button type="button" className="link" onClick={() => state.setFinished(false)}>
            只看填写中的问题
          </button>
        </p>
      )}
      <p role="status" className={findings.length === 0 ? "findings-none" : "hidden"}>
        {findings.length === 0
          ? finished
            ? "没有发现问题，可以导出。"
            : "已填的数字没有发现问题。"
          : countWords(findings)}
      </p>
      <ul>
        {findings.map((finding) => (
          <FindingCard key={keyOf(finding)} finding={finding} mends={mends.get(finding)} />
        ))}
      </ul>
      <BlankHints hints={hints} />
      <ConfirmedFindings />
    </div>
  );
}

type Proposals = {
  readonly mends: ReadonlyMap<Finding, readonly Mend[]>;
  readonly hints: readonly BlankHint[];
};

/** How long typing rests before proposals are sought, in milliseconds: seeking one tries many figures. */
const rest = 200;

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
  useRested("draft findings", rest, seek);
  return proposals;
}

/** Cells still blank whose figure follows from the others. */
function BlankHints({ hints }: { hints: readonly BlankHint[] }) {
  const { state, editing, jumpTo } = useReport();
  if (hints.length === 0) return null;
  return (
    <ul aria-label="可以推算的格子">
      {hints.map(({ finding, mend }) => (
        <li key={keyOf(finding)} className="finding finding-hint">
          <h3>{finding.headline}</h3>
          <p>{finding.message}</p>
          <p className="finding-actions">
            <button
              type="button"
              className="link"
              onClick={() =>
                editing.write(
                  mend.changes.flatMap(({ cell: id, value }) => {
                    const cell = state.edition().cells.get(id);
                    return cell ? [{ cell, text: typedForm(value) }] : [];
                  }),
                )
              }
            >
              {mend.label}
            </button>
            <button
              type="button"
              className="link"
              onClick={() => jumpTo(sectionOf(finding, state.edition()), cellsOf(finding)[0])}
            >
              转到这一格
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}

function ConfirmedFindings() {
  const { state } = useReport();
  const confirmed = useTopic("findings", state.confirmed);
  if (confirmed.length === 0) return null;
  return (
    <details className="confirmed">
      <summary>已确认无误 {confirmed.length} 处</summary>
      <ul>
        {confirmed.map((finding) => (
          <li key={keyOf(finding)} className="finding">
            <h3>{finding.headline}</h3>
            <p>理由：{confirmationOf(finding, state.draft())?.reason}</p>
            <button
              type="button"
              className="link"
              onClick={() =>
                state.change({
                  confirmations: withoutConfirmation(state.draft(), finding).confirmations ?? [],
                })
              }
            >
              取消确认
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function countWords(findings: readonly Finding[]): string {
  return (["error", "warning", "hint"] as const)
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${severityNames[severity]} ${count} 处`)
    .join("，");
}
