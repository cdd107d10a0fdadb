import { memo } from "react";
import type { Cell } from "../../../../edition/cells.ts";
import { elementIdOf } from "../../../open-report/open-report.ts";

/** A computed figure; the painter writes it. */
export const TotalCell = memo(function TotalCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  return (
    <td id={elementIdOf(cell.id)} className="figure figure-total" colSpan={colSpan}>
      <span />
    </td>
  );
});
