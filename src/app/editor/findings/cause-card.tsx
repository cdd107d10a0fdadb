import { memo, useEffect, useRef, useState } from "react";
import { type Cause, cellsOfCause } from "../../../check/causes.ts";
import { canBeConfirmed } from "../../../check/confirmations.ts";
import type { Finding } from "../../../check/finding.ts";
import { type Mend, proposeMends } from "../../../check/mends/mends.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import { cardIdOf, useReport } from "../../open-report/open-report.ts";
import { severityNames } from "../../severity-names.ts";
import { ConfirmForm } from "../cures/confirm-form.tsx";
import { useCures, useMend } from "../cures/use-cures.ts";

type Props = { cause: Cause; mends: readonly Mend[] | undefined };

/** A cause: what is wrong and where, both sides with their figures, what would mend it, and the way there. */
export const CauseCard = memo(function CauseCard({ cause, mends = [] }: Props) {
  const { state, goTo } = useReport();
  const [confirming, setConfirming] = useState(false);
  const cures = useCures(cause);
  const mend = useMend();
  const [first] = cause.findings;
  const hasMarked = useRef(false);
  const mark = (): void => {
    hasMarked.current = true;
    state.mark(cellsOfCause(cause));
  };
  const unmark = (): void => {
    hasMarked.current = false;
    state.mark([]);
  };
  // A card that goes, because its mend was pressed, is never left by the pointer.
  useEffect(
    () => () => {
      if (hasMarked.current) state.mark([]);
    },
    [state],
  );
  const seek = (): Mend[] =>
    first ? proposeMends(first, state.edition(), state.draft(), state.findings()) : [];
  const isOneCell = "cells" in cause.at && !cause.isMany;
  const proposed = [
    ...cures,
    ...mends.map((one) => ({
      label: one.label,
      reason: one.reason,
      apply: () => mend(one, seek, cause.at),
    })),
  ];
  return (
    // The pointer only shows what the sentence says: which cells take part.
    <li
      id={cardIdOf(cause.key)}
      // Where 看详情 in the text leads to.
      tabIndex={-1}
      className={`finding finding-open finding-${cause.severity}`}
      onPointerEnter={mark}
      onPointerLeave={unmark}
      onFocus={mark}
      onBlur={(event) => event.currentTarget.matches(":hover") || unmark()}
    >
      <h3>
        <span className="hidden">{severityNames[cause.severity]}：</span>
        {cause.headline}
      </h3>
      <p>{cause.message}</p>
      {first && <Comparison finding={first} isHelpless={proposed.length === 0} />}
      {cause.isMany && <Places findings={cause.findings} />}
      {cause.source && <p className="finding-source">{cause.source}</p>}
      {proposed.length > 0 && (
        <ul className="mends" aria-label="可能的改法">
          {proposed.map(({ label, reason, apply }) => (
            <li key={label}>
              <button type="button" className="link" onClick={apply}>
                {label}
              </button>
              {reason && <span>{reason}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="finding-actions">
        <button type="button" className="link" onClick={() => goTo(cause.at)}>
          {isOneCell ? "转到这一格" : "转到这里"}
        </button>
        {cause.findings.every(canBeConfirmed) && !confirming && (
          <button type="button" className="link" onClick={() => setConfirming(true)}>
            确认无误…
          </button>
        )}
      </p>
      {confirming && <ConfirmForm findings={cause.findings} onDone={() => setConfirming(false)} />}
    </li>
  );
});

/** Which side of a balance is larger and by how much; where no mend is known, what to look at. */
function Comparison({ finding, isHelpless }: { finding: Finding; isHelpless: boolean }) {
  const { at, severity, expected, actual } = finding;
  const isBalance = "cells" in at && at.cells.length > 1 && severity === "error";
  if (!isBalance || expected === undefined || actual === undefined) return null;
  const [more, less] = expected > actual ? [expected, actual] : [actual, expected];
  const difference = Math.round((more - less) * 1e6) / 1e6;
  return (
    <p>
      {more} 比 {less} 多 {difference}。{isHelpless && "对照台账查这一列。"}
    </p>
  );
}

function Places({ findings }: { findings: readonly Finding[] }) {
  const { state, goTo } = useReport();
  const { cells } = state.edition();
  return (
    <details className="places">
      <summary>{findings.every(({ at }) => "cells" in at) ? "逐格看" : "逐处看"}</summary>
      <ul>
        {findings.map((finding) => {
          const cell = "cells" in finding.at ? cells.get(finding.at.cells[0] ?? "") : undefined;
          return (
            <li key={finding.message}>
              <button type="button" className="link" onClick={() => goTo(finding.at)}>
                {cell ? placeOfCell(cell) : (finding.excerpt ?? finding.headline)}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
