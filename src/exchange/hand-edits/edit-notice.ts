import wording from "../../../templates/wording.json" with { type: "json" };
import { placeOfCell } from "../../edition/place-of-cell.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import type { HandEdit } from "../../formats/opened-file.ts";

/**
 * What a clerk is told of a document that was changed by hand after it was written. `edits`: the changes themselves,
 * one for each of the sentences, where they can be taken over into the draft.
 */
export type EditNotice = {
  readonly headline: string;
  readonly changes: readonly string[];
  readonly edits?: readonly HandEdit[];
};

/** @param edits undefined where it cannot be told what was changed */
export function editNotice(edits: readonly HandEdit[] | undefined, edition: Edition): EditNotice {
  if (edits === undefined) return { headline: wording.handEdits.unknown, changes: [] };
  const changes = edits.map((edit) => inWords(edit, edition));
  return { headline: fill(wording.handEdits.headline, { count: changes.length }), changes, edits };
}

function inWords(edit: HandEdit, edition: Edition): string {
  const { added, removed, text, cell, label, gridChanged, blank } = wording.handEdits;
  switch (edit.kind) {
    case "grid":
      return gridChanged;
    case "cell": {
      const figure = edit.id === undefined ? undefined : edition.cells.get(edit.id);
      if (!figure) return fill(label, edit);
      const [before, after] = [edit.before, edit.after].map((value) => value || blank);
      return fill(cell, { place: placeOfCell(figure), before: before ?? "", after: after ?? "" });
    }
    case "paragraph": {
      const { before, after } = edit;
      if (before === undefined) return fill(added, { text: beginningOf(after ?? "") });
      if (after === undefined) return fill(removed, { text: beginningOf(before) });
      return fill(text, aroundDifference(before, after));
    }
  }
}

/** How much of an unchanged text stands on each side of what was changed, in characters. */
const context = 12;

/** How much is shown of a piece of text, in characters. */
const longest = 40;

/** Both texts where they differ, with a few characters on either side by which the place is found. */
function aroundDifference(before: string, after: string): { before: string; after: string } {
  const [one, other] = [[...before], [...after]];
  const start = commonStart(one, other);
  const end = commonStart(one.slice(start).reverse(), other.slice(start).reverse());
  const piece = (text: readonly string[]): string => {
    const from = Math.max(0, start - context);
    const to = Math.min(text.length, text.length - end + context);
    const shown = beginningOf(text.slice(from, to).join(""));
    return `${from > 0 ? wording.handEdits.cut : ""}${shown}${to < text.length ? wording.handEdits.cut : ""}`;
  };
  return { before: piece(one), after: piece(other) };
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((character, index) => character !== other[index]);
  return differs < 0 ? one.length : differs;
}

function beginningOf(text: string): string {
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters.slice(0, longest).join("")}${wording.handEdits.cut}`;
}
