import wording from "../../../templates/wording.json" with { type: "json" };
import type { Edition } from "../../edition/read.ts";
import type { FigureExpression } from "./expression.ts";
import { figureIn } from "./linear.ts";
import { sum } from "./totals.ts";
import { type Lookup, printedForm } from "./values.ts";

/**
 * A living figure as it is printed. `known` has a value; `blank` stands for a cell that is not filled in,
 * `noPrior` for a figure of last year that is not at hand, `noBase` for a share or growth of nothing,
 * `unknownCell` for a cell that the edition does not have.
 */
export type ShownFigure =
  | { readonly state: "known"; readonly text: string; readonly value: number }
  | {
      readonly state: "blank" | "noPrior" | "noBase" | "unknownCell";
      readonly text: string;
      /** The cells that stand in the way. */
      readonly cells: readonly string[];
    };

export type FigureReader = (expression: FigureExpression) => ShownFigure;

/** This year's figures, and last year's where they are known. */
export type FigureSources = { readonly current: Lookup; readonly prior: Lookup };
type Sides = FigureSources & { readonly edition: Edition };
type Missing = Extract<ShownFigure, { cells: readonly string[] }>;

/** Reads living figures from the tables of both years. */
export function figureReader(edition: Edition, { current, prior }: FigureSources): FigureReader {
  return (expression) => shownFigure(expression, { edition, current, prior });
}

/**
 * A growth or difference is printed without its sign, because the words before it say the direction (增加,
 * 下降); its `value` has the sign. Percentages are rounded half up.
 */
function shownFigure(expression: FigureExpression, sides: Sides): ShownFigure {
  const unknown = [...expression.cells, ...(expression.of ?? [])].filter(
    (id) => !sides.edition.cells.has(id),
  );
  if (unknown.length > 0) return missing("unknownCell", unknown);
  const { as, cells, decimals } = expression;
  switch (as) {
    case "value":
      return counted(sumOf(cells, sides.current, "blank", sides), expression, sides);
    case "prior":
      return counted(sumOf(cells, sides.prior, "noPrior", sides), expression, sides);
    case "difference": {
      const [now, before] = bothYears(cells, sides);
      if (typeof now !== "number" || typeof before !== "number") return stateOf(now, before);
      const value = sum([now, -before]);
      return known(value, inDecimals(Math.abs(value), decimals));
    }
    case "growth": {
      const [now, before] = bothYears(cells, sides);
      if (typeof now !== "number" || typeof before !== "number") return stateOf(now, before);
      return percentage(sum([now, -before]), before, decimals, cells);
    }
    case "share": {
      const part = sumOf(cells, sides.current, "blank", sides);
      const whole = sumOf(expression.of ?? [], sides.current, "blank", sides);
      if (typeof part !== "number" || typeof whole !== "number") return stateOf(part, whole);
      return percentage(part, whole, decimals, expression.of ?? []);
    }
  }
}

function bothYears(cells: readonly string[], sides: Sides): [number | Missing, number | Missing] {
  return [sumOf(cells, sides.current, "blank", sides), sumOf(cells, sides.prior, "noPrior", sides)];
}

function sumOf(
  cells: readonly string[],
  lookup: Lookup,
  otherwise: "blank" | "noPrior",
  { edition }: Sides,
): number | Missing {
  const values = cells.map((id) => figureIn(id, lookup, edition.cells));
  if (values.every((value) => value !== undefined)) return sum(values);
  return missing(
    otherwise,
    cells.filter((_, index) => values[index] === undefined),
  );
}

function counted(
  value: number | Missing,
  { cells, decimals }: FigureExpression,
  { edition }: Sides,
): ShownFigure {
  if (typeof value !== "number") return value;
  const kind = edition.cells.get(cells[0] ?? "")?.kind ?? "count";
  if (decimals === undefined) return known(value, printedForm(value, kind === "signed" ? "count" : kind));
  return known(value, inDecimals(value, decimals));
}

function percentage(part: number, whole: number, decimals = 1, base: readonly string[] = []): ShownFigure {
  if (whole === 0) return missing("noBase", base);
  const value = (part / whole) * 100;
  return known(value, `${inDecimals(Math.abs(value), decimals)}%`);
}

/** Half up: 1.005 has no exact binary form, and `toFixed` would print 1.00. */
function inDecimals(value: number, decimals: number | undefined): string {
  if (decimals === undefined) return printedForm(value, "amount");
  return (Math.round(Number(`${value}e${decimals}`)) / 10 ** decimals).toFixed(decimals);
}

function known(value: number, text: string): ShownFigure {
  return { state: "known", text, value };
}

function missing(state: Missing["state"], cells: readonly string[]): Missing {
  return { state, text: wording.livingFigure[state], cells };
}

function stateOf(...values: readonly (number | Missing)[]): Missing {
  const first = values.find((value) => typeof value !== "number");
  if (typeof first !== "object") throw new Error("both figures are known");
  return first;
}
