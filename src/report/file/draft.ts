import "../../edition/no-eval.ts";
import { z } from "zod";
import { officeKinds, officeLevels } from "../../edition/schema.ts";

/** The draft file as it is today. Unknown keys survive opening and saving at every level. */

/** The type and version that a draft file of this program states. */
export const draftType = "zfxxgk-annual-report";
export const currentFormatVersion = 1;

/** Text that is not a valid number is kept as typed; `null` is blank, which is not 0. */
export type CellValue = number | null | string;

const cellValue = z.union([z.number(), z.null(), z.string()]);

/** A node of a narrative, in the manner of ProseMirror. */
export type NarrativeNode = {
  readonly type: string;
  readonly text?: string | undefined;
  readonly content?: readonly NarrativeNode[] | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly { readonly type: string }[] | undefined;
};

const narrativeNode: z.ZodType<NarrativeNode> = z.looseObject({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  content: z.array(z.lazy(() => narrativeNode)).optional(),
  marks: z.array(z.looseObject({ type: z.string() })).optional(),
  text: z.string().optional(),
});

/** An empty slot is `{}` in a file that was made by hand; it means a document without content. */
const narrativeDocument = z.union([
  narrativeNode,
  z.strictObject({}).transform((): NarrativeNode => ({ type: "doc", content: [] })),
]);

const tables = z.record(z.string(), z.record(z.string(), z.record(z.string(), cellValue)));

export const draftSchema = z.looseObject({
  type: z.literal(draftType),
  formatVersion: z.literal(currentFormatVersion),
  edition: z.string(),
  year: z.int().min(1949).max(2999),
  organisation: z.looseObject({
    name: z.string(),
    kind: z.enum(officeKinds),
    level: z.enum(officeLevels),
    /** How the office can be reached, by the ids of the edition; read with `contactsOf`. */
    contacts: z.unknown().optional(),
  }),
  narrative: z.record(z.string(), narrativeDocument),
  tables,
  signature: z.looseObject({ name: z.string(), date: z.string() }).optional(),
  prior: z
    .looseObject({
      edition: z.string().optional(),
      year: z.int().optional(),
      tables: tables.optional(),
      narrative: z.record(z.string(), narrativeDocument).optional(),
    })
    .optional(),
  confirmations: z
    .array(
      z.looseObject({
        code: z.string(),
        cells: z.array(z.string()),
        fingerprint: z.string(),
        reason: z.string(),
        date: z.string(),
      }),
    )
    .optional(),
  /** What the clerk says in the picture of the year; read with `pictureSentencesOf`. */
  infographic: z.unknown().optional(),
});

/** What an office filled in. Totals are never stored. */
export type Draft = z.infer<typeof draftSchema>;
export type Organisation = Draft["organisation"];
export type Tables = Draft["tables"];
