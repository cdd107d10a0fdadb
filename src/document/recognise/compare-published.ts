import type { Cell } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { totalOf } from "../../report/figures/totals.ts";
import { lookupIn } from "../../report/figures/values.ts";
import type { CellValue, Draft } from "../../report/file/draft.ts";
import { titleOf } from "../compose.ts";
import type { CellSource, Recognition } from "./recognition.ts";

/** What was read of a published report, as far as it is held against a draft. */
export type Published = Pick<Recognition, "title" | "year" | "organisation" | "notes"> & {
  readonly edition: string;
  readonly cells: readonly (CellSource & { readonly id: string })[];
};

/** Something of the cover that is published otherwise; undefined is what stands nowhere in the file. */
export type CoverDifference = {
  readonly field: "name" | "year" | "edition" | "title";
  readonly drafted: string;
  readonly stated: string;
};

/** A cell that is published otherwise than the draft prints it. */
export type CellDifference = CellSource & {
  readonly cell: Cell;
  readonly drafted: CellValue;
  /** The published figure could only be read by reasoning. */
  readonly isDoubtful: boolean;
};

export type PublishedComparison = {
  readonly cover: readonly CoverDifference[];
  readonly cells: readonly CellDifference[];
  /** How many cells stand on both sides, totals among them. */
  readonly compared: number;
  /** Cells of the draft that were not found in the published report. */
  readonly notFound: readonly Cell[];
  /** What of the cover the published report does not state. */
  readonly notStated: readonly ("name" | "year")[];
};

/** Holds a published report against a draft, cell by cell and by its cover. Texts are not compared. */
export function comparePublished(published: Published, draft: Draft, edition: Edition): PublishedComparison {
  const lookup = lookupIn(draft.tables);
  const found = new Map(published.cells.map((cell) => [cell.id, cell]));
  const doubtful = new Set(published.notes.filter(isOfReading).flatMap(({ cells }) => cells));
  const all = [...edition.cells.values()];
  const cells = all.flatMap((cell): CellDifference[] => {
    const own = found.get(cell.id);
    const drafted = cell.addends === undefined ? lookup(cell.id) : totalOf(cell, lookup).value;
    if (!own || own.value === drafted) return [];
    const { text, value, origins } = own;
    return [{ cell, drafted, text, value, origins, isDoubtful: doubtful.has(cell.id) }];
  });
  return {
    cover: coverDifferences(published, draft, edition),
    cells,
    compared: all.filter(({ id }) => found.has(id)).length,
    notFound: all.filter(({ id }) => !found.has(id)),
    notStated: [
      ...(published.organisation === undefined ? (["name"] as const) : []),
      ...(published.year === undefined ? (["year"] as const) : []),
    ],
  };
}

/** A note about how a line or a figure was read, not about what the report says. */
function isOfReading({ code, severity }: Published["notes"][number]): boolean {
  return severity !== "hint" && /^(?:line|value)\./.test(code);
}

function coverDifferences(published: Published, draft: Draft, edition: Edition): CoverDifference[] {
  const { organisation, year, title } = published;
  const differences: CoverDifference[] = [];
  const compare = (field: CoverDifference["field"], drafted: string, stated: string | undefined): void => {
    if (stated !== undefined && bare(stated) !== bare(drafted)) differences.push({ field, drafted, stated });
  };
  compare("name", draft.organisation.name, organisation);
  compare("year", String(draft.year), year === undefined ? undefined : String(year));
  // An edition of one's own may have the very cells of the prescribed one.
  if (published.cells.some(({ id }) => !edition.cells.has(id)))
    compare("edition", edition.id, published.edition);
  // Another name or year makes another title; that is said once.
  if (differences.length === 0) compare("title", titleOf(edition, draft), title);
  return differences;
}

function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
