import edition2019 from "../../templates/editions/2019.json" with { type: "json" };
import edition2021 from "../../templates/editions/2021.json" with { type: "json" };
import { type Edition, readEdition } from "./read.ts";

/** The editions the program knows, the shipped ones and those the user loaded, by id. */
export type Editions = ReadonlyMap<string, Edition>;

/** The editions that are shipped, oldest first. */
export const builtinEditions: Editions = new Map(
  [edition2019, edition2021].map(shipped).map((edition) => [edition.id, edition]),
);

/** The edition prescribed for a report year: the newest that covers it. */
export function editionForYear(editions: Editions, year: number): Edition | undefined {
  return [...editions.values()]
    .filter((edition) => coversYear(edition, year))
    .sort((a, b) => b.years.from - a.years.from)[0];
}

/** The edition of a report that was opened; it is known, or the report would not be open. */
export function editionOf({ edition: id }: { readonly edition: string }, editions: Editions): Edition {
  const edition = editions.get(id);
  if (!edition) throw new Error(`no edition ${id}`);
  return edition;
}

export function coversYear(edition: Edition, year: number): boolean {
  return edition.years.from <= year && year <= (edition.years.to ?? Number.POSITIVE_INFINITY);
}

function shipped(json: unknown): Edition {
  const reading = readEdition(json);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.message).join("\n"));
  return reading.edition;
}
