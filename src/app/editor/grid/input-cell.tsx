import { memo } from "react";
import { useFormContext } from "react-hook-form";
import type { Cell } from "../../../edition/cells.ts";
import { lastYearsTables } from "../../../report/prior.ts";
import { lookupIn, printedForm } from "../../../report/values.ts";
import { useDisplay } from "../../display.ts";
import type { ReportFields } from "../fields.ts";
import { elementIdOf, useReport, useTopic } from "../report-context.ts";
import { isFaulty, lookOf } from "./cell-look.ts";
import { useSelection } from "./grid-context.ts";
import { summaryIdOf } from "./table-summary.tsx";

/** One figure to fill in. The input is uncontrolled: what was typed stays as typed. */
export const InputCell = memo(function InputCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  const { state, editing } = useReport();
  const selection = useSelection();
  const { register } = useFormContext<ReportFields>();
  const look = useTopic(cell.id, () => lookOf(cell.id, state, selection));
  const field = register(`cells.${cell.id}` as "cells.table.row.column", {
    onChange: (event: { target: HTMLInputElement }) => editing.typed(cell, event.target.value),
  });
  const { lastYear } = useDisplay();
  const faulty = useTopic(cell.id, () => isFaulty(state.cellState(cell.id)));
  return (
    <td className={look} colSpan={colSpan}>
      <input
        {...field}
        id={elementIdOf(cell.id)}
        type="text"
        inputMode={cell.kind === "signed" ? "text" : cell.kind === "count" ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        aria-label={`${cell.rowPath.join("，")}，${cell.columnPath.at(-1) ?? ""}`}
        aria-invalid={faulty}
        aria-describedby={faulty ? summaryIdOf(cell.table) : undefined}
        onFocus={(event) => {
          event.target.select();
          state.focusRow(cell);
        }}
      />
      {lastYear && <PriorFigure cell={cell} />}
    </td>
  );
});

/** Last year's figure, small beside this year's. */
function PriorFigure({ cell }: { cell: Cell }) {
  const { state } = useReport();
  const value = useTopic("cover", () => lookupIn(lastYearsTables(state.draft()))(cell.id));
  if (value === null) return null;
  return (
    <span className="figure-prior" title="上年">
      {printedForm(value, cell.kind)}
    </span>
  );
}
