import type { Edition } from "../../edition/read.ts";
import { contactsOf } from "../../report/contacts.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { NextYear } from "../../report/last-year/next-year.ts";

/** What a new report took from last year's, and what there is to know of it. */
export type TakenOver = {
  readonly headline: string;
  readonly items: readonly string[];
  readonly notes: readonly string[];
};

/** Says what the report that follows `last` took from it. */
export function takenFrom(last: Draft, { draft, carried }: NextYear, edition: Edition): TakenOver {
  const texts = edition.sections.flatMap(({ heading, name = "", contents }) =>
    contents.some((content) => content.kind === "narrative" && carried.narrative[content.slot])
      ? [heading === undefined ? `${name}的文字（年份已改成 ${draft.year} 年）` : `“${heading}”的小标题`]
      : [],
  );
  const contacts = Object.values(contactsOf(draft.organisation)).some((value) => value?.trim());
  return {
    headline: `已带入 ${last.organisation.name} ${last.year} 年报告里能沿用的内容，先核对封面`,
    items: [
      `单位名称、类型、级别${contacts ? "和联系方式" : ""}`,
      ...(carried.signature ? ["落款单位（日期没有带入）"] : []),
      ...(carried.changes.length > 0 ? [`${carried.changes.length} 个结转的数字`] : []),
      ...texts,
      "上年的数字和文字留在“上年报告”里，供对照，不印出来",
    ],
    notes: carried.notes.map(({ message }) => message),
  };
}

/** By the draft's id, until it is read; it is told once, after the report was begun. */
const taken = new Map<string, TakenOver>();

export function rememberTaken(id: string, words: TakenOver): void {
  taken.set(id, words);
}

export function takenInto(id: string): TakenOver | undefined {
  return taken.get(id);
}

export function forgetTaken(id: string): void {
  taken.delete(id);
}
