import { cellPattern } from "../cell-pattern.ts";
import { isNearlySpeltLike } from "./spelling.ts";
import type { Stopgaps } from "./stopgaps.ts";

/**
 * A name read with forgiveness: what it means, and whether it is a slip of its own. A slip that can only mean
 * one thing is checked further as if that stood there, so that nothing more is reported of it.
 */
export type NameReading = { readonly means: string; readonly isSlip: boolean };

/** What can be said for a declared name as the one that is meant: the less, the better it fits. */
const fits = { exactly: 0, maybe: 1, misspelt: 2, not: Number.POSITIVE_INFINITY };

/** Reads a name of a table, row, column or chart. */
export function readName(name: string, declared: readonly string[], stopgaps: Stopgaps): NameReading {
  const candidates = declared.map((id) => ({ means: id, fit: fitOf(name, id, stopgaps) }));
  const [best] = candidates.sort((a, b) => a.fit - b.fit);
  return readingOf(name, best, stopgaps);
}

/**
 * Reads a pattern of cells: `table.row.column`, where `*` matches any part and `{row}` or `{column}` stands for
 * the line a rule is applied to.
 *
 * @param line the placeholder that is meant where another stands
 */
export function readPattern(
  pattern: string,
  cells: readonly string[],
  stopgaps: Stopgaps,
  line = "{column}",
): NameReading {
  const whole = cellPattern(pattern.replace(line, "*"));
  if (cells.some((cell) => whole.test(cell))) return { means: pattern, isSlip: false };
  const parts = pattern.split(".");
  const candidates = cells.map((cell) => {
    const own = cell.split(".");
    const fit = parts.map((part, index) => fitOf(part, own[index] ?? "", stopgaps, line));
    const means = parts.map((part, index) => (fit[index] === fits.exactly ? part : (own[index] ?? "")));
    const isWhole = parts.length === own.length;
    return {
      means: means.map((part, index) => (parts[index]?.includes("{") ? line : part)).join("."),
      fit: isWhole ? Math.max(...fit) * 10 + fit.reduce((total, part) => total + part, 0) : fits.not,
    };
  });
  const [best] = candidates.sort((a, b) => a.fit - b.fit);
  return readingOf(pattern, best && { ...best, fit: Math.floor(best.fit / 10) }, stopgaps);
}

function readingOf(
  name: string,
  best: { readonly means: string; readonly fit: number } | undefined,
  stopgaps: Stopgaps,
): NameReading {
  if (stopgaps.names.has(name)) return { means: name, isSlip: false };
  if (!best || best.fit === fits.not) return { means: name, isSlip: true };
  return { means: best.means, isSlip: best.fit === fits.misspelt };
}

function fitOf(name: string, declared: string, { names }: Stopgaps, line?: string): number {
  if (name === line || cellPattern(name).test(declared)) return fits.exactly;
  if (names.has(name)) return fits.maybe;
  if (names.has(declared)) {
    const typed = names.get(declared);
    const mayBe = typed === undefined || cellPattern(name).test(typed) || isNearlySpeltLike(name, typed);
    return mayBe ? fits.maybe : fits.not;
  }
  return isNearlySpeltLike(name, declared) || name.includes("{") ? fits.misspelt : fits.not;
}
