import { memo } from "react";
import { isInput } from "../../../../edition/cells.ts";
import type { LayoutCell, TableLayout } from "../../../../edition/layout.ts";
import { HeadWords } from "./head-words.tsx";
import { InputCell } from "./input-cell.tsx";
import { TotalCell } from "./total-cell.tsx";

/** The rows of a table as printed. They change only with the edition, so typing never renders them again. */
export const PrintedRows = memo(function PrintedRows({ layout }: { layout: TableLayout }) {
  return (
    <>
      <Rows layout={layout} from={0} to={layout.headRows} as="thead" />
      <Rows layout={layout} from={layout.headRows} to={layout.rows.length} as="tbody" />
    </>
  );
});

type RowsProps = { layout: TableLayout; from: number; to: number; as: "thead" | "tbody" };

function Rows({ layout, from, to, as: Group }: RowsProps) {
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

/** A group of more lines than this is so tall that its label is read best from the middle. */
const tallGroup = 12;

function PrintedCell({ cell, inHead }: { cell: LayoutCell; inHead: boolean }) {
  const spans = { colSpan: cell.colSpan, rowSpan: cell.rowSpan };
  switch (cell.role) {
    case "figure":
      if (!cell.cell) return null;
      return isInput(cell.cell) ? (
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
          <HeadWords text={cell.text} />
        </th>
      );
    case "label": {
      const tall = cell.rowSpan > tallGroup ? " label-cell-tall" : "";
      const isGroup = cell.rowSpan > 1;
      return (
        <th className={`label-cell${tall}`} scope={isGroup ? "rowgroup" : "row"} {...spans}>
          {/* The column of a group is narrow, that of a row takes whole sentences. */}
          {isGroup ? <HeadWords text={cell.text} /> : cell.text}
        </th>
      );
    }
  }
}
