import { keyOf } from "../../../check/finding.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { printConfirmations } from "./print-confirmations.ts";

/** What the clerk confirmed, each with its reason; it can be printed for the reviewer. */
export function ConfirmedFindings() {
  const { state } = useReport();
  const confirmed = useValue(state.confirmed, "findings");
  if (confirmed.length === 0) return null;
  return (
    <details className="confirmed">
      <summary>已确认无误 {confirmed.length} 处</summary>
      <p className="confirmed-print">
        <button
          type="button"
          className="link"
          onClick={() => printConfirmations(state.edition(), state.draft(), confirmed)}
        >
          打印确认说明
        </button>
      </p>
      <ul>
        {confirmed.map((finding) => (
          <li key={keyOf(finding)} className="finding">
            <h3>{finding.headline}</h3>
            <p>理由：{finding.confirmation.reason}</p>
            <button type="button" className="link" onClick={() => state.reopen(finding)}>
              取消确认
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
