import type { HandEdit } from "../../opened-file.ts";
import type { BodyUnit } from "./body-units.ts";

/** How many pairs of paragraphs are compared at most; more would hold up the page. */
const mostPairs = 4_000_000;

/**
 * What differs between the text as it was written and as it is now, in reading order: first the paragraphs,
 * then the tables. Undefined where so much differs that it cannot be told.
 */
export function handEditsBetween(
  written: readonly BodyUnit[],
  found: readonly BodyUnit[],
): HandEdit[] | undefined {
  const of = (units: readonly BodyUnit[], kind: BodyUnit["kind"]) =>
    units.filter((unit) => unit.kind === kind);
  const texts = paragraphEdits(
    of(written, "paragraph").map(({ text }) => text),
    of(found, "paragraph").map(({ text }) => text),
  );
  return texts && [...texts, ...cellEdits(of(written, "cell"), of(found, "cell"))];
}

function cellEdits(written: readonly BodyUnit[], found: readonly BodyUnit[]): HandEdit[] {
  if (written.length !== found.length) return [{ kind: "grid" }];
  return written.flatMap(({ id, text: before }, index): HandEdit[] => {
    const after = found[index]?.text ?? "";
    return before === after ? [] : [{ kind: "cell", before, after, ...(id === undefined ? {} : { id }) }];
  });
}

function paragraphEdits(written: readonly string[], found: readonly string[]): HandEdit[] | undefined {
  const start = lengthOfCommonStart(written, found);
  const end = lengthOfCommonStart([...written].reverse().slice(0, written.length - start), [
    ...[...found].reverse().slice(0, found.length - start),
  ]);
  const before = written.slice(start, written.length - end);
  const after = found.slice(start, found.length - end);
  if (before.length * after.length > mostPairs) return undefined;
  return gapsBetween(before, after).flatMap(pairedEdits);
}

function lengthOfCommonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((text, index) => text !== other[index]);
  return differs < 0 ? one.length : differs;
}

type Gap = { readonly before: readonly string[]; readonly after: readonly string[] };

/** What stands between the paragraphs of the longest common sequence. */
function gapsBetween(before: readonly string[], after: readonly string[]): Gap[] {
  const common = commonLengths(before, after);
  const gaps: Gap[] = [];
  let gap = { before: [] as string[], after: [] as string[] };
  let [x, y] = [0, 0];
  while (x < before.length || y < after.length) {
    if (x < before.length && y < after.length && before[x] === after[y]) {
      gaps.push(gap);
      gap = { before: [], after: [] };
      x += 1;
      y += 1;
    } else if (
      y >= after.length ||
      (x < before.length && lengthAt(common, x + 1, y) >= lengthAt(common, x, y + 1))
    ) {
      gap.before.push(before[x++] ?? "");
    } else gap.after.push(after[y++] ?? "");
  }
  return [...gaps, gap];
}

/** For each pair of places the length of the longest common sequence of what follows. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let x = before.length - 1; x >= 0; x--) {
    const row = lengths[x];
    for (let y = after.length - 1; row && y >= 0; y--) {
      row[y] =
        before[x] === after[y]
          ? lengthAt(lengths, x + 1, y + 1) + 1
          : Math.max(lengthAt(lengths, x + 1, y), lengthAt(lengths, x, y + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint32Array[], x: number, y: number): number {
  return lengths[x]?.[y] ?? 0;
}

/** As many paragraphs as before: each was changed. Otherwise nobody can say which became which. */
function pairedEdits({ before, after }: Gap): HandEdit[] {
  if (before.length === after.length)
    return before.map((text, index) => ({ kind: "paragraph", before: text, after: after[index] ?? "" }));
  return [
    ...before.map((text): HandEdit => ({ kind: "paragraph", before: text })),
    ...after.map((text): HandEdit => ({ kind: "paragraph", after: text })),
  ];
}
