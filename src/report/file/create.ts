import { type Cell, isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
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
  const inputs = [...edition.cells.values()].filter(isInput);
  return byName(inputs, "table", (inTable) =>
    byName(inTable, "row", (inRow) => Object.fromEntries(inRow.map((cell) => [cell.column, null]))),
  );
}

/** Groups cells in their order. A Map, because a template may call a table or row `constructor`. */
function byName<Group>(
  cells: readonly Cell[],
  part: "table" | "row",
  groupOf: (cells: readonly Cell[]) => Group,
): Record<string, Group> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell[part]);
    if (group) group.push(cell);
    else groups.set(cell[part], [cell]);
  }
  return Object.fromEntries([...groups].map(([name, group]) => [name, groupOf(group)]));
}
