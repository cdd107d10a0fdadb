import wording from "../../../templates/wording.json" with { type: "json" };
import type { Cell } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import { lookupIn, withCell } from "../../report/figures/values.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { CellSource, Note, Unplaced } from "./recognition.ts";
import { inputsOf, notesOfTable, readValue, statedTotals, tableMissing } from "./table-notes.ts";
import type { ReadTable } from "./tables/read-tables.ts";

/** The draft with the figures of the tables, and what has to be said of them. */
export type FilledTables = {
  readonly draft: Draft;
  readonly notes: readonly Note[];
  readonly unplaced: readonly Unplaced[];
  readonly read: ReadonlyMap<string, CellSource>;
};

/** Fills the figures of read tables into a draft of an edition, each table read by the edition that fits it. */
export function fillTables(empty: Draft, edition: Edition, tables: readonly ReadTable[]): FilledTables {
  const notes: Note[] = [];
  const read = new Map<string, CellSource>();
  let draft = empty;
  for (const table of tables) {
    for (const reading of table.cells.values()) {
      const { cell, text, origins } = reading;
      const { value, note } = readValue(reading);
      read.set(cell.id, { text, value, origins });
      if (cell.addends !== undefined) continue;
      draft = withCell(draft, cell, value);
      if (note) notes.push(note);
    }
    notes.push(...notesOfTable(table));
    if (table.edition !== edition) notes.push(mixed(table, edition));
    const { kept, notes: said } = statedTotals(table.cells.values(), lookupIn(draft.tables));
    for (const [id, value] of kept) {
      const cell = table.edition.cells.get(id);
      if (cell) draft = withCell(draft, cell, value);
    }
    notes.push(...said);
  }
  const missing = edition.tables.filter((table) => !tables.some((other) => other.table.id === table.id));
  notes.push(...missing.map((table) => tableMissing(edition, table)));
  const unplaced = tables.flatMap(({ stray, table }) =>
    stray.map(({ text, origins }) => ({ text, origins, section: sectionOf(edition, table.id) })),
  );
  return { draft, notes, unplaced, read };
}

/** A table of another edition: what both name alike is taken, the rest stays beside it in the draft. */
function mixed({ table, edition: other, cells }: ReadTable, edition: Edition): Note {
  const without = inputsOf(edition, (cell) => cell.table === table.id && !other.cells.has(cell.id));
  const beside = [...cells.values()]
    .map(({ cell }) => cell)
    .filter((cell) => cell.addends === undefined && !edition.cells.has(cell.id));
  return {
    code: "table.otherEdition",
    severity: "warning",
    message: fill(wording.recognition.mixed, { table: table.name, rival: other.name, edition: edition.name }),
    cells: [...without, ...beside.map((cell) => cell.id)],
    source: [...new Set(beside.map((cell) => lineOf(cell, cells)))].join("\n"),
    origins: beside.flatMap((cell) => cells.get(cell.id)?.origins ?? []),
  };
}

function lineOf(cell: Cell, cells: ReadTable["cells"]): string {
  const texts = [...cells.values()].filter((other) => other.cell.row === cell.row).map(({ text }) => text);
  return [cell.rowPath.join(""), ...texts].join(" ");
}

function sectionOf(edition: Edition, table: string): string {
  const section = edition.sections.find(({ contents }) =>
    contents.some((content) => content.kind === "table" && content.table === table),
  );
  return section?.id ?? "";
}
