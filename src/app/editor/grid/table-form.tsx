import { useLayoutEffect, useMemo, useRef } from "react";
import type { TableLayout } from "../../../edition/layout.ts";
import type { Edition } from "../../../edition/read.ts";
import { useReport } from "../../open-report/open-report.ts";
import { FaultBoundary } from "../../parts/fault-boundary.tsx";
import { lazyPart } from "../../parts/lazy-part.tsx";
import { PrintedRows } from "./cells/printed-rows.tsx";
import { mapGrid } from "./grid-map.ts";
import { faultIdOf, startPainting } from "./painter.ts";
import { createSelection } from "./selection.ts";
import { TableSummary } from "./table-summary.tsx";
import { useGrid } from "./use-grid.ts";
import "./grid.css";

/** The dialog comes with its library when it is first needed: the library listens to every key of the page. */
const PasteDialog = lazyPart(async () => (await import("./paste/paste-dialog.tsx")).PasteDialog);

/** A table in its official shape, with the habits of a spreadsheet. */
export function TableForm({ id, edition }: { id: string; edition: Edition }) {
  const layout = edition.layouts.get(id);
  const template = edition.tables.find((candidate) => candidate.id === id);
  if (!layout || !template) return null;
  return <Sheet id={id} name={template.name} shape={template.layout} layout={layout} edition={edition} />;
}

type SheetProps = {
  id: string;
  name: string;
  shape: "down" | "across";
  layout: TableLayout;
  edition: Edition;
};

function Sheet({ id, name, shape, layout, edition }: SheetProps) {
  const { state } = useReport();
  const map = useMemo(() => mapGrid(layout), [layout]);
  const selection = useMemo(() => createSelection(map, (cell) => state.tell(`cell:${cell}`)), [map, state]);
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(
    () => (table.current ? startPainting(table.current, map.cells, state, selection) : undefined),
    [map, state, selection],
  );
  const { handlers, plan, confirmPaste, cancelPaste, said, say } = useGrid(table, map, selection);
  return (
    <>
      <p className="wide-table-note">表格左右滑动可以看全。成批填写，用电脑更方便。</p>
      <div className="table-scroll" {...handlers}>
        <table ref={table} className={`report-table report-table-${shape}`}>
          <caption className="hidden">{name}</caption>
          <colgroup>
            {screenWidths(layout, shape).map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never change places.
              <col key={index} style={{ width }} />
            ))}
          </colgroup>
          <PrintedRows layout={layout} />
        </table>
      </div>
      {/* Not shown at all, or the page were laid out for it: it is read out as what describes a cell. */}
      <p hidden id={faultIdOf(id)} />
      <TableSummary table={id} edition={edition} said={said} say={say} />
      <FaultBoundary part="粘贴">
        {plan && <PasteDialog plan={plan} layout={layout} onPaste={confirmPaste} onCancel={cancelPaste} />}
      </FaultBoundary>
    </>
  );
}

/** A figure column of a many-column table is as wide as a figure needs, in percent; the labels share the rest. */
const figureShare = 8.6;
/** The labels of a table with few columns. */
const fewColumnsLabelShare = 26;

function screenWidths(layout: TableLayout, shape: "down" | "across"): string[] {
  const total = layout.columnWidths.reduce((sum, width) => sum + width, 0);
  const percent = (share: number): string => `${share.toFixed(2)}%`;
  if (shape === "across") return layout.columnWidths.map((width) => percent((width / total) * 100));
  const figures = layout.columnWidths.filter((width) => width === layout.columnWidths.at(-1)).length;
  const labels = layout.columnWidths.slice(0, layout.columnWidths.length - figures);
  const labelTotal = labels.reduce((sum, width) => sum + width, 0);
  const share = figures > 4 ? figureShare : (100 - fewColumnsLabelShare) / figures;
  const labelShare = 100 - share * figures;
  return [
    ...labels.map((width) => percent((width / labelTotal) * labelShare)),
    ...Array<string>(figures).fill(percent(share)),
  ];
}
