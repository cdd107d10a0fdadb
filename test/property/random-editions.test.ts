import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { fullGrid } from "../../src/document/grid.ts";
import type { Table } from "../../src/document/tree.ts";
import { type Edition, readEdition } from "../../src/edition/read.ts";
import { writeHtml } from "../../src/formats/html/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { withCell } from "../../src/report/figures/values.ts";
import { createDraft } from "../../src/report/file/create.ts";
import { withAt } from "../fixtures/json.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { readHtml } from "../fixtures/read-html.ts";
import { madeUpPath, templateJson } from "../fixtures/reports.ts";

/** The shape of a row or column tree: a leaf, or a group of trees. */
type Shape = null | readonly Shape[];
type Node = { id?: string; label: string; value?: string; children?: Node[] };

const { shapes } = fc.letrec<{ shape: Shape; shapes: Shape[] }>((tie) => ({
  shape: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.constant(null), tie("shapes")),
  shapes: fc.array(tie("shape"), { minLength: 1, maxLength: 4 }),
}));

const blockShape = fc.record({ caption: fc.boolean(), rows: shapes, columns: shapes });
const tableShape = fc.record({
  layout: fc.constantFrom("down", "across"),
  blocks: fc.array(blockShape, { minLength: 1, maxLength: 3 }),
});

/** A tree of a shape; every leaf gets an id and a label of its own. */
function tree(shape: readonly Shape[], name: string, leaf: Partial<Node>): Node[] {
  return shape.map((inner, index) => {
    const own = `${name}${index}`;
    return inner === null
      ? { id: own, label: `标${own}`, ...leaf }
      : { label: `组${own}`, children: tree(inner, `${own}_`, leaf) };
  });
}

function depth(shape: readonly Shape[]): number {
  return Math.max(...shape.map((inner) => (inner === null ? 1 : 1 + depth(inner))));
}

/** The made-up edition with one table of the given shape in the place of all others. */
function editionWith({
  layout,
  blocks,
}: {
  layout: string;
  blocks: { caption: boolean; rows: Shape[]; columns: Shape[] }[];
}): Edition {
  const levels = Math.max(...blocks.map((block) => depth(block.rows)));
  const table = {
    id: "any",
    name: "任意表",
    layout,
    keepWhole: true,
    widths: { labels: layout === "down" ? Array<number>(levels).fill(10) : [], values: 10 },
    blocks: blocks.map((block, index) => ({
      ...(block.caption ? { caption: `块${index}` } : {}),
      rows: tree(block.rows, `r${index}_`, {}),
      columns: tree(block.columns, `c${index}_`, { value: "count" }),
    })),
  };
  const section = { id: "any", heading: "一、任意", contents: [{ kind: "table", table: "any" }] };
  const changes = { tables: [table], sections: [section], rules: [], free: ["any.*.*"] };
  const json = Object.entries(changes).reduce(
    (whole, [key, value]) => withAt(whole, key, value),
    templateJson(madeUpPath),
  );
  const reading = readEdition(json);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.message).join("\n"));
  return reading.edition;
}

describe("a table of any shape", () => {
  const any = pinned(20250901, 200);
  it(`is printed with every figure once and no place covered twice or not at all ${seedOf(any)}`, () => {
    fc.assert(
      fc.property(tableShape, (shape) => {
        const edition = editionWith(shape);
        const cells = [...edition.cells.values()];
        const empty = createDraft(edition, 2032, { name: "某某局", kind: "office", level: "county" });
        const draft = cells.reduce((filled, cell, index) => withCell(filled, cell, index + 1000), empty);
        const document = compose(edition, draft);
        const [table] = document.blocks.filter((block): block is Table => block.type === "table");
        if (!table) throw new Error("no table");
        const origins = fullGrid(table)
          .flat()
          .filter((place) => place.origin);
        const figures = origins.flatMap(({ cell }) => (cell.role === "value" ? [Number(cell.text)] : []));
        expect(figures).toEqual(cells.map((_, index) => index + 1000));
        const [grid] = readHtml(writeHtml(document, gongwen)).tables;
        expect(grid).toEqual(fullGrid(table).map((row) => row.map((place) => place.cell.text)));
      }),
      any,
    );
  });
});
