import "./no-eval.ts";
import { z } from "zod";
import { bases } from "./narrative/bases.ts";
import { columnNode, id, otherNames, rowNode, text, type valueKinds } from "./tree-schema.ts";

export type { ColumnNode, RowNode } from "./tree-schema.ts";

/**
 * The shape of an edition file in `templates/editions/`. One file declares one edition of the report
 * format as its notice prescribes it; everything else is derived from it.
 */

/** What an office may be: a government reports for its whole jurisdiction. */
export const officeKinds = ["government", "department", "town", "office"] as const;
export const officeLevels = ["province", "city", "county", "town"] as const;

const block = z.strictObject({
  /** A line across the table above the block's heads. */
  caption: text.optional(),
  /** The head above the row labels. */
  rowHead: text.optional(),
  columns: z.array(columnNode).min(1),
  rows: z.array(rowNode).min(1),
});

const table = z.strictObject({
  id,
  /** The accessible name. */
  name: text,
  /** What is counted (件); a column may name another unit (万元). */
  unit: text.optional(),
  /** `down`: labels at the left, one line a row. `across`: the rows side by side in one line of figures. */
  layout: z.enum(["down", "across"]),
  keepWhole: z.boolean(),
  /** The text of the cell over the row labels and beside the column heads. */
  corner: text.optional(),
  /** Proportions: one for each level of row labels, and one for every column of figures. */
  widths: z.strictObject({ labels: z.array(z.number().positive()), values: z.number().positive() }),
  blocks: z.array(block).min(1),
});

/** Something a text should say; for a figure a number must stand beside one of the words, or that there was none. */
const asked = z.strictObject({
  text,
  anyOf: z.array(text).min(1),
  isFigure: z.boolean().optional(),
  /** Whose reports must say it, where not all must: 各级人民政府 tell their 工作考核. */
  kinds: z.array(z.enum(officeKinds)).min(1).optional(),
});

/** A line of guidance; one with `kinds` is for those offices only. */
const guidance = z.union([text, z.strictObject({ text, kinds: z.array(z.enum(officeKinds)).min(1) })]);

const narrative = z.strictObject({
  kind: z.literal("narrative"),
  slot: id,
  required: z.boolean(),
  guidance: z.array(guidance),
  /** What an office writes when it has nothing to report. */
  suggestion: text.optional(),
  /**
   * Paragraphs an office may begin with: `{organisation}`, `{year}` and `{contacts}` give way to what the cover
   * says. A paragraph about contacts is left out where the cover has none.
   */
  opening: z.array(text).optional(),
  /** The parts the notice asks for: their headings, and words by which a heading is recognised. */
  parts: z
    .array(z.strictObject({ heading: text, anyOf: z.array(text).min(1), asks: z.array(asked).optional() }))
    .optional(),
  /** How many characters the office that asks for the report lets it have; blanks are not counted. */
  mostCharacters: z.int().min(1).optional(),
  /** What the text as a whole should say. */
  asks: z.array(asked).optional(),
  /** What the text must speak of, by any of the words, where the cell has a figure above 0. */
  mentions: z
    .array(z.strictObject({ name: text, cell: text, anyOf: z.array(text).min(1), source: text }))
    .optional(),
});

const section = z
  .strictObject({
    id,
    /** The exact heading; a part that has none (前言) has a name for the list of sections instead. */
    heading: text.optional(),
    name: text.optional(),
    ...otherNames,
    contents: z
      .array(
        z.discriminatedUnion("kind", [narrative, z.strictObject({ kind: z.literal("table"), table: id })]),
      )
      .min(1),
  })
  .refine((value) => value.heading !== undefined || value.name !== undefined, {
    params: { problem: "sectionWithoutName" },
  });

const term = z.union([
  z.strictObject({
    /** `table.row.column`; `{row}` or `{column}` stands for the one the rule is applied to. */
    cells: text,
    name: text,
    weight: z.number().optional(),
    period: z.enum(["current", "prior"]).optional(),
  }),
  z.strictObject({ constant: z.number(), name: text }),
]);

