import wording from "../../../templates/wording.json" with { type: "json" };
import type { Cell } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import { totalOf } from "../../report/figures/totals.ts";
import { printedForm } from "../../report/figures/values.ts";
import type { Figures } from "../assertion.ts";
import type { Candidate } from "./mend-candidates.ts";

/** What the button of a mend says: where, and what is put there. */
export function labelOf(candidate: Candidate, edition: Edition, figures: Figures): string {
  const [{ cell: id, value }] = candidate.changes;
  const cell = edition.cells.get(id);
  if (!cell) return "";
  const place = shortPlaceOf(cell);
  const typed = printedForm(figures.current(id), cell.kind);
  const meant = printedForm(value, cell.kind);
  switch (candidate.slip) {
    case "computed":
      return fill(wording.mend.label.computed, { place, to: totalOf(cell, figures.current).value ?? "" });
    case "prior":
      return fill(wording.mend.label.prior, { place, to: meant });
    case "fill":
      return fill(wording.mend.label.fill, { place, to: meant });
    case "move":
      return moveLabel(candidate, cell, edition, figures);
    default:
      return fill(wording.mend.label.change, { place, from: typed, to: meant });
  }
}

/** What the mend supposes to have happened. */
export function reasonOf(candidate: Candidate): string {
  return wording.mend.reason[candidate.slip];
}

/** The last row label without its note, cut where it is long, and the column: a button has one line. */
export function shortPlaceOf(cell: Cell): string {
  return fill(wording.finding.cell, { row: shortLabel(cell.rowPath), column: shortLabel(cell.columnPath) });
}

function moveLabel(candidate: Candidate, from: Cell, edition: Edition, figures: Figures): string {
  const to = edition.cells.get(candidate.changes[1]?.cell ?? "");
  const [before, { value }] = [figures.current(from.id), candidate.changes[0]];
  if (!to || typeof before !== "number" || value === null) return "";
  const count = printedForm(Number((before - value).toFixed(6)), from.kind);
  const { amount, plainAmount, moveAcross, moveDown } = wording.mend.label;
  const moved = fill(from.unit === undefined ? plainAmount : amount, { count, unit: from.unit ?? "" });
  if (from.row === to.row) {
    return fill(moveAcross, {
      row: shortLabel(from.rowPath),
      from: shortLabel(from.columnPath),
      to: shortLabel(to.columnPath),
      amount: moved,
    });
  }
  return fill(moveDown, {
    column: shortLabel(from.columnPath),
    from: shortLabel(from.rowPath),
    to: shortLabel(to.rowPath),
    amount: moved,
  });
}

/** Row labels up to this length are shown whole; of a longer one the first words tell which row it is. */
const longest = 14;
const kept = 8;

function shortLabel(path: readonly string[]): string {
  const label = (path.at(-1) ?? "").replace(/^(.+)（[^（）]*）$/u, "$1");
  return label.length > longest ? fill(wording.mend.cut, { start: label.slice(0, kept) }) : label;
}
