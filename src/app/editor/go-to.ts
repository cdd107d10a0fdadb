import { type Place, sectionOf } from "../../check/finding.ts";
import { isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { cardIdOf, coverIdOf, elementIdOf, textFrameIdOf } from "../open-report/open-report.ts";
import { selectInText } from "./narrative/rich-text/open-texts.ts";

/** The cover is no section of the edition; nor is last year's report. */
export const coverId = "cover";
export const lastYearId = "last-year";

/** The part of the screen in which a place lies: a section of the edition, the cover, or last year's report. */
export function partOf(place: Place, edition: Edition): string {
  if ("cover" in place) return place.cover === "prior" ? lastYearId : coverId;
  return sectionOf({ at: place }, edition) || coverId;
}

/** Puts the focus on a place of the part that is shown; false where it is not on the screen. */
export function focusOn(place: Place, edition: Edition): boolean {
  if ("slot" in place) {
    const isShown = document.getElementById(textFrameIdOf(place.slot)) !== null;
    if (isShown) selectInText(place.slot, place.from, place.to);
    return isShown;
  }
  const element = elementAt(place, edition);
  if (!element) return false;
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
  if (element instanceof HTMLInputElement && element.type === "text") element.select();
  return true;
}

function elementAt(place: Exclude<Place, { slot: string }>, edition: Edition): HTMLElement | null {
  if ("cells" in place) {
    const input = place.cells.find((id) => isInput(edition.cells.get(id)));
    return input === undefined ? heading() : document.getElementById(elementIdOf(input));
  }
  if (!("cover" in place) || place.cover === "prior") return heading();
  if (place.cover === "contacts") return document.querySelector(".cover-contacts input");
  return document.getElementById(coverIdOf(place.cover));
}

/** Where the work begins. */
export function heading(): HTMLElement | null {
  return document.querySelector<HTMLElement>(".work h2");
}

/** How many frames a panel may take to come. */
const mostFrames = 30;

/** Puts the focus on the card of a cause, as soon as the findings are on the screen. */
export function focusCard(cause: string, frames = mostFrames): void {
  const card = document.getElementById(cardIdOf(cause));
  if (card) {
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  } else if (frames > 0) requestAnimationFrame(() => focusCard(cause, frames - 1));
}
