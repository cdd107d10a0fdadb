import type { z } from "zod";
import { type Editions, editionForYear } from "../../edition/builtin.ts";
import type { Edition } from "../../edition/read.ts";
import { createDraft } from "./create.ts";
import { type Draft, draftSchema, type NarrativeNode } from "./draft.ts";
import { readBrokenJson } from "./read-broken-json.ts";

/** What could be read of a broken draft, and how much that is. */
export type Salvage = { readonly draft: Draft; readonly figures: number; readonly texts: number };

/**
 * A new draft of what can still be read of one that does not open: the text is cut off or altered, or does not have
 * the shape of a draft. What cannot be read stays blank; what says nothing of the office is as in a new draft.
 *
 * @returns undefined where neither a name, a figure nor a text can be read
 */
export function salvageDraft(text: string, editions: Editions, newestYear: number): Salvage | undefined {
  const broken = recordIn(readBrokenJson(text));
  const year = draftSchema.shape.year.catch(newestYear).parse(broken.year);
  const stated = typeof broken.edition === "string" ? editions.get(broken.edition) : undefined;
  const edition = stated ?? editionForYear(editions, year);
  if (!edition) return undefined;
  const organisation = organisationIn(broken.organisation);
  const empty = createDraft(edition, year, organisation);
  const { tables, figures } = figuresIn(recordIn(broken.tables), empty.tables);
  const texts = textsIn(recordIn(broken.narrative), edition, empty.narrative);
  if (figures === 0 && texts.count === 0 && organisation.name === "") return undefined;
  const draft: Draft = { ...empty, tables, narrative: texts.narrative };
  const signature = draftSchema.shape.signature.safeParse(broken.signature);
  const prior = draftSchema.shape.prior.safeParse(broken.prior);
  if (signature.data) draft.signature = signature.data;
  if (prior.data) draft.prior = prior.data;
  return { draft, figures, texts: texts.count };
}

function organisationIn(broken: unknown): Draft["organisation"] {
  const { name, kind, level } = draftSchema.shape.organisation.shape;
  const found = recordIn(broken);
  const read = <Value>(schema: z.ZodType<Value>, value: unknown, otherwise: Value): Value => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : otherwise;
  };
  return {
    name: read(name, found.name, ""),
    kind: read(kind, found.kind, "department"),
    level: read(level, found.level, "county"),
  };
}

/** The figures that stand in a cell of the edition; figures of cells that it does not know are not brought back. */
function figuresIn(broken: Record<string, unknown>, empty: Draft["tables"]) {
  let figures = 0;
  const read = (table: string, row: string, column: string): number | string | null => {
    const value = recordIn(recordIn(broken[table])[row])[column];
    if (typeof value !== "number" && typeof value !== "string") return null;
    figures += 1;
    return value;
  };
  const tables = Object.fromEntries(
    Object.entries(empty).map(([table, rows]) => [
      table,
      Object.fromEntries(
        Object.entries(rows).map(([row, columns]) => [
          row,
          Object.fromEntries(Object.keys(columns).map((column) => [column, read(table, row, column)])),
        ]),
      ),
    ]),
  );
  return { tables, figures };
}

function textsIn(broken: Record<string, unknown>, edition: Edition, empty: Draft["narrative"]) {
  let count = 0;
  const narrative = { ...empty };
  const slots = edition.sections.flatMap(({ contents }) =>
    contents.flatMap((content) => ("slot" in content ? [content.slot] : [])),
  );
  for (const slot of slots) {
    const passages = recordIn(broken[slot]).content;
    const content = (Array.isArray(passages) ? passages : []).flatMap(soundNode);
    if (content.length === 0) continue;
    count += content.length;
    narrative[slot] = { type: "doc", content };
  }
  return { narrative, count };
}

/** A passage that is whole, else the text that stands in it. */
function soundNode(broken: unknown): NarrativeNode[] {
  const parsed = draftSchema.shape.narrative.safeParse({ slot: broken });
  const node = parsed.data?.slot;
  if (node && node.type !== "doc" && node.type !== "text") return [node];
  const text = wordsIn(broken);
  return text === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text }] }];
}

function wordsIn(broken: unknown): string {
  if (Array.isArray(broken)) return broken.map(wordsIn).join("");
  const { text, content } = recordIn(broken);
  return `${typeof text === "string" ? text : ""}${content === undefined ? "" : wordsIn(content)}`;
}

function recordIn(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
