import type { Finding } from "../../check/finding.ts";
import { useReport, useTopic } from "./report-context.ts";
import { coverId } from "./section-list.tsx";

/** What does not balance, what is most likely wrong, what is worth a look; each with the way to its cell. */
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
            key={`${finding.code} ${finding.cells[0] ?? ""} ${finding.headline}`}
            finding={finding}
          />
        ))}
      </ul>
    </div>
  );
}

function FindingCard({ finding }: { finding: Finding }) {
  const { state, jumpTo } = useReport();
  const target =
    finding.cells.find((id) => state.edition().cells.get(id)?.addends === undefined) ?? finding.cells[0];
  return (
    // The pointer only shows what the sentence says: which cells take part.
    <li
      className={`finding finding-${finding.severity}`}
      onPointerEnter={() => state.mark(finding.cells)}
      onPointerLeave={() => state.mark([])}
      onFocus={() => state.mark(finding.cells)}
      onBlur={() => state.mark([])}
    >
      <h3>
        <span className="hidden">{severityNames[finding.severity]}：</span>
        {finding.headline}
      </h3>
      <p>{finding.message}</p>
      {finding.source && <p className="finding-source">{finding.source}</p>}
      <button
        type="button"
        className="link"
        onClick={() =>
          jumpTo(
            finding.section || coverId,
            target !== undefined && isInput(target, state) ? target : undefined,
          )
        }
      >
        {target === undefined ? "转到这一部分" : "转到这一格"}
      </button>
    </li>
  );
}

function isInput(id: string, state: ReturnType<typeof useReport>["state"]): boolean {
  const cell = state.edition().cells.get(id);
  return cell !== undefined && cell.addends === undefined;
}

const severityNames: Readonly<Record<Finding["severity"], string>> = {
  error: "错误",
  warning: "提醒",
  hint: "提示",
};

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
