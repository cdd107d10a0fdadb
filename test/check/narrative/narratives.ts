import { readdirSync, readFileSync } from "node:fs";
import { figuresOf } from "../../../src/check/check.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { narrativeFindings } from "../../../src/check/narrative/check-narrative.ts";
import { isInput } from "../../../src/edition/cells.ts";
import type { CellValue, Draft, NarrativeNode, Organisation } from "../../../src/report/file/draft.ts";
import { edition, sample, withCells } from "../../fixtures/reports.ts";

/** A sentence, and what must be flagged in it: `code|words as they stand|what would be right`. */
type Case = readonly [text: string, ...flags: string[]];
type Group = {
  readonly facts: string;
  readonly slot: string;
  readonly heading?: string;
  readonly cases: readonly Case[];
};

/** The report that a group of sentences belongs to: a sample with other figures, another office, last year's. */
type Facts = {
  readonly base: string;
  readonly organisation?: Organisation;
  readonly zero?: boolean;
  readonly cells?: Record<string, CellValue>;
  readonly prior?: Record<string, CellValue>;
};

export type Sentence = Omit<Group, "cases"> & { readonly text: string; readonly flags: readonly string[] };

const folder = new URL("../../fixtures/narratives/", import.meta.url);

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

const facts = json("facts.json") as Record<string, Facts>;

/** The sentences of the corpus, file by file. */
export function sentencesByFile(): { readonly about: string; readonly sentences: Sentence[] }[] {
  return readdirSync(folder)
    .filter((name) => name !== "facts.json")
    .map((name) => {
      const file = json(name) as { about: string; groups?: Group[] } & Group;
      const sentences = (file.groups ?? [file]).flatMap(({ cases, facts: ofReport, slot, heading }) =>
        cases.map(([text, ...flags]) => ({
          facts: ofReport,
          slot,
          ...(heading === undefined ? {} : { heading }),
          text,
          flags,
        })),
      );
      return { about: file.about, sentences };
    });
}

const drafts = new Map<string, Draft>();

/** The report with these facts, without texts. */
export function reportWith(name: string): Draft {
  const known = drafts.get(name);
  if (known) return known;
  const { base, organisation, zero, cells, prior } = facts[name] as Facts;
  const { signature: _, ...from } = sample(base);
  const inputs = [...edition(from.edition).cells.values()].filter(isInput);
  const nothing = Object.fromEntries(inputs.map(({ id }) => [id, 0]));
  const draft = withCells({ ...from, narrative: {} } as Draft, { ...(zero ? nothing : {}), ...cells });
  const tables = prior && withCells({ ...draft, tables: {} }, prior).tables;
  const made: Draft = {
    ...draft,
    ...(organisation ? { organisation } : {}),
    ...(tables ? { prior: { edition: draft.edition, year: draft.year - 1, tables } } : {}),
  };
  drafts.set(name, made);
  return made;
}

/** A text of paragraphs; a heading over them. */
export function textOf(paragraphs: readonly string[], heading?: string): NarrativeNode {
  const block = (type: string, text: string): NarrativeNode => ({
    type,
    ...(type === "heading" ? { attrs: { level: 2 } } : {}),
    content: [{ type: "text", text }],
  });
  return {
    type: "doc",
    content: [
      ...(heading === undefined ? [] : [block("heading", heading)]),
      ...paragraphs.map((text) => block("paragraph", text)),
    ],
  };
}

export function findingsIn(draft: Draft): Finding[] {
  return narrativeFindings(edition(draft.edition), draft, figuresOf(draft));
}

/** What is found in a sentence where it stands alone in its section; a line break begins a further paragraph. */
export function findingsOf({ facts: name, slot, heading, text }: Sentence): Finding[] {
  return findingsIn({ ...reportWith(name), narrative: { [slot]: textOf(text.split("\n"), heading) } });
}
