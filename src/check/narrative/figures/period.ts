import { narrativeWords } from "../../../edition/narrative/words.ts";
import { pattern } from "../read/patterns.ts";
import type { Statement } from "../read/statements.ts";

export type Period = "current" | "prior" | "elsewhere";

/** Of which year a figure is said; `elsewhere` for one that no table has. */
export function periodOf({ context, words }: Pick<Statement, "context" | "words">, year: number): Period {
  const { comparedClause, periodOfLast, periodToken, partOfYear } = narrativeWords();
  const clause = lastClause(context).replace(pattern(`${year}年(?:{sinceThen})`), "");
  if (pattern(partOfYear).test(clause + words)) return "elsewhere";
  const plain = context.replace(pattern(comparedClause, "gu"), "");
  if (pattern(periodOfLast).test(lastClause(plain))) return "prior";
  const last = [...plain.matchAll(pattern(periodToken, "gu"))].at(-1);
  if (last?.[1] === undefined || Number(last[1]) === year) return "current";
  return Number(last[1]) === year - 1 ? "prior" : "elsewhere";
}

/** Of which year a figure is that follows 上年的 or 2024年为. */
export function periodNamed(words: string, year: number): Period {
  const named = Number(/\d{4}/.exec(words)?.[0] ?? year - 1);
  if (named === year) return "current";
  return named === year - 1 ? "prior" : "elsewhere";
}

function lastClause(context: string): string {
  return /[^，,；;]*$/.exec(context)?.[0] ?? "";
}
