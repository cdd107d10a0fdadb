import wording from "../../templates/wording.json" with { type: "json" };
import type { Cell } from "../edition/cells.ts";
import { placeOfCell } from "../edition/place-of-cell.ts";
import type { Edition } from "../edition/read.ts";
import { fill } from "../edition/wording.ts";

/** The section in which a table stands, by its id. */
export function sectionOfTable(edition: Edition, table: string): string {
  const section = edition.sections.find((candidate) =>
    candidate.contents.some((content) => content.kind === "table" && content.table === table),
  );
  return section?.id ?? "";
}

/** The section in which a text stands, by its id. */
export function sectionOfSlot(edition: Edition, slot: string): string {
  const section = edition.sections.find((candidate) =>
    candidate.contents.some((content) => content.kind === "narrative" && content.slot === slot),
  );
  return section?.id ?? "";
}

/** The first places of a list, and a word that there are more. */
export function placesOfCells(cells: readonly Cell[], most = 4): string {
  const shown = cells.slice(0, most).map(placeOfCell).join(wording.finding.and);
  return cells.length > most ? fill(wording.finding.andMore, { shown }) : shown;
}
