import { memo } from "react";
import type { Cell } from "../../../edition/cells.ts";
import { printedForm } from "../../../report/values.ts";
import { elementIdOf, useReport, useTopic } from "../report-context.ts";
import { useSelection } from "./grid-context.ts";

/** A computed figure. */
export const TotalCell = memo(function TotalCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  const { state } = useReport();
  const selection = useSelection();
  const cellState = useTopic(cell.id, () => state.cellState(cell.id));
  const total = useTopic(cell.id, () => state.total(cell));
  const selected = useTopic(cell.id, () => selection?.has(cell.id) ?? false);
  return (
    <td
      id={elementIdOf(cell.id)}
      className={`figure figure-total figure-${cellState}${selected ? " figure-selected" : ""}`}
      colSpan={colSpan}
    >
      {printedForm(total, cell.kind)}
    </td>
  );
});
