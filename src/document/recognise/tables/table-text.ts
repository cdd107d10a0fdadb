import words from "../../../../templates/recognition.json" with { type: "json" };
import { fold } from "../../../edition/labels/fold.ts";
import { labelsIn } from "../../../edition/labels/match-labels.ts";
import { vocabularyOf } from "../../../edition/labels/vocabulary.ts";
import type { Edition } from "../../../edition/read.ts";
import type { Line, Part, TablePart } from "../parts/parts.ts";
import type { FoundSection } from "../parts/sections.ts";
import type { TokenRun } from "./lines.ts";
import { type Token, tokensOfLines, tokensOfTable } from "./tokens.ts";

/** What of the sections belongs to tables, and what of the sections with tables is narrative. */
export type TableText = {
  readonly runs: readonly TokenRun[];
  readonly narrative: ReadonlyMap<FoundSection, readonly Part[]>;
};

/**
 * A table that stands outside its section is one of the report's when it has as many labels as no other has, unless
 * the section has its own: then it tells of units, of years or of something else.
 */
const enoughLabels = 4;

/** Parts the tables of a report from the narrative around them. */
export function tableTextOf(sections: readonly FoundSection[], edition: Edition): TableText {
  const tableOf = new Map(
    edition.sections.map(({ id, contents }) => {
      const tables = contents.flatMap((content) => (content.kind === "table" ? [content.table] : []));
      return [id, tables] as const;
    }),
  );
  const anyTable = sections.some(({ id }) => id !== undefined && (tableOf.get(id)?.length ?? 0) > 0);
  // Asked for where a table stands outside only: labels take most of the time of reading.
  const held = (table: string): boolean =>
    sections.some(
      ({ id, parts }) =>
        id !== undefined &&
        tableOf.get(id)?.includes(table) &&
        parts.some((part) => isTableOf(part, table, edition)),
    );
  const narrative = new Map<FoundSection, Part[]>();
  const runs: TokenRun[] = [];
  let row = 0;
  for (const section of sections) {
    const own = section.id === undefined ? [] : (tableOf.get(section.id) ?? []);
    const inTables = own.length > 0 || (!anyTable && section.id === undefined);
    const { text, rest } = partedText(section.parts, inTables, held, edition);
    narrative.set(section, rest);
    for (const piece of text) {
      const tokens = Array.isArray(piece)
        ? tokensOfLines(piece as readonly Line[], row, edition)
        : tokensOfTable(piece as TablePart, row, edition);
      row = tokens.reduce((last, token: Token) => Math.max(last, token.row), row) + 1;
      runs.push({ table: own.length === 1 ? own[0] : undefined, tokens });
    }
  }
  return { runs, narrative };
}

type Piece = readonly Line[] | Part;

function partedText(
  parts: readonly Part[],
  inTables: boolean,
  held: (table: string) => boolean,
  edition: Edition,
): { text: Piece[]; rest: Part[] } {
  const text: Piece[] = [];
  const rest: Part[] = [];
  const sentences = inTables ? sentencesAmong(parts, edition) : undefined;
  let lines: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) text.push(lines);
    lines = [];
  };
  parts.forEach((part, at) => {
    if (part.type === "table" && (inTables || isLost(part, held, edition))) {
      close();
      text.push(part);
    } else if (part.type === "line" && sentences && !sentences.has(at)) lines.push(part);
    else rest.push(part);
  });
  close();
  return { text, rest };
}

/** Whether a table outside the sections of tables is one of the report's, which stands nowhere else. */
function isLost(table: TablePart, held: (table: string) => boolean, edition: Edition): boolean {
  const labels = labelsOfTable(table, edition);
  const named = edition.tables.filter(({ id }) => (labels.get(id)?.size ?? 0) > 0);
  const all = new Set(named.flatMap(({ id }) => [...(labels.get(id) ?? [])]));
  const [most] = named.sort((a, b) => (labels.get(b.id)?.size ?? 0) - (labels.get(a.id)?.size ?? 0));
  return all.size >= enoughLabels && (most === undefined || !held(most.id));
}

function isTableOf(part: Part, table: string, edition: Edition): boolean {
  return part.type === "table" && (labelsOfTable(part, edition).get(table)?.size ?? 0) >= enoughLabels;
}

/** The labels that stand in a table, by the tables of the edition that they may belong to. */
function labelsOfTable(part: TablePart, edition: Edition): ReadonlyMap<string, ReadonlySet<string>> {
  const vocabulary = vocabularyOf(edition);
  const found = new Map<string, Set<string>>();
  for (const cell of part.rows.flat()) {
    if (cell.text.length > 150) continue;
    for (const { table, label } of labelsIn(cell.text, vocabulary)[0]?.names ?? [])
      found.set(table, (found.get(table) ?? new Set()).add(label));
  }
  return found;
}

/** A line without a label and longer than this is no piece of a label. */
const longLine = 30;

/** The places of the lines that are sentences, or pieces of one that runs over lines. */
function sentencesAmong(parts: readonly Part[], edition: Edition): Set<number> {
  const vocabulary = vocabularyOf(edition);
  const ends = new RegExp(`[${words.sentenceEnds}]`, "u");
  const kinds = parts.map((part): "sentence" | "table" | "open" => {
    if (part.type !== "line") return "table";
    const letters = [...fold(part.text).text.matchAll(/\p{L}/gu)].length;
    const covered = labelsIn(part.text, vocabulary).reduce(
      (all, { start, end }) => all + [...fold(part.text.slice(start, end)).text.matchAll(/\p{L}/gu)].length,
      0,
    );
    if (letters === 0 || covered >= letters / 2) return "table";
    if (ends.test(part.text) || (part.text.length >= longLine && /[，,]/.test(part.text) && covered === 0))
      return "sentence";
    return "open";
  });
  const isOpenLine = (at: number): boolean => {
    const part = parts[at];
    return kinds[at] === "open" && part?.type === "line" && fold(part.text).text.length >= 8;
  };
  const sentences = new Set<number>();
  kinds.forEach((kind, at) => {
    if (kind !== "sentence") return;
    sentences.add(at);
    for (let before = at - 1; isOpenLine(before); before--) sentences.add(before);
    const text = (parts[at] as Line).text.trimEnd();
    if (!ends.test(text.slice(-1))) for (let next = at + 1; isOpenLine(next); next++) sentences.add(next);
  });
  return sentences;
}
