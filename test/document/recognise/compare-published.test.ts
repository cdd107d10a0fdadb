import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { textAt } from "../../../src/document/origin.ts";
import { comparePublished, type Published } from "../../../src/document/recognise/compare-published.ts";
import { recognise } from "../../../src/document/recognise/recognise.ts";
import { readText } from "../../../src/formats/text/read.ts";
import { writeText } from "../../../src/formats/text/write.ts";
import { totalOf } from "../../../src/report/figures/totals.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { cellsIn, edition, edition2021, editions, sample, withCells } from "../../fixtures/reports.ts";
import { randomReport } from "./random-reports.ts";

/** A report as it stands on the page of a site, read from there. */
function publishedAs(text: string): Published & { found: ReturnType<typeof readText> } {
  const found = readText(text);
  const read = recognise(found, editions);
  if (!read) throw new Error("no report was recognised");
  const cells = [...read.read].map(([id, own]) => ({ id, ...own }));
  return { ...read, cells, edition: read.draft.edition, found };
}

function pageOf(draft: Draft): string {
  return writeText(compose(edition(draft.edition), draft));
}

const report = sample("qinghe-2025");

describe("a published report is held against the draft", () => {
  test("one that is the same has no difference, and every cell was compared", () => {
    const { cover, cells, compared, notFound, notStated } = comparePublished(
      publishedAs(pageOf(report)),
      report,
      edition2021,
    );
    expect([cover, cells, notFound, notStated]).toEqual([[], [], [], []]);
    expect(compared).toBe(edition2021.cells.size);
  });

  const cases = pinned(20261122, 25);
  test(`exactly the cells that were published otherwise are named, with their totals ${seedOf(cases)}`, () => {
    const change = fc.tuple(fc.nat(10_000), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(
        fc.constantFrom("2019", "2021", "2031"),
        fc.nat(1_000_000),
        fc.array(change, { maxLength: 4 }),
        (id, seed, changes) => {
          const draft = randomReport(edition(id), seed);
          const ids = [...cellsIn(draft)].map(([cell]) => cell);
          const changed = Object.fromEntries(
            changes.map(([at, value]) => [ids[at % ids.length] ?? "", value]),
          );
          const other = withCells(draft, changed);
          const published = publishedAs(pageOf(other));
          const { cells, compared } = comparePublished(published, draft, edition(id));
          const printed = (own: Draft) => (cell: string) => {
            const declared = edition(id).cells.get(cell);
            const lookup = lookupIn(own.tables);
            return declared?.addends ? totalOf(declared, lookup).value : lookup(cell);
          };
          const differ = [...edition(id).cells.keys()].filter(
            (cell) => printed(draft)(cell) !== printed(other)(cell),
          );
          expect(cells.map(({ cell }) => cell.id)).toEqual(differ);
          expect(cells.map(({ value }) => value)).toEqual(differ.map(printed(other)));
          expect(compared).toBe(edition(id).cells.size);
          for (const { text, origins } of cells)
            expect(origins.map((origin) => textAt(published.found, origin))).toEqual([text]);
        },
      ),
      cases,
    );
  });

  test("another name or year is told, and the title that follows from it is not told again", () => {
    const named = (draft: Draft) => comparePublished(publishedAs(pageOf(draft)), report, edition2021).cover;
    const organisation = { ...report.organisation, name: "青禾市人民政府" };
    expect(named({ ...report, organisation })).toEqual([
      { field: "name", drafted: "青禾县人民政府", stated: "青禾市人民政府" },
    ]);
    expect(named({ ...report, year: 2024 })).toEqual([{ field: "year", drafted: "2025", stated: "2024" }]);
  });

  test("a row that is not published is not found, which is no difference", () => {
    const page = pageOf(report)
      .split("\n")
      .filter((line) => !line.includes("行政处罚"))
      .join("\n");
    const { cells, notFound } = comparePublished(publishedAs(page), report, edition2021);
    expect(cells).toEqual([]);
    expect(notFound.map(({ rowPath }) => rowPath.join(""))).toEqual(["行政处罚"]);
  });
});
