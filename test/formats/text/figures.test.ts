import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeText } from "../../../src/formats/text/write.ts";
import { wantedFigures } from "../../fixtures/printed-figures.ts";
import { figureInText, readText } from "../../fixtures/read-text.ts";
import { edition, reports } from "../../fixtures/reports.ts";

describe("every figure of a report stands in the text file in its line and under its head", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))("%s", (_, draft) => {
    const { tables } = readText(writeText(compose(edition(draft.edition), draft)));
    expect(tables).toHaveLength(edition(draft.edition).tables.length);
    const wanted = wantedFigures(edition(draft.edition), draft);
    const found = wanted.map((figure) => {
      const layout = edition(draft.edition).tables[figure.table]?.layout ?? "down";
      return { ...figure, text: figureInText(tables[figure.table] ?? [], layout, figure) };
    });
    expect(found).toEqual(wanted);
  });
});
