import { useRef } from "react";
import type { LayoutCell, TableLayout } from "../../edition/layout.ts";
import type { Edition } from "../../edition/read.ts";
import { moveInGrid } from "./grid-keys.ts";
import { InputCell } from "./input-cell.tsx";
import { TableSummary } from "./table-summary.tsx";
import { TotalCell } from "./total-cell.tsx";

/** A table in its official shape: heads and labels as on paper, figures to fill in, totals computed. */
export function TableForm({ id, edition }: { id: string; edition: Edition }) {
  const table = useRef<HTMLTableElement>(null);
  const layout = edition.layouts.get(id);
  const template = edition.tables.find((candidate) => candidate.id === id);
  if (!layout || !template) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the inputs inside; the table only listens for them. */}
      <div className="table-scroll" onKeyDown={(event) => table.current && moveInGrid(event, table.current)}>
        <table ref={table} className={`report-table report-table-${template.layout}`}>
          <caption className="hidden">{template.name}</caption>
          <colgroup>
            {screenWidths(layout, template.layout).map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never change places.
              <col key={index} style={{ width }} />
            ))}
          </colgroup>
          <Rows layout={layout} from={0} to={layout.headRows} as="thead" />
          <Rows layout={layout} from={layout.headRows} to={layout.rows.length} as="tbody" />
        </table>
      </div>
      <TableSummary table={id} edition={edition} />
    </>
  );
}

function Rows({
  layout,
  from,
  to,
  as: Group,
}: {
  layout: TableLayout;
  from: number;
  to: number;
  as: "thead" | "tbody";
}) {
  if (from === to) return null;
  return (
    <Group>
      {layout.rows.slice(from, to).map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed rows have no other name and never change places.
        <tr key={from + index}>
          {row.map((cell, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same for printed cells.
            <PrintedCell key={position} cell={cell} inHead={Group === "thead"} />
          ))}
        </tr>
      ))}
    </Group>
  );
}

function PrintedCell({ cell, inHead }: { cell: LayoutCell; inHead: boolean }) {
  const spans = { colSpan: cell.colSpan, rowSpan: cell.rowSpan };
  switch (cell.role) {
    case "figure":
      if (!cell.cell) return null;
      return cell.cell.addends === undefined ? (
        <InputCell cell={cell.cell} colSpan={cell.colSpan} />
      ) : (
        <TotalCell cell={cell.cell} colSpan={cell.colSpan} />
      );
    case "caption":
      return (
        <th className="caption-cell" scope="colgroup" {...spans}>
          {cell.text}
        </th>
      );
    case "head":
      return (
        <th className="head-cell" scope={inHead && cell.colSpan > 1 ? "colgroup" : "col"} {...spans}>
          {cell.text}
        </th>
      );
    case "label":
      return (
        <th
          className={cell.rowSpan > 12 ? "label-cell label-cell-tall" : "label-cell"}
          scope={cell.rowSpan > 1 ? "rowgroup" : "row"}
          {...spans}
        >
          <span>{cell.text}</span>
        </th>
      );
  }
}

/** On screen every figure column is as wide as a figure needs; the labels share what is left. */
function screenWidths(layout: TableLayout, shape: "down" | "across"): string[] {
  const total = layout.columnWidths.reduce((sum, width) => sum + width, 0);
  const percent = (width: number): string => `${((width / total) * 100).toFixed(2)}%`;
  if (shape === "across") return layout.columnWidths.map(percent);
  const figures = layout.columnWidths.filter((width) => width === layout.columnWidths.at(-1)).length;
  const labels = layout.columnWidths.slice(0, layout.columnWidths.length - figures);
  const labelTotal = labels.reduce((sum, width) => sum + width, 0);
  const figureShare = figures > 4 ? 8.6 : (100 - 26) / figures;
  const labelShare = 100 - figureShare * figures;
  return [
    ...labels.map((width) => `${((width / labelTotal) * labelShare).toFixed(2)}%`),
    ...Array<string>(figures).fill(`${figureShare}%`),
  ];
}
