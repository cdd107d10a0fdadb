import { memo, useMemo } from "react";
import { type Cell, isInput } from "../../../edition/cells.ts";
import { type LayoutCell, layOutTable } from "../../../edition/layout.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import type { Edition } from "../../../edition/read.ts";
import { totalOf } from "../../../report/figures/totals.ts";
import { lookupIn, printedForm } from "../../../report/figures/values.ts";
import type { Draft } from "../../../report/file/draft.ts";

type Props = {
  readonly draft: Draft;
  readonly edition: Edition;
  /** Cells that something has to be said of, and cells of which nothing stands in the file. */
  readonly doubted: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
  readonly marked: readonly string[];
  readonly onChoose: (id: string, value: string) => void;
};

/** The tables as the edition prescribes them, filled with what was read. */
export function ReportTables({ draft, edition, doubted, read, marked, onChoose }: Props) {
  const lookup = lookupIn(draft.tables);
  const printed = (cell: Cell): string =>
    printedForm(isInput(cell) ? lookup(cell.id) : totalOf(cell, lookup).value, cell.kind);
  return edition.tables.map((table) => {
    const cells = [...edition.cells.values()].filter((cell) => cell.table === table.id);
    const isThere = cells.some(({ id }) => read.has(id));
    const doubts = cells.filter(({ id }) => doubted.has(id)).length;
    return (
      <section key={table.id}>
        <h4>
          {table.name}
          <span className="review-where">
            {isThere ? (doubts > 0 ? `${doubts} 格要看一看` : "没有拿不准的格子") : "文件里没有读到这张表"}
          </span>
        </h4>
        <PrintedTable
          edition={edition}
          table={table}
          printed={printed}
          doubted={doubted}
          marked={marked}
          onChoose={onChoose}
        />
      </section>
    );
  });
}

type TableProps = Pick<Props, "edition" | "doubted" | "marked" | "onChoose"> & {
  readonly table: Edition["tables"][number];
  readonly printed: (cell: Cell) => string;
};

function PrintedTable({ edition, table, printed, doubted, marked, onChoose }: TableProps) {
  const layout = useMemo(() => layOutTable(table, edition.cells), [table, edition]);
  return (
    <table className="review-table" aria-label={table.name}>
      <tbody>
        {layout.rows.map((row, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed rows have no other name and never change places.
          <tr key={y}>
            {row.map((cell, x) =>
              cell.cell ? (
                <Figure
                  key={cell.cell.id}
                  cell={cell.cell}
                  colSpan={cell.colSpan}
                  value={printed(cell.cell)}
                  isDoubted={doubted.has(cell.cell.id)}
                  isMarked={marked.includes(cell.cell.id)}
                  onChoose={onChoose}
                />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same for printed cells.
                <Words key={x} cell={cell} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ cell: { role, text, colSpan, rowSpan } }: { cell: LayoutCell }) {
  const scope = role === "label" ? (rowSpan > 1 ? "rowgroup" : "row") : colSpan > 1 ? "colgroup" : "col";
  return (
    <th className={`review-${role}`} scope={scope} colSpan={colSpan} rowSpan={rowSpan}>
      {text}
    </th>
  );
}

type FigureProps = Pick<Props, "onChoose"> & {
  readonly cell: Cell;
  readonly colSpan: number;
  readonly value: string;
  readonly isDoubted: boolean;
  readonly isMarked: boolean;
};

/** Drawn again only where it is marked, or no longer. */
const Figure = memo(function Figure({ cell, colSpan, value, isDoubted, isMarked, onChoose }: FigureProps) {
  const look = `${isInput(cell) ? "" : " review-total"}${isDoubted ? " review-doubted" : ""}`;
  const said = `${placeOfCell(cell)}：${value || "空白"}${isDoubted ? "，要看一看" : ""}`;
  return (
    <td className={`review-figure${look}`} colSpan={colSpan}>
      <button
        type="button"
        data-piece=""
        tabIndex={-1}
        aria-label={said}
        aria-pressed={isMarked}
        onClick={() => onChoose(cell.id, value)}
      >
        {value}
      </button>
    </td>
  );
});
