import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FigureExpression,
  figureKinds,
  figureNamed,
  nameOfFigure,
} from "../../../src/report/figures/expression.ts";
import { figureReader } from "../../../src/report/figures/living.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { edition2021, sample, withCells } from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const lastYear = { requests: { received: { naturalPerson: 240, business: 49 } } };
const allOfLastYear = withCells(draft, {
  "requests.received.naturalPerson": 240,
  "requests.received.business": 49,
  "requests.received.research": 0,
  "requests.received.welfare": 0,
  "requests.received.legalService": 0,
  "requests.received.otherOrganisation": 0,
});

function shown(expression: FigureExpression, prior: unknown = allOfLastYear.tables) {
  const read = figureReader(edition2021, {
    current: lookupIn(draft.tables),
    prior: lookupIn(prior as typeof draft.tables),
  });
  return read(expression);
}

const received = ["requests.received.total"];

describe("a living figure", () => {
  it.each([
    [{ as: "value", cells: received }, "308"],
    [{ as: "value", cells: ["requests.received.naturalPerson", "requests.received.business"] }, "278"],
    [{ as: "value", cells: ["proactive.fees.amount"] }, "4068.21"],
    [{ as: "value", cells: ["proactive.fees.amount"], decimals: 1 }, "4068.2"],
    [{ as: "share", cells: ["requests.received.naturalPerson"], of: received }, "80.2%"],
    [{ as: "share", cells: ["requests.received.naturalPerson"], of: received, decimals: 2 }, "80.19%"],
    [{ as: "share", cells: received, of: received, decimals: 0 }, "100%"],
    [{ as: "prior", cells: received }, "289"],
    [{ as: "difference", cells: received }, "19"],
    [{ as: "growth", cells: received }, "6.6%"],
  ] as const)("%j is printed %s", (expression, text) => {
    expect(shown(expression)).toMatchObject({ state: "known", text });
  });

  it("of a fall is printed without its sign, which its value has", () => {
    const more = withCells(allOfLastYear, { "requests.received.business": 109 }).tables;
    expect(shown({ as: "difference", cells: received }, more)).toMatchObject({ text: "41", value: -41 });
    expect(shown({ as: "growth", cells: received, decimals: 2 }, more)).toMatchObject({ text: "11.75%" });
  });

  it.each([
    [{ as: "value", cells: ["requests.received.nobody"] }, "unknownCell", ["requests.received.nobody"]],
    [{ as: "growth", cells: received }, "noPrior", received],
    [{ as: "prior", cells: ["requests.received.research"] }, "noPrior", ["requests.received.research"]],
    [
      { as: "share", cells: received, of: ["requests.denied_stateSecret.business"] },
      "noBase",
      ["requests.denied_stateSecret.business"],
    ],
  ] as const)("%j cannot be computed: %s", (expression, state, cells) => {
    expect(shown(expression, lastYear)).toMatchObject({ state, cells });
  });

  it("over a cell that is not filled in says so", () => {
    const blank = withCells(draft, { "requests.received.research": null });
    const sources = { current: lookupIn(blank.tables), prior: () => null };
    const figure = figureReader(edition2021, sources)({ as: "value", cells: received });
    expect(figure).toEqual({ state: "blank", text: "（未填）", cells: received });
  });
});

describe("the name of a figure", () => {
  it("is the cell, for the plain value of one", () => {
    expect(nameOfFigure({ as: "value", cells: received })).toBe("requests.received.total");
  });

  const run = pinned(8);
  const id = fc.constantFrom("requests.received.total", "disputes.reconsideration.upheld", "a.b.c");
  const ids = fc.array(id, { minLength: 1, maxLength: 3 });
  it(`gives the figure back ${seedOf(run)}`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...figureKinds),
        ids,
        ids,
        fc.option(fc.nat(6), { nil: undefined }),
        (as, cells, of, decimals) => {
          const figure = {
            as,
            cells,
            ...(as === "share" ? { of } : {}),
            ...(decimals === undefined ? {} : { decimals }),
          };
          expect(figureNamed(nameOfFigure(figure))).toEqual(figure);
        },
      ),
      run,
    );
  });

  it.each(["", "median(a.b.c)", "share(a.b.c)", "a.b.c d", "value(a.b.c;9)x"])("%j is none", (name) => {
    expect(figureNamed(name)).toBeUndefined();
  });
});
