import type { Edition } from "../edition/read.ts";
import { currentFormatVersion, type Draft, draftType, type Organisation, type Tables } from "./draft.ts";

/** An empty draft: every cell of the edition blank, every narrative without content. */
export function createDraft(edition: Edition, year: number, organisation: Organisation): Draft {
  return {
    type: draftType,
    formatVersion: currentFormatVersion,
    edition: edition.id,
    year,
    organisation,
    narrative: emptyNarrative(edition),
    tables: emptyTables(edition),
  };
}

function emptyNarrative(edition: Edition): Draft["narrative"] {
  const slots = edition.sections.flatMap((section) =>
    section.contents.flatMap((content) => (content.kind === "narrative" ? [content.slot] : [])),
  );
  return Object.fromEntries(slots.map((slot) => [slot, { type: "doc", content: [] }]));
}

function emptyTables(edition: Edition): Tables {
  const tables: Tables = {};
  for (const cell of edition.cells.values()) {
    if (cell.addends !== undefined) continue;
    const table = tables[cell.table] ?? {};
    table[cell.row] = { ...table[cell.row], [cell.column]: null };
    tables[cell.table] = table;
  }
  return tables;
}
