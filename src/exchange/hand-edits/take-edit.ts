import { composeNarrative, placeOfText } from "../../document/narrative/compose-narrative.ts";
import type { Line } from "../../document/recognise/parts/parts.ts";
import { passagesOf as passagesOfParts } from "../../document/recognise/parts/passages.ts";
import { isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { bodyUnitsOf } from "../../formats/docx/edits/body-units.ts";
import type { HandEdit } from "../../formats/opened-file.ts";
import { type FigureReader, figureReader } from "../../report/figures/living.ts";
import { readTyped } from "../../report/figures/notation.ts";
import { totalOf } from "../../report/figures/totals.ts";
import { lookupIn, printedForm, withCell } from "../../report/figures/values.ts";
import type { Draft } from "../../report/file/draft.ts";
import { lastYearsTables } from "../../report/last-year/prior.ts";
import { withNarratives } from "../../report/narrative/narrative.ts";
import { withoutPassage, withPassageAt, withWords } from "../../report/narrative/place-passages.ts";
import { narrativeIn, passagesIn } from "../../report/narrative/read-passages.ts";
import { hasFiguresOf, withFiguresOf } from "./take-figures.ts";

/**
 * What taking a change over would make of a draft: `taken` where it stands there already; `byHand` where it cannot
 * be said what it would be, as of a computed total, of a living figure that is no cell of its own, of words that the
 * format prescribes, and of a text that is another by now.
 */
export type TakenEdit =
  | { readonly state: "open"; readonly draft: Draft }
  | { readonly state: "taken" | "byHand" };

const byHand: TakenEdit = { state: "byHand" };
const taken: TakenEdit = { state: "taken" };

/** Takes one change that was made by hand in a Word file over into the draft from which the file was written. */
export function takeEdit(draft: Draft, edit: HandEdit, edition: Edition): TakenEdit {
  switch (edit.kind) {
    case "grid":
      return byHand;
    case "cell":
      return takeCell(draft, edit, edition);
    case "paragraph":
      return edit.before === undefined ? takeNew(draft, edit, edition) : takeChanged(draft, edit, edition);
  }
}

type CellEdit = Extract<HandEdit, { kind: "cell" }>;
type TextEdit = Extract<HandEdit, { kind: "paragraph" }>;

function takeCell(draft: Draft, { id, after }: CellEdit, edition: Edition): TakenEdit {
  const cell = id === undefined ? undefined : edition.cells.get(id);
  if (!cell) return byHand;
  const figures = lookupIn(draft.tables);
  const now = isInput(cell) ? figures(cell.id) : totalOf(cell, figures).value;
  if (printedForm(now, cell.kind) === after) return taken;
  return isInput(cell)
    ? { state: "open", draft: withCell(draft, cell, readTyped(after, cell.kind)) }
    : byHand;
}

/** A text that was changed, or is gone. */
function takeChanged(draft: Draft, { id, before = "", after }: TextEdit, edition: Edition): TakenEdit {
  const anchor = id === undefined ? undefined : placeOfText(id);
  if (!anchor || anchor.index < 0) return byHand;
  const { slot } = anchor;
  const read = readerOf(draft, edition);
  const texts = textsIn(draft, slot, read);
  const narrative = narrativeIn(draft, slot);
  const place = nearest(texts, before, anchor.index);
  if (place === undefined) return isTaken(draft, slot, { before, after }, read) ? taken : byHand;
  if (after === undefined)
    return texts[place]?.length === 1 ? result(draft, slot, withoutPassage(narrative, place)) : byHand;
  const marker = markerIn(draft, slot, place);
  if (!before.startsWith(marker) || !after.startsWith(marker)) return byHand;
  const [old, now] = [before, after].map((text) => text.slice(marker.length));
  const passage = passagesIn(draft, slot, read)[place];
  const corrected = passage && withFiguresOf(draft, passage, now ?? "", edition);
  if (corrected) return { state: "open", draft: corrected };
  return result(draft, slot, withWords(narrative, place, old ?? "", now ?? "", read));
}

/** Whether a text stands there as it was changed, or with the figures that were corrected in it. */
function isTaken(
  draft: Draft,
  slot: string,
  { before, after }: { readonly before: string; readonly after: string | undefined },
  read: FigureReader,
): boolean {
  if (after === undefined || textsIn(draft, slot, read).flat().includes(after)) return true;
  return passagesIn(draft, slot, read).some((passage, place) => {
    const { length } = markerIn(draft, slot, place);
    return hasFiguresOf(passage, before.slice(length), after.slice(length));
  });
}

/** A text that is new: behind the one it follows, and behind those that are new there too and were taken before. */
function takeNew(draft: Draft, edit: TextEdit, edition: Edition): TakenEdit {
  const { after = "", follows = [] } = edit;
  const between = [edit.behind, edit.ahead].map((own) => ({
    text: own?.text ?? "",
    ...(own?.id === undefined ? undefined : placeOfText(own.id)),
  }));
  const [behind, ahead] = between;
  const anchor = behind?.slot === undefined ? ahead : behind;
  if (anchor?.slot === undefined || anchor.index === undefined) return byHand;
  const { slot, index } = anchor;
  const texts = textsIn(draft, slot, readerOf(draft, edition));
  const still = index < 0 ? -1 : nearest(texts, anchor.text, index);
  if (still === undefined) return byHand;
  const first = anchor === behind ? still + 1 : still;
  let place = first;
  while (texts[place]?.some((text) => follows.includes(text))) place += 1;
  if (
    texts
      .slice(anchor === behind ? first : 0, place + 1)
      .flat()
      .includes(after)
  )
    return taken;
  const [passage] = passagesOfParts([lineOfText(after)]);
  return result(draft, slot, passage && withPassageAt(narrativeIn(draft, slot), place, passage));
}

function readerOf(draft: Draft, edition: Edition): FigureReader {
  const prior = lookupIn(lastYearsTables(draft));
  return figureReader(edition, { current: lookupIn(draft.tables), prior });
}

function result(draft: Draft, slot: string, narrative: Draft["narrative"][string] | undefined): TakenEdit {
  return narrative ? { state: "open", draft: withNarratives(draft, { [slot]: narrative }) } : byHand;
}

/** The texts of a slot as they are printed: the lines of each passage, none for one that is no text. */
function textsIn(draft: Draft, slot: string, read: FigureReader): string[][] {
  return passagesIn(draft, slot, read).map((passage) =>
    bodyUnitsOf({ title: "", blocks: composeNarrative([passage]) }).flatMap((unit) =>
      unit.kind === "paragraph" ? [unit.text] : [],
    ),
  );
}

/** What is printed before an item: its number or bullet. */
function markerIn(draft: Draft, slot: string, place: number): string {
  const passage = passagesIn(draft, slot)[place];
  const [block] = passage ? composeNarrative([passage]) : [];
  return block?.type === "item" ? block.marker : "";
}

/** The passage with a text, that which stands nearest to where it stood. */
function nearest(texts: readonly (readonly string[])[], text: string, index: number): number | undefined {
  const places = texts.flatMap((lines, place) => (lines.includes(text) ? [place] : []));
  return places.sort((a, b) => Math.abs(a - index) - Math.abs(b - index))[0];
}

function lineOfText(text: string): Line {
  return { type: "line", text, place: {}, origin: { block: 0, start: 0, end: text.length } };
}
