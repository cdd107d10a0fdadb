import { describe, expect, test } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { recognise } from "../../../src/document/recognise/recognise.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { cellsIn, edition, editions, reports, withCells } from "../../fixtures/reports.ts";
import { countCells } from "./count.ts";
import { foundIn } from "./layouts.ts";
import { randomReport } from "./random-reports.ts";

describe("a report that is written and read again is the same report", () => {
  test.for(reports.map(({ name, draft }) => [name, draft] as const))("%s", ([, draft]) => {
    const read = recognise(foundIn(compose(edition(draft.edition), draft)), editions);
    expect(read?.draft.edition).toBe(draft.edition);
    expect(read?.draft.year).toBe(draft.year);
    expect(read?.draft.organisation.name).toBe(draft.organisation.name);
    const lookup = lookupIn(read?.draft.tables);
    expect([...cellsIn(draft)].filter(([id, value]) => lookup(id) !== value)).toEqual([]);
    for (const [slot, narrative] of Object.entries(draft.narrative))
      expect(narrativeToText(read?.draft.narrative[slot])).toBe(narrativeToText(narrative));
  });

  test.for(["2019", "2021", "2031"])("with random figures, edition %s (seeds 1 to 25)", (id) => {
    const silent: string[] = [];
    for (let seed = 1; seed <= 25; seed++) {
      const draft = randomReport(edition(id), seed);
      const read = recognise(foundIn(compose(edition(id), draft)), editions);
      silent.push(...countCells(draft, read).silent);
    }
    expect(silent).toEqual([]);
  });

  test("blanks stay blank, and text that is no number is kept and named", () => {
    const draft = withCells(randomReport(edition("2021"), 3), {
      "requests.granted.business": null,
      "proactive.licensing.decisions": "见附件",
      "proactive.penalties.decisions": "-",
    });
    const read = recognise(foundIn(compose(edition("2021"), draft)), editions);
    expect(countCells(draft, read).silent).toEqual([]);
    const lookup = lookupIn(read?.draft.tables);
    expect(lookup("requests.granted.business")).toBeNull();
    expect(lookup("proactive.licensing.decisions")).toBe("见附件");
    const noted = read?.notes.filter((note) => note.source === "见附件").flatMap((note) => note.cells);
    expect(noted).toEqual(["proactive.licensing.decisions"]);
  });
});
