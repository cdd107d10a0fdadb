import { memo, useState } from "react";
import { cellsOf, type Finding, sectionOf } from "../../../check/finding.ts";
import type { Mend } from "../../../check/mends/mends.ts";
import { isInput } from "../../../edition/cells.ts";
import { typedForm } from "../../../report/figures/values.ts";
import { coverId } from "../frame/section-list.tsx";
import { useReport } from "../report/report-context.ts";
import { ConfirmForm } from "./confirm-form.tsx";

type Props = { finding: Finding; mends: readonly Mend[] | undefined };

/** A finding: what is wrong, both sides with their figures, what would mend it, and the way there. */
export const FindingCard = memo(function FindingCard({ finding, mends }: Props) {
  const { state, jumpTo } = useReport();
  const [confirming, setConfirming] = useState(false);
  const cells = cellsOf(finding);
  const target = cells.find((id) => isInput(state.edition().cells.get(id)));
  return (
    // The pointer only shows what the sentence says: which cells take part.
    <li
      className={`finding finding-${finding.severity}`}
      onPointerEnter={() => state.mark(cells)}
      onPointerLeave={() => state.mark([])}
      onFocus={() => state.mark(cells)}
      onBlur={(event) => event.currentTarget.matches(":hover") || state.mark([])}
    >
      <h3>
        <span className="hidden">{severityNames[finding.severity]}：</span>
        {finding.headline}
      </h3>
      <p>{finding.message}</p>
      {finding.source && <p className="finding-source">{finding.source}</p>}
      {mends && mends.length > 0 && <Mends mends={mends} />}
      <p className="finding-actions">
        <button
          type="button"
          className="link"
          onClick={() => jumpTo(sectionOf(finding, state.edition()) || coverId, target)}
        >
          {target === undefined ? "转到这一部分" : "转到这一格"}
        </button>
        {finding.severity !== "error" && !confirming && (
          <button type="button" className="link" onClick={() => setConfirming(true)}>
            确认无误…
          </button>
        )}
      </p>
      {confirming && <ConfirmForm finding={finding} onDone={() => setConfirming(false)} />}
    </li>
  );
});

function Mends({ mends }: { mends: readonly Mend[] }) {
  const { state, editing } = useReport();
  const apply = (mend: Mend): void => {
    const { cells } = state.edition();
    editing.write(
      mend.changes.flatMap(({ cell: id, value }) => {
        const cell = cells.get(id);
        return cell ? [{ cell, text: typedForm(value) }] : [];
      }),
    );
  };
  return (
    <ul className="mends" aria-label="可能的改法">
      {mends.map((mend) => (
        <li key={mend.label}>
          <button type="button" className="link" onClick={() => apply(mend)}>
            {mend.label}
          </button>
          <span>{mend.reason}</span>
        </li>
      ))}
    </ul>
  );
}

export const severityNames: Readonly<Record<Finding["severity"], string>> = {
  error: "错误",
  warning: "提醒",
  hint: "提示",
};
