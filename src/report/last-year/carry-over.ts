import wording from "../../../templates/wording.json" with { type: "json" };
import { builtinEditions, type Editions, noticeOf } from "../../edition/builtin.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import { lookupIn, withCell } from "../figures/values.ts";
import type { CellValue, Draft, Organisation } from "../file/draft.ts";
import { writtenLines } from "../narrative/narrative.ts";
import { narrativeIn } from "../narrative/read-passages.ts";
import { type CarriedFigures, carriedFigures, type Proposal } from "./carried-figures.ts";
import { type CarriedText, carriedText, isWritten } from "./carried-text.ts";
import { isLastYears, isOtherName, type Prior } from "./prior.ts";

/** A proposal for a cell in which something else stands; it is left alone. */
export type KeptCell = Proposal & { readonly standing: CellValue };

/** Something the clerk should know of what was, or was not, carried over. */
export type CarryOverNote = {
  readonly code:
    | "otherYear"
    | "noYear"
    | "otherOrganisation"
    | "missing"
    | "otherNotice"
    | "yearLeft"
    | "yearInHeading";
  readonly message: string;
};

/** What a report can take from last year's. Nothing in it touches what is filled in. */
export type CarryOver = {
  readonly changes: readonly Proposal[];
  readonly kept: readonly KeptCell[];
  readonly organisation?: Organisation;
  /** The name under the report, without a date: last year's is not this year's. */
  readonly signature?: { readonly name: string; readonly date: string };
  readonly narrative: CarriedText;
  readonly notes: readonly CarryOverNote[];
};

/**
 * What `draft` can take from last year's report: figures that follow by the edition's rules, the
 * organisation, the frame's text with its year raised, sub-headings. A report of another year gives no
 * figures, and a note; one of another organisation gives all, and a note (offices are renamed and merged).
 */
export function carryOver(
  edition: Edition,
  draft: Draft,
  prior: Prior,
  editions: Editions = builtinEditions,
): CarryOver {
  const figures = carriedFigures(edition, draft, prior, editions);
  const narrative = carriedText(edition, draft, prior);
  const standing = lookupIn(draft.tables);
  const isFree = ({ cell }: { cell: string }): boolean => standing(cell) === null;
  const organisation = hasName(draft.organisation) ? undefined : prior.organisation;
  const signature = draft.signature || !prior.signature?.name ? undefined : prior.signature;
  return {
    changes: figures.proposals.filter(isFree),
    kept: figures.proposals
      .filter((proposal) => !isFree(proposal) && standing(proposal.cell) !== proposal.value)
      .map((proposal) => ({ ...proposal, standing: standing(proposal.cell) })),
    ...(organisation && hasName(organisation) ? { organisation } : {}),
    ...(signature ? { signature: { name: signature.name, date: "" } } : {}),
    narrative,
    notes: [
      ...sourceNotes(draft, prior),
      ...missingNotes(figures.missing.filter(isFree)),
      ...textNotes(edition, draft, prior, narrative, editions),
    ],
  };
}

/** The draft with what was carried over. What has been filled in since the proposal was made stays too. */
export function withCarryOver(draft: Draft, carried: CarryOver): Draft {
  const standing = lookupIn(draft.tables);
  const withFigures = carried.changes
    .filter(({ cell }) => standing(cell) === null)
    .reduce((filled, { cell, value }) => {
      const [table = "", row = "", column = ""] = cell.split(".");
      return withCell(filled, { table, row, column }, value);
    }, draft);
  const texts = Object.entries(carried.narrative).filter(([slot]) => !isWritten(narrativeIn(draft, slot)));
  return {
    ...withFigures,
    narrative: { ...draft.narrative, ...Object.fromEntries(texts) },
    ...(carried.organisation && !hasName(draft.organisation) ? { organisation: carried.organisation } : {}),
    ...(carried.signature && !draft.signature ? { signature: carried.signature } : {}),
  };
}

function hasName({ name }: Pick<Organisation, "name">): boolean {
  return name.trim() !== "";
}

function note(code: CarryOverNote["code"], values: Record<string, string | number>): CarryOverNote {
  return { code, message: fill(wording.carryOver[code], values) };
}

function sourceNotes(draft: Draft, prior: Prior): CarryOverNote[] {
  const notes: CarryOverNote[] = [];
  const expected = draft.year - 1;
  if (prior.year === undefined) notes.push(note("noYear", { expected }));
  else if (!isLastYears(prior, draft.year)) notes.push(note("otherYear", { year: prior.year, expected }));
  const name = prior.organisation?.name ?? "";
  const own = draft.organisation.name;
  if (isOtherName(name, own)) notes.push(note("otherOrganisation", { name, own }));
  return notes;
}

function missingNotes(missing: CarriedFigures["missing"]): CarryOverNote[] {
  return [...new Set(missing.map(({ name }) => name))].map((name) => {
    const cells = missing.filter((one) => one.name === name).map(({ cell }) => cell);
    return note("missing", { name, count: new Set(cells).size });
  });
}

/** What a carried text still says of last year: the former notice, a date of that year, a year in a heading. */
function textNotes(
  edition: Edition,
  draft: Draft,
  prior: Prior,
  narrative: Draft["narrative"],
  editions: Editions,
): CarryOverNote[] {
  const former = noticeOf(editions.get(prior.edition ?? ""));
  const current = noticeOf(edition);
  return edition.sections.flatMap(({ heading, name = "", contents }) =>
    contents.flatMap((content): CarryOverNote[] => {
      const carried = content.kind === "narrative" ? narrativeIn({ narrative }, content.slot) : undefined;
      const lines = writtenLines(carried).map(({ text }) => text);
      if (heading !== undefined) {
        const dated = lines.filter((line) => /\d{4}\s*年/.test(line));
        return dated.map((line) => note("yearInHeading", { heading: line }));
      }
      const cites = former !== current && former !== "" && lines.some((line) => line.includes(former));
      const isLeft = prior.year !== draft.year && lines.some((line) => speaksOf(line, prior.year));
      return [
        ...(cites ? [note("otherNotice", { section: name, former, current })] : []),
        ...(isLeft ? [note("yearLeft", { section: name, year: prior.year ?? "" })] : []),
      ];
    }),
  );
}

function speaksOf(line: string, year: number | undefined): boolean {
  return year !== undefined && new RegExp(`${year}\\s*年`).test(line);
}
