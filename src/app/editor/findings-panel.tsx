import { useEffect, useState } from "react";
import { confirmationOf, withoutConfirmation } from "../../check/confirmations.ts";
import type { Finding } from "../../check/finding.ts";
import { type BlankHint, proposeForBlanks } from "../../check/mend-blanks.ts";
import { typedForm } from "../../report/values.ts";
import { FindingCard, severityNames } from "./finding-card.tsx";
import { useReport, useTopic } from "./report-context.ts";

/** What does not balance, what is most likely wrong, what is worth a look; and what was confirmed. */
export function FindingsPanel() {
  const { state } = useReport();
  const findings = useTopic("findings", state.findings);
  const finished = useTopic("findings", state.finished);
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
          <FindingCard
            key={`${finding.code} ${finding.cells[0] ?? ""} ${finding.section}`}
            finding={finding}
          />
        ))}
      </ul>
      <BlankHints />
      <ConfirmedFindings />
    </div>
  );
}

/** How long typing rests before hints are sought, in milliseconds. */
const rest = 200;

/** Cells still blank whose figure follows from the others. */
function BlankHints() {
  const { state, editing, jumpTo } = useReport();
  const [hints, setHints] = useState<readonly BlankHint[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seek = (): void => setHints(proposeForBlanks(state.edition(), state.draft()));
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(seek, rest);
    };
    later();
    const leave = state.subscribe("draft", later);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [state]);
  if (hints.length === 0) return null;
  return (
    <ul aria-label="可以推算的格子">
      {hints.map(({ finding, mend }) => (
        <li key={finding.cells[0]} className="finding finding-hint">
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
            <button type="button" className="link" onClick={() => jumpTo(finding.section, finding.cells[0])}>
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
          <li key={`${finding.code} ${finding.cells[0] ?? ""}`} className="finding">
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
