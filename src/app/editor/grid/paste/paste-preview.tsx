import { type Cell, isInput } from "../../../../edition/cells.ts";
import type { LayoutCell, TableLayout } from "../../../../edition/layout.ts";
import { readTyped } from "../../../../report/figures/notation.ts";
import { totalOf } from "../../../../report/figures/totals.ts";
import { type Lookup, printedForm, typedForm } from "../../../../report/figures/values.ts";
import { useReport } from "../../../open-report/open-report.ts";
import { HeadWords } from "../cells/head-words.tsx";
import type { PastePlan } from "./paste-plan.ts";

/** The table as it will be: what is pasted in its place, what stays in grey, totals as they come out. */
export function PastePreview({ plan, layout }: { plan: PastePlan; layout: TableLayout }) {
  const { state } = useReport();
  const pasted = new Map(plan.writes.map(({ cell, text }) => [cell.id, readTyped(text, cell.kind)]));
  const after: Lookup = (id) => (pasted.has(id) ? (pasted.get(id) ?? null) : state.figure(id));
  const stated = new Map(plan.totalsDiffering.map(({ cell, stated: total }) => [cell.id, total]));
  const figure = (cell: Cell): FigureShown => ({
    text: isInput(cell) ? typedForm(after(cell.id)) : printedForm(totalOf(cell, after).value, cell.kind),
    isPasted: pasted.has(cell.id),
    stated: stated.get(cell.id),
  });
  return (
    <table className="paste-preview" aria-label="粘贴后的表">
      <tbody>
        {layout.rows.map((row, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed rows have no other name and never change places.
          <tr key={y}>
            {row.map((cell, x) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same for printed cells.
              <PreviewCell key={x} cell={cell} figure={cell.cell && figure(cell.cell)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type FigureShown = { readonly text: string; readonly isPasted: boolean; readonly stated: number | undefined };

function PreviewCell({ cell, figure }: { cell: LayoutCell; figure: FigureShown | undefined }) {
  const spans = { colSpan: cell.colSpan, rowSpan: cell.rowSpan };
  if (!figure) {
    return (
      <th className={cell.role === "label" ? "paste-label" : "paste-head"} {...spans}>
        <HeadWords text={cell.text} />
      </th>
    );
  }
  const { text, isPasted, stated } = figure;
  const look = stated !== undefined ? "paste-differs" : isPasted ? "paste-new" : "paste-old";
  return (
    <td className={look} {...spans}>
      {text}
      {stated !== undefined && <small>原表 {stated}</small>}
    </td>
  );
}
