import { memo } from "react";
import type { Cell } from "../../edition/cells.ts";
import { printedForm } from "../../report/values.ts";
import { elementIdOf, useReport, useTopic } from "./report-context.ts";

/** A computed figure. */
export const TotalCell = memo(function TotalCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  const { state } = useReport();
  const cellState = useTopic(cell.id, () => state.cellState(cell.id));
  const total = useTopic(cell.id, () => state.total(cell));
  return (
    <td id={elementIdOf(cell.id)} className={`figure figure-total figure-${cellState}`} colSpan={colSpan}>
      {printedForm(total, cell.kind)}
    </td>
  );
});
