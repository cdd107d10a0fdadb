import { type Cause, causesOf } from "../../../check/causes.ts";
import type { ConfirmedFinding } from "../../../check/confirmations.ts";
import type { Edition } from "../../../edition/read.ts";
import type { Lookup } from "../../../report/figures/values.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { printConfirmations } from "./print-confirmations.ts";

/** What the clerk confirmed, each with its reason; it can be printed for the reviewer. */
export function ConfirmedFindings() {
  const { state } = useReport();
  const confirmed = useValue(state.confirmed, "findings");
  if (confirmed.length === 0) return null;
  const told = asTold(confirmed, state.edition(), state.figure);
  return (
    <details className="confirmed">
      <summary>已确认无误 {told.length} 处</summary>
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
        {told.map(({ cause: { key, headline, message, findings }, reason }) => (
          <li key={JSON.stringify([key, reason])} className="finding">
            <h3>{headline}</h3>
            <p>{message}</p>
            <p>理由：{reason}</p>
            <button type="button" className="link" onClick={() => state.reopen(findings)}>
              取消确认
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** As it was told when it was confirmed: what is one card there is one here. */
function asTold(
  confirmed: readonly ConfirmedFinding[],
  edition: Edition,
  figure: Lookup,
): { readonly cause: Cause; readonly reason: string }[] {
  const reasons = [...new Set(confirmed.map(({ confirmation }) => confirmation.reason))];
  return reasons.flatMap((reason) => {
    const own = confirmed.filter(({ confirmation }) => confirmation.reason === reason);
    return causesOf(own, edition, figure).map((cause) => ({ cause, reason }));
  });
}
