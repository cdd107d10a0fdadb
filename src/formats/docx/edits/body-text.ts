import type { Document } from "../../../document/tree.ts";
import { type BodyUnit, bodyUnitsIn, bodyUnitsOf } from "./body-units.ts";

/**
 * The text that a clerk may change by hand, one line a paragraph and a tab after each cell, so that a figure
 * moved to another cell is a change.
 */
export function bodyTextOf(document: Document): string {
  return textOfUnits(bodyUnitsOf(document));
}

/** The same of the main part of a DOCX file, `word/document.xml`, whichever program saved it. */
export function bodyTextIn(xml: string): string {
  return textOfUnits(bodyUnitsIn(xml));
}

export function textOfUnits(units: readonly BodyUnit[]): string {
  return units
    .map(({ kind, text }) => `${text === "" ? "" : `${text}\n`}${kind === "cell" ? "\t" : ""}`)
    .join("");
}
