import edition2019 from "../../templates/editions/2019.json" with { type: "json" };
import edition2021 from "../../templates/editions/2021.json" with { type: "json" };
import { compileEdition, type Edition, readEdition } from "./read.ts";
import type { EditionTemplate } from "./schema.ts";

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

/** The number of the notice, as a text would cite it: 国办公开办函〔2021〕30号; "" where the source names none. */
export function noticeOf(edition: Edition | undefined): string {
  return /^[^《]*/.exec(edition?.source ?? "")?.[0] ?? "";
}

/** What Vite writes in place of `import.meta.env` when it builds. */
type MetaOfBuild = { readonly env?: { readonly PROD?: boolean } };

/**
 * In what is built an edition is taken as it stands: the tests hold it against every check, and doing so again at each
 * start took a tenth of the time of a PDF.
 */
function shipped(json: unknown): Edition {
  if ((import.meta as MetaOfBuild).env?.PROD) return compileEdition(json as EditionTemplate);
  const reading = readEdition(json);
  if (reading.ok) return reading.edition;
  const { id } = json as EditionTemplate;
  throw new Error(reading.problems.map(({ message }) => `edition ${id}: ${message}`).join("\n"));
}
