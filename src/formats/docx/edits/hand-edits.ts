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
  const texts = paragraphEdits(of(written, "paragraph"), of(found, "paragraph"));
  return texts && [...texts, ...cellEdits(of(written, "cell"), of(found, "cell"))];
}

function cellEdits(written: readonly BodyUnit[], found: readonly BodyUnit[]): HandEdit[] {
  if (written.length !== found.length) return [{ kind: "grid" }];
  return written.flatMap(({ id, text: before }, index): HandEdit[] => {
    const after = found[index]?.text ?? "";
    return before === after ? [] : [{ kind: "cell", before, after, ...(id === undefined ? {} : { id }) }];
  });
}

function paragraphEdits(written: readonly BodyUnit[], found: readonly BodyUnit[]): HandEdit[] | undefined {
  const [older, newer] = [written, found].map((units) => units.map(({ text }) => text)) as [
    string[],
    string[],
  ];
  const start = lengthOfCommonStart(older, newer);
  const end = lengthOfCommonStart(older.slice(start).reverse(), newer.slice(start).reverse());
  const before = older.slice(start, older.length - end);
  const after = newer.slice(start, newer.length - end);
  if (before.length * after.length > mostPairs) return undefined;
  return gapsBetween(before, after).flatMap((gap) => pairedEdits(gap, written, start + gap.at));
}

function lengthOfCommonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((text, index) => text !== other[index]);
  return differs < 0 ? one.length : differs;
}

/** `at`: where it begins among the older ones. */
type Gap = { readonly at: number; readonly before: readonly string[]; readonly after: readonly string[] };

/** What stands between the paragraphs of the longest common sequence. */
function gapsBetween(before: readonly string[], after: readonly string[]): Gap[] {
  const common = commonLengths(before, after);
  const gaps: Gap[] = [];
  let gap = { at: 0, before: [] as string[], after: [] as string[] };
  let [x, y] = [0, 0];
  while (x < before.length || y < after.length) {
    if (x < before.length && y < after.length && before[x] === after[y]) {
      gaps.push(gap);
      x += 1;
      y += 1;
      gap = { at: x, before: [], after: [] };
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
function pairedEdits({ before, after }: Gap, written: readonly BodyUnit[], at: number): HandEdit[] {
  const named = (index: number): { id?: string } => {
    const id = written[at + index]?.id;
    return id === undefined ? {} : { id };
  };
  if (before.length === after.length)
    return before.map((text, index) => ({
      kind: "paragraph",
      before: text,
      after: after[index] ?? "",
      ...named(index),
    }));
  const neighbour = (key: "behind" | "ahead", unit: BodyUnit | undefined) =>
    unit ? { [key]: { text: unit.text, ...(unit.id === undefined ? {} : { id: unit.id }) } } : {};
  const place = {
    ...neighbour("behind", written[at - 1]),
    ...neighbour("ahead", written[at + before.length]),
  };
  return [
    ...before.map((text, index): HandEdit => ({ kind: "paragraph", before: text, ...named(index) })),
    ...after.map(
      (text, index): HandEdit => ({
        kind: "paragraph",
        after: text,
        ...place,
        ...(index === 0 ? {} : { follows: after.slice(0, index) }),
      }),
    ),
  ];
}
