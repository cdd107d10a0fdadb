import wording from "../../../templates/wording.json" with { type: "json" };
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { Passage } from "../../report/narrative/passages.ts";
import { overviewOf } from "../../report/narrative/surplus-texts.ts";
import { narrativeOf } from "../../report/narrative/write-passages.ts";
import type { Origin } from "../origin.ts";
import type { Part } from "./parts/parts.ts";
import { isPicture, passagesOf } from "./parts/passages.ts";
import type { FoundSection } from "./parts/sections.ts";
import type { Note } from "./recognition.ts";

const { recognition: words } = wording;

/** A heading of a section that the edition does not have: 二、丰富载体 */
const sectionHeading = /^\s*[一二三四五六七八九十]{1,3}\s*、[^。；：:]{2,40}$/u;
/** What stands before the words of a heading as its number. */
const headingNumber = /^\s*([^\s、.．,，]{1,3})\s*[、.．,，]/u;

/**
 * Fills the texts of the sections into their slots; `texts` is what of each section is no table, `tables` are those that
 * were read.
 */
export function fillNarrative(
  draft: Draft,
  edition: Edition,
  texts: ReadonlyMap<FoundSection, readonly Part[]>,
  tables: ReadonlySet<string>,
): { readonly draft: Draft; readonly notes: readonly Note[] } {
  const notes: Note[] = missingSections(edition, [...texts.keys()], tables);
  const narrative: Record<string, Draft["narrative"][string]> = { ...draft.narrative };
  const bySection = new Map([...texts].map(([section, parts]) => [section.id, { section, parts }] as const));
  for (const section of edition.sections) {
    const found = bySection.get(section.heading === undefined ? undefined : section.id);
    const name = section.heading ?? section.name ?? "";
    if (!found) continue;
    notes.push(...numberedOtherwise(found.section, name));
    const passages = passagesOf(found.parts);
    notes.push(...picturesLost(found.parts, name));
    const slot = section.contents.find((content) => content.kind === "narrative");
    if (slot) {
      narrative[slot.slot] = narrativeOf(passages);
      notes.push(...surplusSections(found.parts, name));
    } else if (passages.some(saysSomething)) {
      narrative[section.id] = narrativeOf(passages);
      const message = fill(words.narrativeInTables, {
        section: name,
        first: overviewOf(edition)?.heading ?? "",
      });
      notes.push({
        ...note("narrative.inTables", message),
        source: textOf(found.parts),
        origins: found.parts.flatMap(originsOf),
      });
    }
  }
  return { draft: { ...draft, narrative }, notes };
}

/** Sections that were not found. A workbook has the tables alone: what it lacks is said in one sentence. */
function missingSections(
  edition: Edition,
  found: readonly FoundSection[],
  tables: ReadonlySet<string>,
): Note[] {
  const ids = new Set(found.flatMap(({ id }) => id ?? []));
  if (ids.size === 0 && tables.size > 0) return [note("section.missing", words.textsMissing)];
  return edition.sections.flatMap(({ id, heading, contents }) => {
    const isThere = ids.has(id) || contents.every((part) => part.kind === "table" && tables.has(part.table));
    if (heading === undefined || isThere) return [];
    return [note("section.missing", fill(words.sectionMissing, { section: heading }))];
  });
}

/** —、总体情况 and 七、其他需要报告的事项: the words named the section, its number is another. */
function numberedOtherwise({ heading }: FoundSection, section: string): Note[] {
  if (!heading) return [];
  const [own, official] = [heading.text, section].map((text) => headingNumber.exec(text)?.[1]);
  if (own === undefined || official === undefined || own === official) return [];
  const source = heading.text.trim();
  const message = fill(words.sectionNumber, { source, section });
  return [{ ...note("section.number", message), severity: "hint", source, origins: [heading.origin] }];
}

/** Sections that the edition does not know stay with the section before them. */
function surplusSections(parts: readonly Part[], section: string): Note[] {
  return parts.flatMap((part): Note[] => {
    if (part.type !== "line" || !sectionHeading.test(part.text)) return [];
    const source = part.text.trim();
    return [
      {
        ...note("section.surplus", fill(words.sectionSurplus, { source, section })),
        source,
        origins: [part.origin],
      },
    ];
  });
}

function picturesLost(parts: readonly Part[], section: string): Note[] {
  return parts.flatMap((part): Note[] => {
    if (part.type !== "picture" || isPicture(part)) return [];
    const source = part.caption ?? part.alternative;
    return [
      {
        ...note("picture.lost", fill(words.pictureLost, { section, source })),
        source,
        origins: [part.origin],
      },
    ];
  });
}

function saysSomething(passage: Passage): boolean {
  return !("inlines" in passage) || passage.inlines.some((inline) => inline.text.trim() !== "");
}

function textOf(parts: readonly Part[]): string {
  return parts.flatMap((part) => (part.type === "line" ? [part.text.trim()] : [])).join("\n");
}

/** Where a part of a text stands: of a table each of its cells. */
export function originsOf(part: Part): Origin[] {
  return part.type === "table" ? part.rows.flat().map(({ origin }) => origin) : [part.origin];
}

function note(code: string, message: string): Note {
  return { code, severity: "warning", message, cells: [], source: "", origins: [] };
}
