import wording from "../../../templates/wording.json" with { type: "json" };
import type { Cell } from "../../edition/cells.ts";
import { placeOfCell } from "../../edition/place-of-cell.ts";
import type { Edition } from "../../edition/read.ts";
import type { Severity } from "../../edition/schema.ts";
import { fill } from "../../edition/wording.ts";
import { totalOf } from "../../report/figures/totals.ts";
import type { Lookup } from "../../report/figures/values.ts";
import type { CellValue } from "../../report/file/draft.ts";
import type { Note } from "./recognition.ts";
import { readPublished, type ValueRemark } from "./tables/published-value.ts";
import type { ReadTable } from "./tables/read-tables.ts";
import type { CellReading, LineDoubt } from "./tables/settle.ts";

const { recognition: words } = wording;

const remarkSeverity: Readonly<Record<ValueRemark, Severity>> = {
  nothing: "hint",
  worded: "hint",
  unit: "hint",
  split: "warning",
  remark: "warning",
  noUnit: "warning",
  unlikely: "warning",
  unreadable: "warning",
};

/** The value of a reading, and what has to be said of it. */
export function readValue({ cell, text, origins, unit }: CellReading): { value: CellValue; note?: Note } {
  const { value, remark } = readPublished(text, cell.kind, unit);
  if (remark === undefined) return { value };
  const message = fill(words.value[remark], { place: placeOfCell(cell), source: text, value: value ?? "" });
  return {
    value,
    note: {
      code: `value.${remark}`,
      severity: remarkSeverity[remark],
      message,
      cells: [cell.id],
      source: text,
      origins,
    },
  };
}

/** What has to be said of how the lines of a table were placed, and of what is not there. */
export function notesOfTable({ table, edition, doubts, bare, missing, stray }: ReadTable): Note[] {
  const inRow = (row: string): string[] =>
    inputsOf(edition, (cell) => cell.table === table.id && cell.row === row);
  return [
    ...doubts.map(noteOfDoubt),
    ...[...bare].map(([row, { text, origins }]): Note => {
      const message = fill(words.rowBlank, { row: labelOf(edition, table.id, row) });
      return { code: "row.blank", severity: "warning", message, cells: inRow(row), source: text, origins };
    }),
    ...rowsMissing(missing.map((row) => ({ label: labelOf(edition, table.id, row), cells: inRow(row) }))),
    ...stray.map(
      ({ text, origins }): Note => ({
        code: "figures.unplaced",
        severity: "warning",
        message: fill(words.stray, { source: text }),
        cells: [],
        source: text,
        origins,
      }),
    ),
  ];
}

/** So many rows are named; of more, how many there are. */
const mostNamed = 3;

/** Rows that are not in the file, in one note: a table that is cut off lacks many. */
function rowsMissing(rows: readonly { label: string; cells: string[] }[]): Note[] {
  if (rows.length === 0) return [];
  const sentence = rows.length > mostNamed ? words.rowsMissing : words.rowMissing;
  const named = rows.slice(0, mostNamed).map(({ label }) => label);
  const message = fill(sentence, { row: named.join(wording.finding.and), count: rows.length });
  return [
    {
      code: "row.missing",
      severity: "warning",
      message,
      cells: rows.flatMap(({ cells }) => cells),
      source: "",
      origins: [],
    },
  ];
}

function noteOfDoubt({ kind, cells, source, origins }: LineDoubt): Note {
  return {
    code: `line.${kind}`,
    severity: kind === "heads" ? "hint" : "warning",
    message: fill(words.doubt[kind], { source }),
    cells,
    source,
    origins,
  };
}

/** A table of which nothing was found. */
export function tableMissing(edition: Edition, table: { readonly id: string; readonly name: string }): Note {
  return {
    code: "table.missing",
    severity: "warning",
    message: fill(words.tableMissing, { table: table.name }),
    cells: inputsOf(edition, (cell) => cell.table === table.id),
    source: "",
    origins: [],
  };
}

/**
 * Totals are computed; one that the file states otherwise, or whose addends it does not state, is kept and said.
 * `figures` are the values that were read.
 */
export function statedTotals(
  readings: Iterable<CellReading>,
  figures: Lookup,
): { readonly kept: ReadonlyMap<string, CellValue>; readonly notes: readonly Note[] } {
  const kept = new Map<string, CellValue>();
  const notes: Note[] = [];
  for (const reading of readings) {
    const { cell, text, origins } = reading;
    if (cell.addends === undefined) continue;
    const { value: stated } = readPublished(text, cell.kind, reading.unit);
    const { value: computed, complete } = totalOf(cell, figures);
    if (stated === null || (complete && stated === computed)) continue;
    kept.set(cell.id, stated);
    const differs = complete || (computed !== null && computed !== stated);
    const beside = cell.addends.filter((id) => id.startsWith(`${cell.table}.${cell.row}.`));
    const sentence = differs ? words.totalStated : words.totalAlone;
    notes.push({
      code: differs ? "total.stated" : "total.alone",
      severity: complete ? "error" : differs ? "warning" : "hint",
      message: fill(sentence, { place: placeOfCell(cell), source: text, value: computed ?? "" }),
      cells: differs ? [cell.id, ...beside] : [cell.id],
      source: text,
      origins,
    });
  }
  return { kept, notes };
}

export function inputsOf(edition: Edition, wanted: (cell: Cell) => boolean): string[] {
  return [...edition.cells.values()]
    .filter((cell) => cell.addends === undefined && wanted(cell))
    .map((cell) => cell.id);
}

function labelOf(edition: Edition, table: string, row: string): string {
  const cell = [...edition.cells.values()].find((own) => own.table === table && own.row === row);
  return cell?.rowPath.join("") ?? row;
}
