import type { Edition } from "../../edition/read.ts";
import type { FigureExpression } from "../../report/figures/expression.ts";
import { type FigureReader, figureReader } from "../../report/figures/living.ts";
import type { Draft, NarrativeNode } from "../../report/file/draft.ts";
import { withFigure } from "../../report/narrative/edit-narrative.ts";
import { type Passage, plainTextOf } from "../../report/narrative/passages.ts";
import { narrativeIn, passagesIn } from "../../report/narrative/read-passages.ts";
import type { Figures } from "../assertion.ts";
import { acceptedValues, factsOf } from "./facts.ts";
import { statementsOfOffice } from "./figures/against-tables.ts";
import { periodOf } from "./figures/period.ts";
import { readSlot } from "./read/reading.ts";
import { sentenceAt } from "./read/sentence-at.ts";

/** A figure that was typed, and what of the tables it says; `from` and `to` are places in the text of its slot. */
export type TypedFigure = {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  /** The words of its sentence before and after it. */
  readonly before: string;
  readonly after: string;
  /** More than one where cells with the same figure may be meant. */
  readonly choices: readonly { readonly name: string; readonly figure: FigureExpression }[];
};

/**
 * The figures of a text that stand in digits and agree with a cell their words name. They could be living
 * figures: nothing that is read changes now, and they follow the tables from then on.
 */
export function typedFigures(edition: Edition, draft: Draft, figures: Figures, slot: string): TypedFigure[] {
  const read = figureReader(edition, figures);
  const facts = factsOf(edition, draft, figures);
  let start = 0;
  return readSlot(passagesIn(draft, slot, read)).flatMap((reading) => {
    const { line, folded, passage } = reading;
    const offset = start;
    start += line.length + 1;
    if (passage.type !== "paragraph" && passage.type !== "item") return [];
    return statementsOfOffice(reading, facts).flatMap((statement): TypedFigure[] => {
      const { quantity, basis, as } = statement;
      const { from, to } = folded.span(quantity.from, quantity.to);
      const written = line.slice(from, to);
      if (as !== "value" || periodOf(statement, facts.year) !== "current") return [];
      if (!isTyped(passage, from, to)) return [];
      const choices = (acceptedValues(basis, figures.current, facts) ?? []).flatMap(({ fit, value }) => {
        const figure: FigureExpression = { as: "value", cells: fit.cells };
        const isSame = value === quantity.value && fit.less === undefined && read(figure).text === written;
        return isSame ? [{ name: fit.name, figure }] : [];
      });
      if (choices.length === 0) return [];
      const sentence = sentenceAt(line, from);
      const [before, after] = [line.slice(sentence.from, from), line.slice(to, sentence.to)];
      return [{ from: offset + from, to: offset + to, written, before, after, choices }];
    });
  });
}

/** Whether a stretch stands in one piece of plain text, and not in a figure that lives already. */
function isTyped(
  passage: Extract<Passage, { readonly inlines: unknown }>,
  from: number,
  to: number,
): boolean {
  let start = 0;
  return passage.inlines.some(({ type, text }) => {
    const begin = start;
    start += text.length;
    return type === "text" && from >= begin && to <= start;
  });
}

export type Chosen = Pick<TypedFigure, "from" | "to" | "written"> & { readonly figure: FigureExpression };

/** The text of a slot with living figures in place of those that were typed; undefined where one stands there no longer. */
export function withLivingFigures(
  draft: Draft,
  slot: string,
  chosen: readonly Chosen[],
  read: FigureReader,
): NarrativeNode | undefined {
  const text = plainTextOf(passagesIn(draft, slot, read));
  if (chosen.some(({ from, to, written }) => text.slice(from, to) !== written)) return undefined;
  // From the end on, so that the places before it stay what they are.
  return [...chosen]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (narrative, { from, to, written, figure }) =>
        withFigure(narrative, from, to, { ...figure, shown: written }, read) ?? narrative,
      narrativeIn(draft, slot),
    );
}
