import { memo } from "react";
import { useFormContext } from "react-hook-form";
import type { Cell } from "../../../edition/cells.ts";
import { lookupIn, printedForm } from "../../../report/figures/values.ts";
import { lastYearsTables } from "../../../report/last-year/prior.ts";
import { useDisplay } from "../../display.ts";
import type { ReportFields } from "../report/fields.ts";
import { elementIdOf, useReport, useTopic } from "../report/report-context.ts";

/** One figure to fill in. The input is uncontrolled: what was typed stays as typed; the painter gives the look. */
export const InputCell = memo(function InputCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  const { state, editing } = useReport();
  const { register } = useFormContext<ReportFields>();
  const field = register(`cells.${cell.id}` as "cells.table.row.column", {
    onChange: (event: { target: HTMLInputElement }) => editing.typed(cell, event.target.value),
  });
  const { lastYear } = useDisplay();
  return (
    <td className="figure" colSpan={colSpan}>
      <input
        {...field}
        id={elementIdOf(cell.id)}
        type="text"
        inputMode={cell.kind === "signed" ? "text" : cell.kind === "count" ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        aria-label={`${cell.rowPath.join("，")}，${cell.columnPath.at(-1) ?? ""}`}
        aria-invalid={false}
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
