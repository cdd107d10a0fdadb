import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import type { Table as TableBlock } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { scaleWidths, sum } from "./column-widths.ts";
import { fitFigure } from "./fit-figure.ts";
import { fitTable } from "./fit-table.ts";
import { pageOf } from "./page.ts";
import { textOptions } from "./runs.ts";
import { type SpannedCell, spannedRows } from "./spanned-rows.ts";
import { styleIds } from "./style-names.ts";

/**
 * A table over the whole width of the text.
 *
 * @param leadLines lines before the table that may not be parted from it
 * @throws if the cells of a row do not fill the columns
 */
export function tableOf(table: TableBlock, leadLines: number, style: Style): Table {
  const fit = fitTable(table, leadLines, style);
  const { textWidth } = pageOf(style);
  const widths = scaleWidths(table.columnWidths, textWidth);
  const rows = spannedRows(table);
  return new Table({
    style: styleIds.table,
    // WPS and LibreOffice keep the columns only with absolute widths here, in the grid and in each cell.
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    // Centred, as readers differ on whether an edge or the text of a table stands on the margin.
    alignment: AlignmentType.CENTER,
    ...(fit.verticalPadding === undefined
      ? {}
      : { margins: { top: fit.verticalPadding, bottom: fit.verticalPadding } }),
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          ...(index < table.headRows ? { tableHeader: true } : {}),
          // A row that keeps with the next from first to last is Word's way to keep a table whole.
          ...(fit.whole && index < rows.length - 1 ? { keepNext: true } : {}),
          children: row.map((place) => cellOf(place, widths, style)),
        }),
    ),
  });
}

function cellOf(place: SpannedCell, widths: readonly number[], style: Style): TableCell {
  const { cell, column, begins } = place;
  const width = sum(widths.slice(column, column + cell.colSpan));
  const fit = fitFigure(cell.text, width, style);
  const run = fit.scale < 100 ? { ...textOptions(cell.text), scale: fit.scale } : textOptions(cell.text);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fit.margin === undefined ? {} : { margins: { left: fit.margin, right: fit.margin } }),
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    // Said by hand: the paragraphs docx puts under a `rowSpan` have the body's pitch and would make rows higher.
    ...(cell.rowSpan > 1
      ? { verticalMerge: begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
      : {}),
    children: [
      new Paragraph({
        style: styleIds.cells[cell.role],
        children: begins && cell.text !== "" ? [new TextRun(run)] : [],
      }),
    ],
  });
}
