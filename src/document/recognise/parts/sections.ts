import words from "../../../../templates/recognition.json" with { type: "json" };
import { fold } from "../../../edition/labels/fold.ts";
import type { Edition } from "../../../edition/read.ts";
import { hasSectionNumber, sectionNamedBy } from "./headings.ts";
import type { Line, Part } from "./parts.ts";

/** A section as it stands in the file: what comes under its heading. */
export type FoundSection = {
  /** The section of the edition; undefined for what stands before the first heading. */
  readonly id: string | undefined;
  readonly heading?: Line;
  readonly parts: readonly Part[];
};

/**
 * The sections of a report, by the keywords of their headings. Where a section is named more than once (a table
 * of contents, a list in the preface) the last place counts that leaves the most sections in their order.
 */
export function sectionsOf(parts: readonly Part[], edition: Edition): FoundSection[] {
  const order = edition.sections.map((section) => section.id);
  const named = parts.flatMap((part, index) => {
    const id = part.type === "line" ? sectionNamedBy(part.text, edition, part.level === 1) : undefined;
    return id === undefined ? [] : [{ id, index, rank: order.indexOf(id) }];
  });
  const chosen = longestRise(withoutListed(named, parts));
  const first = chosen[0]?.index ?? parts.length;
  const front = withoutContents(parts.slice(0, first), edition);
  const under = chosen.map(({ id, index }, at): FoundSection => {
    const heading = parts[index] as Line;
    return { id, heading, parts: parts.slice(index + 1, chosen[at + 1]?.index) };
  });
  return [{ id: undefined, parts: front }, ...under];
}

/** Without headings that follow each other with nothing between them, where at least two of them stand again later. */
function withoutListed(named: readonly Named[], parts: readonly Part[]): Named[] {
  const empty = (from: number, to: number): boolean =>
    parts.slice(from + 1, to).every((part) => part.type === "line" && part.text.trim().length <= 4);
  const groups = named.reduce<Named[][]>((all, own) => {
    const group = all.at(-1) ?? [];
    const fresh = !group.some(({ id }) => id === own.id);
    if (fresh && group.length > 0 && empty(group.at(-1)?.index ?? 0, own.index)) group.push(own);
    else all.push([own]);
    return all;
  }, []);
  return groups
    .filter((group) => {
      const end = group.at(-1)?.index ?? 0;
      const again = group.filter(({ id }) => named.some((other) => other.index > end && other.id === id));
      return group.length < 3 || again.length < 2;
    })
    .flat();
}

type Named = { readonly id: string; readonly index: number; readonly rank: number };

/** The longest list of rising ranks; of several the one that ends, and then stands, furthest on. */
function longestRise(named: readonly Named[]): Named[] {
  const best: { length: number; before: number }[] = [];
  named.forEach((own, at) => {
    let [length, before] = [1, -1];
    for (let earlier = 0; earlier < at; earlier++) {
      const candidate = best[earlier];
      if (candidate && (named[earlier]?.rank ?? 0) < own.rank && candidate.length + 1 >= length)
        [length, before] = [candidate.length + 1, earlier];
    }
    best.push({ length, before });
  });
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const rise: Named[] = [];
  for (let at = best.map(({ length }) => length).lastIndexOf(longest); at >= 0; at = best[at]?.before ?? -1) {
    const own = named[at];
    if (own) rise.unshift(own);
  }
  return rise;
}

/** What stands before the first section without the lines of a table of contents. */
function withoutContents(parts: readonly Part[], edition: Edition): Part[] {
  const contents = new Set(words.contents.map((word) => fold(word).text));
  const start = parts.findIndex((part) => part.type === "line" && contents.has(fold(part.text).text));
  return parts.filter((part, index) => {
    if (part.type !== "line") return true;
    if (contents.has(fold(part.text).text) || /[.．…·]{3,}\s*\d*\s*$/.test(part.text)) return false;
    const listed = start >= 0 && index > start;
    // A sentence that lists the sections may be wrapped so that one of its lines reads as their names.
    const named = sectionNamedBy(part.text, edition) !== undefined;
    if (named && (listed || hasSectionNumber(part.text))) return false;
    return !(listed && /^\s*\d{1,3}\s*$/.test(part.text));
  });
}
