import wording from "../../templates/wording.json" with { type: "json" };
import type { Edition } from "../edition/read.ts";
import { fill } from "../edition/wording.ts";
import type { Draft, NarrativeNode } from "../report/file/draft.ts";
import { pictureAddress } from "../report/narrative/passages.ts";
import { isKnownMark, narrativeIn } from "../report/narrative/read-passages.ts";
import type { Finding } from "./finding.ts";

/**
 * What a text of the draft has and no document shows: marks that the house does not know (they stay in the draft),
 * and pictures that are none which can be printed. One hint a text and kind.
 */
export function unprintedFindings(edition: Edition, draft: Draft): Finding[] {
  return edition.sections.flatMap((section) =>
    section.contents.flatMap((content) => {
      if (content.kind !== "narrative") return [];
      const nodes = nodesIn(narrativeIn(draft, content.slot));
      const name = section.heading ?? section.name ?? "";
      const marked = nodes.filter(({ marks = [] }) => marks.some(({ type }) => !isKnownMark(type)));
      const pictures = nodes.filter(({ type, attrs }) => type === "image" && !isPrintable(attrs?.src));
      const hint = (
        code: string,
        about: readonly string[],
        pair: typeof wording.finding.marks,
      ): Finding[] => {
        if (about.length === 0) return [];
        const values = {
          section: name,
          count: about.length,
          about: about.slice(0, mostNamed).join(wording.finding.and),
        };
        return [
          {
            code,
            severity: "hint",
            at: { section: section.id },
            about: content.slot,
            headline: fill(pair.headline, values),
            message: fill(pair.message, values),
          },
        ];
      };
      return [
        ...hint(
          "narrative.marks",
          marked.map(({ text = "" }) => text.slice(0, mostCharacters)),
          wording.finding.marks,
        ),
        ...hint(
          "narrative.pictures",
          pictures.map(({ attrs }) => String(attrs?.caption || attrs?.alt || wording.finding.noName)),
          wording.finding.pictures,
        ),
      ];
    }),
  );
}

const mostNamed = 3;
const mostCharacters = 20;

function isPrintable(source: unknown): boolean {
  return typeof source === "string" && pictureAddress.test(source);
}

function nodesIn(node: NarrativeNode | undefined): NarrativeNode[] {
  return node ? [node, ...(node.content ?? []).flatMap(nodesIn)] : [];
}