const rule = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_.]*$/),
  severity: z.enum(["error", "warning", "hint"]),
  /** The clause of the notice, or the reason. */
  source: text,
  /** The rule holds for each of these rows or columns of a table. */
  each: z
    .union([
      z.strictObject({ table: id, columns: z.union([z.literal("all"), z.array(id).min(1)]) }),
      z.strictObject({ table: id, rows: z.union([z.literal("all"), z.array(id).min(1)]) }),
    ])
    .optional(),
  /** The rule holds only for offices of these levels or kinds. */
  when: z
    .strictObject({
      level: z.array(z.enum(officeLevels)).optional(),
      kind: z.array(z.enum(officeKinds)).optional(),
    })
    .optional(),
  /**
   * `=` with one input of this year alone on its side and a term of last year on the other is also read as a
   * proposal: where last year's report is at hand, the other side fills the input in.
   */
  left: z.array(term).min(1),
  relation: z.enum(["=", "<=", ">="]),
  right: z.array(term).min(1),
  headline: text,
  message: text,
});

/** Figures worth a second look when they differ much from last year's. */
const jump = z.strictObject({
  /** Inputs or totals, as `table.row.column`; `*` matches any part. */
  cells: z.array(text).min(1),
  /** The larger of both years' figures must reach this: small figures jump by chance. */
  atLeast: z.number().min(1),
  /** How many times the smaller figure the larger one must exceed. */
  factor: z.number().min(1),
});

/** A category or a series of a chart: its printed name, and what stands for it in `cells`. */
const chartPart = z.strictObject({ name: text, is: text });

/** A figure drawn from the tables. */
const chart = z.strictObject({
  id,
  title: text,
  unit: text,
  /** The title where the largest bar is worth a sentence: `{name}`, and `{share}` in words. */
  finding: text.optional(),
  /** `table.row.column` with `{category}` and `{series}` in their places; all cells it matches (`*`) are added up. */
  cells: text,
  /** Each a bar, or a group of one bar for each series; `years`: the figures stand for themselves, with last year's. */
  categories: z.union([z.literal("years"), z.array(chartPart).min(1)]),
  series: z.array(chartPart).min(1),
});

/** A part of the picture of the year: its main figures, and charts by their ids. */
const highlight = z.strictObject({
  heading: text,
  figures: z.array(z.strictObject({ name: text, cells: text, unit: text })).min(1),
  charts: z.array(id).optional(),
});

/**
 * A paragraph that says in words what a table says in figures. In its text `{organisation}` and `{year}` give way
 * to the cover, `{table.row.column}` and `{share(part/whole)}` to living figures; a piece with `unless0` is left
 * out where that figure is 0.
 */
const sentence = z.strictObject({
  name: text,
  slot: id,
  /** The cells that must be filled in first. */
  needs: z.array(text).min(1),
  /** The first of which all cells of `zero` are 0 is taken; the last asks for none. */
  variants: z
    .array(
      z.strictObject({
        zero: z.array(text).min(1).optional(),
        text: z.array(z.union([text, z.strictObject({ unless0: text, text })])).min(1),
      }),
    )
    .min(1),
});

export const editionSchema = z.strictObject({
  type: z.literal("zfxxgk-report-edition"),
  formatVersion: z.literal(1),
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/),
  name: text,
  source: text,
  /** The report years the edition is prescribed for; open at the end while it is in force. */
  years: z.strictObject({ from: z.int(), to: z.int().optional() }),
  /** The title, cut where a line may break. */
  title: z.array(text).min(1),
  /** The column of a government site under which the report is published. */
  column: text.optional(),
  /** How the office can be reached: a field of the cover each, and how it is printed (`{value}`). */
  contacts: z.array(z.strictObject({ id, label: text, printed: text })).optional(),
  sections: z.array(section).min(1),
  tables: z.array(table),
  rules: z.array(rule),
  /** Input cells that no rule and no total covers, listed so that none is forgotten. `*` matches any part. */
  free: z.array(text),
  sentences: z.array(sentence).optional(),
  jumps: z.array(jump).optional(),
  charts: z.array(chart).optional(),
  highlights: z.array(highlight).optional(),
  bases: bases.optional(),
});

export type EditionTemplate = z.infer<typeof editionSchema>;
export type SectionTemplate = EditionTemplate["sections"][number];
export type NarrativeTemplate = Extract<SectionTemplate["contents"][number], { kind: "narrative" }>;
export type TableTemplate = EditionTemplate["tables"][number];
export type BlockTemplate = TableTemplate["blocks"][number];
export type RuleTemplate = EditionTemplate["rules"][number];
export type TermTemplate = RuleTemplate["left"][number];
export type SentenceTemplate = NonNullable<EditionTemplate["sentences"]>[number];
export type ChartTemplate = NonNullable<EditionTemplate["charts"]>[number];
export type ValueKind = (typeof valueKinds)[number];
export type Severity = RuleTemplate["severity"];
