import wording from "../../../templates/wording.json" with { type: "json" };
import { coversYear, type Editions, editionForYear } from "../../edition/builtin.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import { createDraft } from "../../report/file/create.ts";
import type { FoundDocument } from "../found.ts";
import { editionOf, tablesFor } from "./choose-edition.ts";
import { fillNarrative, originsOf } from "./fill-narrative.ts";
import { fillTables } from "./fill-tables.ts";
import { type Front, frontOf } from "./front.ts";
import { organisationCalled } from "./organisation.ts";
import { type Part, partsOf } from "./parts/parts.ts";
import { type FoundSection, sectionsOf } from "./parts/sections.ts";
import type { Note, Recognition } from "./recognition.ts";
import { type Signature, signatureIn } from "./signature.ts";
import { type ReadTable, readTables } from "./tables/read-tables.ts";
import { type TableText, tableTextOf } from "./tables/table-text.ts";
import { commonestYear, yearOfPeriod } from "./year.ts";

const { recognition: words } = wording;

/** A file as one edition reads it. */
type Reading = {
  readonly sections: readonly FoundSection[];
  readonly text: TableText;
  readonly tables: readonly ReadTable[];
};

/**
 * Recognises a report in what was found in a file: title, office, year, sections with their texts, tables. Each
 * table is read by the edition that explains it best.
 *
 * @returns undefined where the file holds neither a title, nor a section, nor a table of any edition
 */
export function recognise(found: FoundDocument, editions: Editions): Recognition | undefined {
  const readings = new Map(
    [...editions.values()].map((edition) => [edition, readBy(edition, found)] as const),
  );
  const tables = new Map([...readings].map(([edition, reading]) => [edition, reading.tables] as const));
  const [any] = readings.values();
  const front = frontOf(any?.sections[0]?.parts ?? [], found.title);
  const year = yearOf(front, found);
  const edition = editionOf(tables, year.year, editions);
  const reading = edition && readings.get(edition);
  if (!edition || !reading) return undefined;
  if (front.title === undefined && reading.sections.length < 2 && reading.tables.length === 0)
    return undefined;
  return compile(found, editions, edition, reading, tablesFor(edition, tables), year);
}

function readBy(edition: Edition, found: FoundDocument): Reading {
  const sections = sectionsOf(partsOf(found, edition), edition);
  const text = tableTextOf(sections, edition);
  return { sections, text, tables: readTables(text.runs, edition) };
}

type FoundYear = { readonly year: number | undefined; readonly notes: readonly Note[] };

/** The year of the title; where it has none, of the period, or the one that the text names most. */
function yearOf(front: Front, found: FoundDocument): FoundYear {
  const text = found.blocks
    .flatMap((block) => (block.type === "text" ? [block.runs.map((run) => run.text).join("")] : []))
    .join("");
  const period = yearOfPeriod(text);
  if (front.year !== undefined) {
    if (period === undefined || period === front.year) return { year: front.year, notes: [] };
    const message = fill(words.yearDiffers, { year: front.year, period });
    return { year: front.year, notes: [note("year.differs", "warning", message)] };
  }
  const year = period ?? commonestYear(text);
  if (year === undefined) return { year, notes: [] };
  return { year, notes: [note("year.fromText", "warning", fill(words.yearFromText, { year }))] };
}

function compile(
  found: FoundDocument,
  editions: Editions,
  edition: Edition,
  { sections, text }: Reading,
  tables: readonly ReadTable[],
  { year, notes: ofYear }: FoundYear,
): Recognition {
  const front = frontOf(sections[0]?.parts ?? [], found.title);
  const { texts, signature } = signed(sections, text);
  const [before] = sections;
  if (before)
    texts.set(before, text.narrative.get(before)?.filter((part) => front.preface.includes(part)) ?? []);
  const name = nameOf(front, signature);
  const empty = createDraft(edition, year ?? edition.years.from, organisationCalled(name.name ?? ""));
  const figures = fillTables(empty, edition, tables);
  const narrative = fillNarrative(
    figures.draft,
    edition,
    texts,
    new Set(tables.map(({ table }) => table.id)),
  );
  const date = signature?.date ?? front.date;
  const draft =
    date === undefined
      ? narrative.draft
      : { ...narrative.draft, signature: { name: signature?.name ?? "", date } };
  const around = front.around.map(({ text: line, origin }) => ({ text: line, origins: [origin] }));
  return {
    draft,
    title: front.title,
    year,
    organisation: name.name,
    notes: [
      ...ofYear,
      ...(year === undefined
        ? [note("year.unknown", "error", fill(words.yearUnknown, { year: draft.year }))]
        : []),
      ...name.notes,
      ...ofEdition(edition, year, tables, editions),
      ...figures.notes,
      ...narrative.notes,
      ...found.notRead.map((sentence) => note("notRead", "warning", sentence)),
    ],
    unplaced: [...around, ...figures.unplaced],
    read: figures.read,
    texts: [...texts].flatMap(([section, parts]) =>
      parts.flatMap(originsOf).map((origin) => ({ section: section.id, origin })),
    ),
  };
}

/** The texts of the sections, the last of them without the signature at its end. */
function signed(
  sections: readonly FoundSection[],
  text: TableText,
): { texts: Map<FoundSection, readonly Part[]>; signature: Signature | undefined } {
  const texts = new Map(text.narrative);
  const last = sections.at(-1);
  const signature = last?.id === undefined ? undefined : signatureIn(texts.get(last) ?? []);
  if (last && signature) texts.set(last, signature.parts);
  return { texts, signature };
}

/** The name of the title, or the fuller one of the signature. */
function nameOf(front: Front, signature: Signature | undefined): { name: string | undefined; notes: Note[] } {
  const [short, full] = [front.organisation, signature?.name];
  if (short !== undefined && full && full !== short && full.includes(short)) {
    const message = fill(words.nameFromSignature, { short, name: full });
    return { name: full, notes: [{ ...note("name.fromSignature", "hint", message), source: full }] };
  }
  const name = short ?? (full || undefined);
  if (name === undefined) return { name, notes: [note("name.unknown", "warning", words.nameUnknown)] };
  return { name, notes: [note("name.kindGuessed", "hint", words.kindGuessed)] };
}

function ofEdition(
  edition: Edition,
  year: number | undefined,
  tables: readonly ReadTable[],
  editions: Editions,
): Note[] {
  if (year === undefined || coversYear(edition, year) || tables.length === 0) return [];
  const proposed = editionForYear(editions, year)?.name ?? "";
  return [
    note("edition.year", "warning", fill(words.editionYear, { year, proposed, edition: edition.name })),
  ];
}

function note(code: string, severity: Note["severity"], message: string): Note {
  return { code, severity, message, cells: [], source: "", origins: [] };
}
