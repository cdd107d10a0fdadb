import { builtinEditions } from "../../src/edition/builtin.ts";
import type { SourceFile } from "./source-files.ts";

/** The signs of numbering, dates and periods are notation; code that reads or writes it must name them. */
const notation = /[〇零一二三四五六七八九十百千万亿两年月日底末至到]/gu;

/** Every text and pattern outside the interface that has Chinese words, with its place. */
export function chineseIn(sources: readonly SourceFile[]): string[] {
  return sources
    .filter(({ path }) => !path.startsWith("src/app/"))
    .flatMap(({ path, texts, patterns }) =>
      [...texts, ...patterns]
        .filter(({ text }) => /\p{Unified_Ideograph}/u.test(text.replace(notation, "")))
        .map(({ text, line }) => `${path}:${line} says ${text}`),
    );
}

/** Ids that are also words of the program: kinds of values, roles of cells, parts of its own types. */
const ownWords = ["amount", "change", "created", "otherOrganisation", "problems", "total"];
const cells = [...builtinEditions.values()].flatMap((edition) => [...edition.cells.values()]);
const rules = [...builtinEditions.values()].flatMap((edition) => edition.rules);
const ids = new Set(
  cells.flatMap(({ table, row, column }) => [table, row, column]).filter((id) => !ownWords.includes(id)),
);
const paths = [
  ...cells.flatMap(({ id, table, row }) => [id, `${table}.${row}`]),
  ...rules.map(({ id }) => id),
];

/** Every place that names a table, row, column or rule of a shipped edition. */
export function idsIn(sources: readonly SourceFile[]): string[] {
  return sources.flatMap(({ path, texts, properties }) => [
    ...texts
      .filter(({ text }) => ids.has(text) || paths.some((id) => text.includes(id)))
      .map(({ text, line }) => `${path}:${line} says ${text}`),
    ...properties
      .filter(({ text }) => ids.has(text))
      .map(({ text, line }) => `${path}:${line} names ${text}`),
  ]);
}
