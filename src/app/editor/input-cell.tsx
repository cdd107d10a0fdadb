import { memo } from "react";
import { useFormContext } from "react-hook-form";
import type { Cell } from "../../edition/cells.ts";
import { lookupIn, parseTyped } from "../../report/values.ts";
import type { ReportFields } from "./fields.ts";
import { elementIdOf, useReport, useTopic } from "./report-context.ts";
import { summaryIdOf } from "./table-summary.tsx";

/** One figure to fill in. The input is uncontrolled: what was typed stays as typed. */
export const InputCell = memo(function InputCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  const { state } = useReport();
  const { register } = useFormContext<ReportFields>();
  const cellState = useTopic(cell.id, () => state.cellState(cell.id));
  const zero = useTopic(cell.id, () => lookupIn(state.draft().tables)(cell.id) === 0);
  const field = register(`cells.${cell.id}` as "cells.table.row.column", {
    onChange: (event: { target: HTMLInputElement }) => state.setCell(cell, parseTyped(event.target.value)),
  });
  const faulty = cellState === "violated" || cellState === "illTyped";
  return (
    <td className={`figure figure-${cellState}${zero ? " figure-zero" : ""}`} colSpan={colSpan}>
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
    </td>
  );
});
