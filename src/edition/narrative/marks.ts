import "../no-eval.ts";
import { z } from "zod";
import marks from "../../../templates/narrative/marks.json" with { type: "json" };

const text = z.string().min(1);

/** What to look for in a line; `instead` is what would be right, with `$1` for a part that is kept. */
const found = z.union([text, z.strictObject({ find: text, instead: z.string() })]);

/** A kind of slip that can be seen by its words alone, with the sentences of its finding. */
const mark = z.strictObject({
  code: z.string().regex(/^[A-Za-z][A-Za-z.]*$/),
  severity: z.enum(["warning", "hint"]),
  /** `{excerpt}`, `{instead}` and `{count}` give way to what stands there, what would be right and how often. */
  headline: text,
  message: text,
  /** One finding for all of a passage, at the first of them. */
  once: z.boolean().optional(),
  /**
   * It is about the numbers of the notices, and the editions say them: made once for each edition and each notice of
   * an earlier (`former`) or of a later one, or once for the notices of all (`each`). `{issuer}`, `{year}` and
   * `{number}` are the parts of the number that is looked for, `{notice}` what should stand there: that of the edition,
   * whose years are `{from}` and `{to}`, or with `each` the number itself; `{citedFrom}` and `{citedTo}` are the years
   * of the edition that is cited.
   */
  notices: z.enum(["former", "later", "each"]).optional(),
  /** Report years for which it holds. */
  years: z.strictObject({ from: z.int().optional(), to: z.int().optional() }).optional(),
  /** Only in the preface, or only outside it. */
  where: z.enum(["preface", "sections"]).optional(),
  /** A line in which it is no slip. */
  unless: text.optional(),
  /** A further test of what was found: that of an identity card, of a bank card. */
  proof: z.enum(["identity", "card"]).optional(),
  finds: z.array(found).min(1),
});

const schema = z.strictObject({ marks: z.array(mark) });

export type Mark = z.infer<typeof mark>;

let read: readonly Mark[] | undefined;

/** The slips that are looked for, read when they are first asked for. */
export function narrativeMarks(): readonly Mark[] {
  read ??= schema.parse(marks).marks;
  return read;
}
