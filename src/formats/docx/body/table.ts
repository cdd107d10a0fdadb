import type { FileChild } from "docx";
import type { Table, TableCell } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";
import { isHead } from "../../table-heads.ts";
import { scaleWidths, sum } from "../fit/column-widths.ts";
import { fitFigure } from "../fit/fit-figure.ts";
import { fitLabel, type LabelFit } from "../fit/fit-label.ts";
import { fitTable } from "../fit/fit-table.ts";
import { pageOf } from "../fit/page.ts";
import { type SpannedCell, spannedRows } from "../fit/spanned-rows.ts";
import { styleIds } from "../styles/style-names.ts";
import { asChild, element, paragraphOf, setting, type XmlElement } from "../xml/element.ts";
import { lineRuns, markedRun, scaledRun } from "./runs.ts";

/**
 * A table over the whole width of the text.
 *
 * @param leadLines lines before the table that may not be parted from it
 * @throws if the cells of a row do not fill the columns
 */
export function tableOf(table: Table, leadLines: number, style: Style): FileChild {
  const fit = fitTable(table, leadLines, style);
  const widths = scaleWidths(table.columnWidths, pageOf(style).textWidth);
  const rows = spannedRows(table);
  // A whole table is on one page, so that Word does not repeat the heads of its first part over another one.
  const leading = fit.whole ? rows.findIndex((row) => !row.every(({ cell }) => isHead(cell))) : 0;
  const heads = table.headRows > 0 ? table.headRows : leading;
  const isKept = (index: number) => fit.whole && index < rows.length - 1;
  return asChild(
    element("w:tbl", {}, [
      tableProperties(table, fit.verticalPadding, style),
      element(
        "w:tblGrid",
        {},
        widths.map((width) => element("w:gridCol", { "w:w": width })),
      ),
      ...rows.map((row, index) =>
        element("w:tr", {}, [
          element("w:trPr", {}, [element("w:cantSplit"), ...(index < heads ? [element("w:tblHeader")] : [])]),
          ...row.map((place) => cellOf(place, widths, isKept(index), style)),
        ]),
      ),
    ]),
  );
}

function tableProperties(table: Table, verticalPadding: number | undefined, style: Style): XmlElement {
  const closedUp =
    verticalPadding === undefined
      ? []
      : [element("w:tblCellMar", {}, [width("w:top", verticalPadding), width("w:bottom", verticalPadding)])];
  // CT_TblPr: tblStyle, tblW, jc, tblLayout, tblCellMar, tblCaption.
  return element("w:tblPr", {}, [
    setting("w:tblStyle", styleIds.table),
    // WPS and LibreOffice keep the columns only with absolute widths here, in the grid and in each cell.
    width("w:tblW", pageOf(style).textWidth),
    // Centred, as readers differ on whether an edge or the text of a table stands on the margin.
    setting("w:jc", "center"),
    element("w:tblLayout", { "w:type": "fixed" }),
    ...closedUp,
    // What a screen reader calls the table.
    setting("w:tblCaption", table.name),
  ]);
}

function cellOf(place: SpannedCell, widths: readonly number[], kept: boolean, style: Style): XmlElement {
  const { cell, column, begins } = place;
  const cellWidth = sum(widths.slice(column, column + cell.colSpan));
  const fit = fitFigure(cell.text, cellWidth, style);
  const { headTint } = style.table;
  // CT_TcPr: tcW, gridSpan, vMerge, shd, tcMar, vAlign.
  const properties = [
    width("w:tcW", cellWidth),
    ...(cell.colSpan > 1 ? [setting("w:gridSpan", cell.colSpan)] : []),
    ...(cell.rowSpan > 1 ? [setting("w:vMerge", begins ? "restart" : "continue")] : []),
    ...(isHead(cell) && headTint
      ? [element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": headTint })]
      : []),
    ...(fit.margin === undefined
      ? []
      : [element("w:tcMar", {}, [width("w:left", fit.margin), width("w:right", fit.margin)])]),
    setting("w:vAlign", "center"),
  ];
  const label = begins ? fitLabel(cell, cellWidth, style) : undefined;
  const lines = begins && cell.text !== "" ? runsOf(cell, fit.scale, label) : [[]];
  const settings = [
    // A row that keeps with the next from first to last is Word's way to keep a table whole.
    ...(kept ? [element("w:keepNext")] : []),
    ...(label && label.indent > 0
      ? [element("w:ind", { "w:left": label.indent, "w:right": label.indent })]
      : []),
  ];
  return element("w:tc", {}, [
    element("w:tcPr", {}, properties),
    ...lines.map((runs) => paragraphOf(styleIds.cells[cell.role], runs, settings)),
  ]);
}

/** What stands in each paragraph of a cell. */
function runsOf(cell: TableCell, scale: number, label: LabelFit | undefined): XmlElement[][] {
  if (label) return [label.lines.flatMap(lineRuns)];
  return cell.lines ? cell.lines.map((runs) => runs.map(markedRun)) : [[scaledRun(cell.text, scale)]];
}

/** A width in twips. */
function width(name: string, twips: number): XmlElement {
  return element(name, { "w:w": twips, "w:type": "dxa" });
}
