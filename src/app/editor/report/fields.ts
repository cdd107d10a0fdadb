import { lookupIn, typedForm } from "../../../report/figures/values.ts";
import { narrativeToText } from "../../../report/narrative/narrative.ts";
import type { ReportState } from "../../report-state/report-state.ts";

/** The text of every input, as react-hook-form holds it. */
export type ReportFields = {
  cells: Record<string, Record<string, Record<string, string>>>;
  narrative: Record<string, string>;
};

/** The texts with which the inputs of a report begin, for every edition the report may be changed to. */
export function fieldsOf(state: ReportState): ReportFields {
  const { tables, narrative } = state.draft();
  const figures = lookupIn(tables);
  const cells: ReportFields["cells"] = {};
  for (const edition of state.editions.values()) {
    for (const cell of edition.cells.values()) {
      const table = cells[cell.table] ?? {};
      table[cell.row] = { ...table[cell.row], [cell.column]: typedForm(figures(cell.id)) };
      cells[cell.table] = table;
    }
  }
  const texts = Object.entries(narrative).map(([slot, node]) => [slot, narrativeToText(node)]);
  return { cells, narrative: Object.fromEntries(texts) };
}
