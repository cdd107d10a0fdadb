import { lineOf, type Passage } from "../../../report/narrative/passages.ts";
import { runInHeadingOf } from "../../../report/narrative/run-in-heading.ts";
import { type Folded, fold } from "./folded.ts";
import { type Quantity, quantitiesIn } from "./quantities.ts";
import { type Statement, statementsIn } from "./statements.ts";

/** A passage as the checks read it. It is made once for each passage and heading over it. */
export type Reading = {
  readonly passage: Passage;
  readonly line: string;
  readonly folded: Folded;
  /** The heading under which it stands, and the one it opens with. */
  readonly heading: string;
  readonly quantities: readonly Quantity[];
  /** What its figures are said to be. */
  readonly statements: readonly Statement[];
};

const known = new WeakMap<Passage, Reading>();

function readingOf(passage: Passage, heading: string): Reading {
  const before = known.get(passage);
  if (before?.heading === heading) return before;
  const line = lineOf(passage);
  const folded = fold(line);
  // Words of a table's cells do not make sentences.
  const quantities = passage.type === "table" ? [] : quantitiesIn(folded.text);
  const runIn = runInHeadingOf(passage);
  const over = runIn ? `${heading}${line.slice(0, runIn.length)}` : heading;
  const statements = statementsIn(folded.text, quantities, over);
  const reading = { passage, line, folded, heading, quantities, statements };
  known.set(passage, reading);
  return reading;
}

/** The passages of a slot with the headings over them: of each level the last one. */
export function readSlot(passages: readonly Passage[]): Reading[] {
  const headings: string[] = [];
  let over = "";
  return passages.map((passage) => {
    if (passage.type === "heading") {
      headings.length = passage.level - 2;
      headings[passage.level - 2] = lineOf(passage);
      over = headings.filter((heading) => heading !== undefined).join(" ");
    }
    return readingOf(passage, over);
  });
}
