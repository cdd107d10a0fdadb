import { memo } from "react";
import type { Cell } from "../../../../edition/cells.ts";
import { lookupIn, printedForm } from "../../../../report/figures/values.ts";
import { lastYearsTables } from "../../../../report/last-year/prior.ts";
import { useDisplay } from "../../../display.ts";
import { elementIdOf, useReport, useValue } from "../../../open-report/open-report.ts";

/** One figure to fill in. The painter writes its text and gives it its look. */
export const InputCell = memo(function InputCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  const { lastYear } = useDisplay();
  return (
    <td className="figure" colSpan={colSpan}>
      <input
        id={elementIdOf(cell.id)}
        type="text"
        inputMode={cell.kind === "signed" ? "text" : cell.kind === "count" ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        aria-label={`${cell.rowPath.join("，")}，${cell.columnPath.at(-1) ?? ""}`}
        aria-invalid={false}
      />
      {lastYear && <PriorFigure cell={cell} />}
    </td>
  );
});

/** Last year's figure, small on a line of its own under this year's: it must not be taken for an entry. */
function PriorFigure({ cell }: { cell: Cell }) {
  const { state } = useReport();
  const value = useValue(() => lookupIn(lastYearsTables(state.draft()))(cell.id), "cover");
  if (value === null) return null;
  return (
    <span className="figure-prior">
      上年 <b>{printedForm(value, cell.kind)}</b>
    </span>
  );
}
