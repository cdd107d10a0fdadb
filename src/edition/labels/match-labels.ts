import { fold, foldLabel } from "./fold.ts";
import type { LabelName, Pattern } from "./vocabulary.ts";

/** A label found in a text: what it may name, and from where to where it stands, its number included. */
export type FoundLabel = {
  readonly names: readonly LabelName[];
  readonly start: number;
  readonly end: number;
};

type Match = {
  readonly from: number;
  readonly to: number;
  readonly names: readonly LabelName[];
  readonly whole: boolean;
};

/** Shorter labels (其他, 总计) are only known where nothing else of a word touches them. */
const longEnough = 4;

/**
 * Every label that stands in a text, in reading order, none over another: the longest decide. White space,
 * widths, punctuation and traditional characters do not matter, and a label may run over lines.
 */
export function labelsIn(text: string, vocabulary: readonly Pattern[]): FoundLabel[] {
  const folded = fold(text);
  const chosen: Match[] = [];
  for (const match of matchesIn(folded.text, vocabulary)) {
    if (chosen.some(({ from, to }) => match.from < to && from < match.to)) continue;
    if (!match.whole || match.to - match.from >= longEnough || standsAlone(match, chosen, folded, text))
      chosen.push(match);
  }
  return chosen
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, names }) => {
      const start = folded.at[from] ?? 0;
      const end = (folded.at[to - 1] ?? 0) + 1;
      const closing = /^[）)”"’』」]*/.exec(text.slice(end))?.[0].length ?? 0;
      return { names, start: start - numberBefore(text.slice(0, start)), end: end + closing };
    });
}

/** Longest first; of the same stretch, all that it may name. */
function matchesIn(text: string, vocabulary: readonly Pattern[]): Match[] {
  const stretches = new Map<string, { from: number; to: number; names: Set<LabelName>; whole: boolean }>();
  for (const pattern of vocabulary) {
    for (let at = text.indexOf(pattern.text); at >= 0; at = text.indexOf(pattern.text, at + 1)) {
      const { from, to } = pattern.core
        ? extended(text, at, pattern)
        : { from: at, to: at + pattern.text.length };
      const key = `${from}-${to}`;
      const stretch = stretches.get(key) ?? { from, to, names: new Set<LabelName>(), whole: false };
      stretch.names.add(pattern.name);
      stretch.whole ||= !pattern.core;
      stretches.set(key, stretch);
    }
  }
  return [...stretches.values()]
    .map(({ from, to, names, whole }) => ({ from, to, names: [...names], whole }))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}

/** A core with what of its own label stands around it. */
function extended(text: string, at: number, { text: core, name }: Pattern): { from: number; to: number } {
  const label = foldLabel(name.label);
  const inLabel = label.indexOf(core);
  let [from, to] = [at, at + core.length];
  if (inLabel < 0) return { from, to };
  for (let back = 1; inLabel - back >= 0 && text[at - back] === label[inLabel - back]; back++)
    from = at - back;
  for (let on = inLabel + core.length; on < label.length && text[to] === label[on]; on++) to += 1;
  return { from, to };
}

function standsAlone(
  { from, to }: Match,
  chosen: readonly Match[],
  { text, at }: { text: string; at: readonly number[] },
  raw: string,
): boolean {
  const left =
    from === 0 ||
    chosen.some((other) => other.to === from) ||
    /\d/.test(text[from - 1] ?? "") ||
    /\D/.test(raw.slice((at[from - 1] ?? 0) + 1, at[from]));
  const right =
    to === text.length ||
    chosen.some((other) => other.from === to) ||
    /\d/.test(text[to] ?? "") ||
    /\D/.test(raw.slice((at[to - 1] ?? 0) + 1, at[to]));
  return left && right;
}

/** How much of the end of a text is the number of what follows: （一） 一、 1. In 00002. that touches it, the 2. is. */
function numberBefore(text: string): number {
  return (
    /(?:(?:[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]|[一二三四五六七八九十—]{1,3}\s*[、.．]|(?<![\d０-９])[\d０-９]\s*[.．、])[\s"“‘]*|[\d０-９][.．、]["“‘]*)$/u.exec(
      text,
    )?.[0].length ?? 0
  );
}

/**
 * The label that a text is most likely meant for when characters were lost or changed: at most three in ten, and
 * no other label nearly as near.
 */
export function nearestLabel(text: string, vocabulary: readonly Pattern[]): LabelName | undefined {
  const wanted = foldLabel(text);
  if (wanted.length < 3 || wanted.length > 60) return undefined;
  const near = vocabulary
    .filter(({ core, text: own }) => !core && own.length >= longEnough)
    .map(({ text: own, name }) => ({
      name,
      off: distance(wanted, own) / Math.max(own.length, wanted.length),
    }))
    .filter(({ off }) => off <= 0.3)
    .sort((a, b) => a.off - b.off);
  const [best] = near;
  if (!best || near.some((other) => other.name.label !== best.name.label && other.off < best.off + 0.1))
    return undefined;
  return best.name;
}

/** How many characters must be put in, left out or changed to make one text of the other. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + same));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
