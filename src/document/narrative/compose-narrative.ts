import type { Inline, ItemPassage, Passage } from "../../report/narrative/passages.ts";
import { runInHeadingOf } from "../../report/narrative/run-in-heading.ts";
import type { Block, Item, Run } from "../tree.ts";
import { composePicture } from "./compose-picture.ts";
import { linesOf, runOf, trimmed } from "./compose-runs.ts";
import { composeNarrativeTable } from "./compose-table.ts";

/**
 * The blocks of a narrative; blank passages fall away. A picture that cannot be read leaves its caption.
 *
 * @param slot where it is given, each text is named by it and its place there
 */
export function composeNarrative(passages: readonly Passage[], slot?: string): Block[] {
  return passages.flatMap((passage, index) =>
    byLines(passage)
      .flatMap(composePassage)
      .map((block) =>
        slot === undefined || !isText(block) ? block : { ...block, id: nameOfText(slot, index) },
      ),
  );
}

function isText(block: Block): block is Extract<Block, { type: "heading" | "paragraph" | "item" }> {
  return block.type === "heading" || block.type === "paragraph" || block.type === "item";
}

/** The name of a text of a document: its slot and its place there, -1 for what stands above the first. */
export function nameOfText(slot: string, index: number): string {
  return `${slot}.${index}`;
}

/** The slot and place of a name; undefined for anything else. */
export function placeOfText(name: string): { readonly slot: string; readonly index: number } | undefined {
  const [, slot, index] = /^(.*)\.(-?\d+)$/s.exec(name) ?? [];
  return slot === undefined ? undefined : { slot, index: Number(index) };
}

/** A line that was ended inside a paragraph or an item is one of its own on the page: no text of a document has line ends. */
function byLines(passage: Passage): Passage[] {
  if (passage.type !== "paragraph" && passage.type !== "item") return [passage];
  // The number of an item stands before its first words.
  return linesOf(passage.inlines).map((inlines, index) =>
    passage.type === "item" && index > 0
      ? { ...passage, inlines, isContinued: true }
      : { ...passage, inlines },
  );
}

function composePassage(passage: Passage): Block[] {
  switch (passage.type) {
    case "table":
      return composeNarrativeTable(passage);
    case "picture":
      return composePicture(passage);
    case "heading":
    case "paragraph":
    case "item": {
      const runs = trimmed(runsOf(passage));
      if (runs.length === 0) return [];
      if (passage.type === "heading") return [{ type: "heading", level: passage.level, runs }];
      if (passage.type === "item") return [composeItem(passage, runs)];
      return [{ type: "paragraph", style: "body", runs }];
    }
  }
}

function composeItem({ level, number, isContinued }: ItemPassage, runs: readonly Run[]): Item {
  if (isContinued) return { type: "item", level, marker: "", runs };
  if (number === undefined) return { type: "item", level, marker: "•", runs };
  return { type: "item", level, number, marker: level % 2 === 1 ? `${number}.` : `（${number}）`, runs };
}

/** The runs of a passage; those of a run-in heading are marked, cut where it ends. */
function runsOf(passage: Extract<Passage, { inlines: readonly Inline[] }>): Run[] {
  const heading = runInHeadingOf(passage);
  if (!heading) return passage.inlines.map(runOf);
  let before = 0;
  return passage.inlines.flatMap((inline) => {
    const inHeading = Math.max(0, Math.min(inline.text.length, heading.length - before));
    before += inline.text.length;
    const run = runOf(inline);
    const asHeading = heading.level;
    if (inHeading === 0) return [run];
    if (inline.type === "figure" || inHeading === inline.text.length) return [{ ...run, asHeading }];
    const [opening, rest] = [inline.text.slice(0, inHeading), inline.text.slice(inHeading)];
    return [{ ...runOf({ ...inline, text: opening }), asHeading }, runOf({ ...inline, text: rest })];
  });
}
