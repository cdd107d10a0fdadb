import "../no-eval.ts";
import { z } from "zod";
import phrases from "../../../templates/narrative/phrases.json" with { type: "json" };

const pattern = z.string().min(1);

/** How a basis is said; one may be said in several ways. Which cells it is stands in the edition, under `bases`. */
const phrase = z.strictObject({
  id: z.string(),
  /** What the sentence or its heading must be about. */
  topic: z.string(),
  /** What was named last before the figure: 行政诉讼 for 结果维持. */
  scope: z.string().optional(),
  /** Figures that are said one after the other: after one of them, another basis means a part of it. */
  group: z.string().optional(),
  notAfter: z.string().optional(),
  /** A figure of this group must stand before it: 行政许可5件、行政处罚3件. */
  follows: z.string().optional(),
  /** What its sentence must have: figures of its kind side by side. */
  sentence: pattern.optional(),
  unit: z.enum(["count", "amount"]).optional(),
  /** Words in the clause that make it another basis. */
  unless: pattern.optional(),
  /** What must not stand right before its words. */
  unlessAfter: pattern.optional(),
  /** Parts are said as shares of it. */
  isWhole: z.boolean().optional(),
  /** It may be said of some of the whole, beside the others: 答复7件、撤回1件. */
  isDivided: z.boolean().optional(),
  /** It often means another count (公开 may go back over years): a figure that does not fit is worth a look at most. */
  isLoose: z.boolean().optional(),
  /** A way of coming in (网络申请) does not make it another basis. */
  channels: z.boolean().optional(),
  /** What stands before the figure, or around it: `#` is the figure. The first phrase that matches counts. */
  phrases: z.array(pattern).min(1),
  /** After 未收到, 没有: what there was none of. */
  none: z.array(pattern).optional(),
});

const schema = z.strictObject({
  topics: z.array(
    z.strictObject({
      id: z.string(),
      heading: pattern,
      words: pattern,
      /** What else an office counts: a figure that goes on from such a count is of that, too. */
      others: pattern.optional(),
      /** A sentence with these words is about something else. */
      unless: pattern.optional(),
    }),
  ),
  scopes: z.array(z.strictObject({ id: z.string(), words: pattern })),
  phrases: z.array(phrase),
});

export type Phrase = z.infer<typeof phrase>;
export type NarrativePhrases = z.infer<typeof schema>;

let read: NarrativePhrases | undefined;

/** The phrases, read when they are first asked for. */
export function narrativePhrases(): NarrativePhrases {
  read ??= schema.parse(phrases);
  return read;
}
