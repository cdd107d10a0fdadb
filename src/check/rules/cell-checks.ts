import wording from "../../../templates/wording.json" with { type: "json" };
import { type Cell, isInput } from "../../edition/cells.ts";
import { placeOfCell } from "../../edition/place-of-cell.ts";
import type { Edition } from "../../edition/read.ts";
import { fill } from "../../edition/wording.ts";
import { tenThousandsFrom } from "../../report/figures/notation.ts";
import { valueFault } from "../../report/figures/values.ts";
import type { CellValue } from "../../report/file/draft.ts";
import type { Assertion } from "../assertion.ts";
import type { Finding } from "../finding.ts";
import { placesOfCells } from "../places.ts";

/** For each input cell: a count is whole and not negative, an amount a number, a change may be negative. */
export function cellChecks(edition: Edition): Assertion[] {
  return inputsOf(edition).map((cell) => ({
    inputs: [cell.id],
    stage: "typing",
    evaluate: ({ current }) => {
      const value = current(cell.id);
      const fault = valueFault(value, cell.kind);
      if (fault === undefined) return undefined;
      const place = placeOfCell(cell);
      const converted = cell.kind === "amount" ? tenThousandsFrom(value) : undefined;
      if (converted !== undefined) return inYuan(cell, value, converted);
      const expected = wording.valueKind[cell.kind];
      return {
        code: `cell.${fault}`,
        severity: "error",
        headline: fill(wording.finding[fault].headline, { place }),
        message: fill(wording.finding[fault].message, { place, value: value ?? "", expected }),
        at: { cells: [cell.id] },
      };
    },
  }));
}

/** An amount typed in 元 where 万元 is asked: kept as typed, with the right figure named. */
function inYuan(cell: Cell, value: CellValue, converted: number): Finding {
  const { headline, message } = wording.finding.inYuan;
  return {
    code: "cell.inYuan",
    severity: "error",
    headline: fill(headline, { place: placeOfCell(cell) }),
    message: fill(message, { place: placeOfCell(cell), value: value ?? "", converted }),
    at: { cells: [cell.id] },
    expected: converted,
  };
}

/** For each table: nothing is left blank in the finished document; nothing to report prints 0. */
export function blankChecks(edition: Edition): Assertion[] {
  return edition.tables.map((table) => {
    const cells = inputsOf(edition).filter((cell) => cell.table === table.id);
    return {
      inputs: cells.map((cell) => cell.id),
      stage: "finished",
      evaluate: ({ current }) => {
        const blank = cells.filter((cell) => current(cell.id) === null);
        if (blank.length === 0) return undefined;
        const values = { table: table.name, count: blank.length, places: placesOfCells(blank) };
        return {
          code: "cell.blank",
          severity: "error",
          headline: fill(wording.finding.blank.headline, values),
          message: fill(wording.finding.blank.message, values),
          at: { cells: blank.map((cell) => cell.id) },
        };
      },
    };
  });
}

/** The cells that are filled in by hand. */
export function inputsOf(edition: Edition): Cell[] {
  return [...edition.cells.values()].filter(isInput);
}
