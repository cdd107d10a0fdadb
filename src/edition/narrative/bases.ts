import "../no-eval.ts";
import { z } from "zod";

const text = z.string().min(1);

/** A figure of the tables that a text may mean: the sum of some cells, without some others. */
const fit = z.strictObject({
  name: text,
  cells: z.array(text).min(1),
  less: z.array(text).min(1).optional(),
  /** The figure of the text is a part of it: less is right too. */
  atMost: z.boolean().optional(),
});

/**
 * What figures in the text mean, by the ids of `templates/narrative/phrases.json`. A figure that is any of them
 * is right.
 */
export const bases = z.record(z.string(), z.array(fit).min(1));

export type Fit = z.infer<typeof fit>;
