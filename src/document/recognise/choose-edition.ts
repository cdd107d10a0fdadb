import { type Editions, editionForYear } from "../../edition/builtin.ts";
import type { Edition } from "../../edition/read.ts";
import type { ReadTable } from "./tables/read-tables.ts";

/** How much better another edition must explain a table before it counts as one of that edition. */
const clearly = 6;

/** The edition of a report: the one prescribed for its year where a table speaks for it, else the best. */
export function editionOf(
  readings: ReadonlyMap<Edition, readonly ReadTable[]>,
  year: number | undefined,
  editions: Editions,
): Edition | undefined {
  const worth = (edition: Edition, beside?: Edition): number =>
    (readings.get(edition) ?? [])
      .filter(({ table }) => !beside || cellsIn(edition, table.id) !== cellsIn(beside, table.id))
      .reduce((all, table) => all + spoken(table), 0);
  const ranked = [...editions.values()].sort((a, b) => worth(b) - worth(a));
  const [best] = ranked;
  const prescribed = year === undefined ? undefined : editionForYear(editions, year);
  if (!best) return undefined;
  // A table that both declare alike says nothing for either, whatever is left over in it.
  const lead = prescribed ? worth(best, prescribed) - worth(prescribed, best) : 0;
  const names = prescribed && readings.get(best)?.some((table) => hasMore(table, prescribed));
  if (prescribed && (lead <= clearly || !names || speaksFor(prescribed, readings))) return prescribed;
  const equal = ranked.filter((edition) => worth(edition) >= worth(best) - 0.5);
  return equal.sort((a, b) => b.years.from - a.years.from)[0];
}

/** The cells of a table as an edition declares them; "" where it has no such table. */
function cellsIn(edition: Edition, table: string): string {
  return [...edition.cells.values()]
    .filter((cell) => cell.table === table)
    .map((cell) => cell.id)
    .join();
}

/** What a table says for its edition: one of which more is left over than explained says nothing for any. */
function spoken({ score }: ReadTable): number {
  return Math.max(0, score);
}

/**
 * Whether something stands in a table that an edition has no cell for. Where nothing does, another edition with fewer
 * cells may still explain it better: a table that the page cut off looks like one that never had more columns.
 */
function hasMore({ cells }: ReadTable, than: Edition): boolean {
  return [...cells.keys()].some((id) => !than.cells.has(id));
}

/** Whether a table clearly belongs to an edition and to no other. */
function speaksFor(edition: Edition, readings: ReadonlyMap<Edition, readonly ReadTable[]>): boolean {
  const own = readings.get(edition) ?? [];
  return own.some((table) => {
    const others = [...readings].filter(([other]) => other !== edition).flatMap(([, tables]) => tables);
    const rival = Math.max(
      0,
      ...others.filter((other) => other.table.id === table.table.id).map(({ score }) => score),
    );
    return table.score > rival + clearly;
  });
}

/** Each table of the report as the edition reads it, or as another that clearly fits it better. */
export function tablesFor(
  edition: Edition,
  readings: ReadonlyMap<Edition, readonly ReadTable[]>,
): ReadTable[] {
  const own = readings.get(edition) ?? [];
  return edition.tables.flatMap(({ id }) => {
    const table = own.find((read) => read.table.id === id);
    const others = [...readings.values()]
      .flat()
      .filter((read) => read.table.id === id && read.edition !== edition);
    const [rival] = others
      .filter((read) => sameFamily(read.edition, edition) && hasMore(read, edition))
      .sort((a, b) => b.score - a.score);
    if (rival && (!table || spoken(rival) > spoken(table) + clearly)) return [rival];
    return table ? [table] : [];
  });
}

/** Editions whose tables have cells in common declare the same figures; others only share an id by chance. */
function sameFamily(a: Edition, b: Edition): boolean {
  const common = [...a.cells.keys()].filter((id) => b.cells.has(id)).length;
  return common > a.cells.size / 2;
}
