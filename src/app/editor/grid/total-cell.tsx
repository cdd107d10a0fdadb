import { memo } from "react";
import type { Cell } from "../../../edition/cells.ts";
import { printedForm } from "../../../report/values.ts";
import { elementIdOf, useReport, useTopic } from "../report-context.ts";
import { lookOf } from "./cell-look.ts";
import { useSelection } from "./grid-context.ts";

/** A computed figure. */
export const TotalCell = memo(function TotalCell({ cell, colSpan }: { cell: Cell; colSpan: number }) {
  const { state } = useReport();
  const selection = useSelection();
  const total = useTopic(cell.id, () => state.total(cell));
  const look = useTopic(cell.id, () => lookOf(cell.id, state, selection));
  return (
    <td id={elementIdOf(cell.id)} className={`${look} figure-total`} colSpan={colSpan}>
      {printedForm(total, cell.kind)}
    </td>
  );
});
