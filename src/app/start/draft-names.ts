import type { DraftEntry } from "../../store/draft-record.ts";
import { spokenMoment } from "../spoken-time.ts";

type Named = Pick<DraftEntry, "label" | "title" | "savedAt">;

/** What a draft is called. */
export function nameOf({ label, title }: Pick<Named, "label" | "title">): string {
  return label ?? (title || "未命名的草稿");
}

/**
 * What the drafts of a list are called there: by their names, those that share one also by when they were saved, and
 * those of the same minute by a number. No two are called the same.
 */
export function namesInList(drafts: readonly Named[]): string[] {
  const names = drafts.map(nameOf);
  const shared = repeated(names);
  const dated = names.map((name, place) =>
    shared.has(name) ? `${name}（${spokenMoment(drafts[place]?.savedAt ?? 0)}保存）` : name,
  );
  const alike = repeated(dated);
  const counts = new Map<string, number>();
  const taken = new Set(dated);
  return dated.map((name) => {
    if (!alike.has(name)) return name;
    let [count, numbered] = [counts.get(name) ?? 0, ""];
    do numbered = `${name}第 ${++count} 份`;
    while (taken.has(numbered));
    counts.set(name, count);
    return numbered;
  });
}

function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

/** What a copy is called: 名称（副本）, the next one 名称（副本2）; a copy of a copy is one more of the same. */
export function nameOfCopy(name: string, drafts: readonly Named[]): string {
  const taken = new Set(drafts.map(nameOf));
  const own = name.replace(/（副本\d*）$/, "");
  let [copy, count] = [`${own}（副本）`, 1];
  while (taken.has(copy)) {
    count += 1;
    copy = `${own}（副本${count}）`;
  }
  return copy;
}
