import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { figureAt, wantedFigures } from "../../fixtures/printed-figures.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { edition, reports } from "../../fixtures/reports.ts";

describe("every figure of a report stands in the HTML page under its head and beside its label", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))("%s", (_, draft) => {
    const { tables } = readHtml(writeHtml(compose(edition(draft.edition), draft), gongwen));
    expect(tables).toHaveLength(edition(draft.edition).tables.length);
    const wanted = wantedFigures(edition(draft.edition), draft);
    const found = wanted.map((figure) => ({ ...figure, text: figureAt(tables[figure.table] ?? [], figure) }));
    expect(found).toEqual(wanted);
  });
});
