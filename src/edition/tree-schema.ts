import "./no-eval.ts";
import { z } from "zod";

/** The shape of the rows and columns of a table in an edition file: trees of labels. */

export const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/);
export const text = z.string().min(1);

/** `count`: whole and not negative; `signed`: whole; `amount`: a decimal, not negative. */
export const valueKinds = ["count", "signed", "amount"] as const;

/** What a total adds up: all inputs beside it under the same parent, or the named ones. */
const sumOf = z.union([z.literal("siblings"), z.array(id).min(1)]);

/** How published reports name a row, a column or a section beside its own label; both are matched folded. */
type OtherNames = { core?: string[]; also?: string[] };

export type ColumnNode =
  | ({ label: string; children: ColumnNode[] } & OtherNames)
  | ({
      id: string;
      label: string;
      value: (typeof valueKinds)[number];
      unit?: string;
      sumOf?: "siblings" | string[];
    } & OtherNames);

export type RowNode =
  | ({ label: string; children: RowNode[] } & OtherNames)
  | ({ id: string; label: string; help?: string; sumOf?: "siblings" | string[] } & OtherNames);

/** A tree node is a group when it has children, else a leaf; choosing by that keeps the error paths exact. */
const isGroup = (node: unknown): boolean => typeof node === "object" && node !== null && "children" in node;

export const otherNames = {
  /** Parts that tell the label from every other of its table, so that it is known shortened or garbled. */
  core: z.array(text).min(1).optional(),
  /** Other words for the whole label. */
  also: z.array(text).min(1).optional(),
};

const columnLeaf = z.strictObject({
  id,
  label: text,
  ...otherNames,
  value: z.enum(valueKinds),
  unit: text.optional(),
  sumOf: sumOf.optional(),
});
const rowLeaf = z.strictObject({
  id,
  label: text,
  ...otherNames,
  help: text.optional(),
  sumOf: sumOf.optional(),
});

function tree<Leaf extends z.ZodType>(leaf: Leaf): z.ZodType {
  const group: z.ZodType = z.strictObject({
    label: text,
    ...otherNames,
    children: z.array(z.lazy(() => node)).min(1),
  });
  const node: z.ZodType = z.unknown().transform((value, context) => {
    const result = (isGroup(value) ? group : leaf).safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.issues.push({ ...issue, input: value } as never);
    return z.NEVER;
  });
  return node;
}

export const columnNode = tree(columnLeaf) as z.ZodType<ColumnNode>;
export const rowNode = tree(rowLeaf) as z.ZodType<RowNode>;
