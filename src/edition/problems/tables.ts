import wording from "../../../templates/wording.json" with { type: "json" };
import type { NarrativeTemplate, TableTemplate } from "../schema.ts";
import { depthOf, type PlacedLeaf, placedLeavesOf } from "../tree.ts";
import { placeholdersOf } from "../wording.ts";
import { type Checking, duplicates } from "./checking.ts";
import { readName } from "./names.ts";
import type { Path } from "./problem.ts";
import { stopgapsAt } from "./stopgaps.ts";

/** Each table stands in one section, and no text in two. */
export function checkSections({ template, stopgaps, report }: Checking): void {
  duplicates(template.sections, ["sections"], "section", report);
  duplicates(template.tables, ["tables"], "table", report);
  const slots = new Set<string>();
  const placed = new Set<string>();
  const tables = template.tables.map((table) => table.id);
  template.sections.forEach((section, s) => {
    section.contents.forEach((content, c) => {
      const path = ["sections", s, "contents", c];
      if (content.kind === "narrative") {
        checkOpening(content, path);
        if (slots.has(content.slot))
          report("duplicate", [...path, "slot"], { id: content.slot, what: wording.templateThing.slot });
        slots.add(content.slot);
        return;
      }
      const { means, isSlip } = readName(content.table, tables, stopgaps);
      if (isSlip) report("unknownTable", [...path, "table"], { id: content.table });
      else if (placed.has(means) && !stopgaps.names.has(means))
        report("tableUsedTwice", [...path, "table"], { id: means });
      placed.add(means);
    });
  });
  const isAnyPlaced = [...placed].some((id) => stopgaps.names.has(id) && !tables.includes(id));
  template.tables.forEach(({ id }, index) => {
    if (placed.has(id) || stopgaps.names.has(id) || isAnyPlaced) return;
    report("tableNotUsed", ["tables", index], { id });
  });

  function checkOpening({ opening = [] }: NarrativeTemplate, path: Path): void {
    opening.forEach((line, index) => {
      for (const id of placeholdersOf(line)) {
        if (!["organisation", "year", "contacts"].includes(id))
          report("unknownPlaceholder", [...path, "opening", index], { id });
      }
    });
  }
}

type Leaf = { readonly id: string; readonly sumOf?: "siblings" | readonly string[] | undefined };
type Place = { readonly leaf: Leaf; readonly path: Path };

/** The rows and columns of a table: each named once, totals of what is there, a width for each level of labels. */
export function checkTable(table: TableTemplate, path: Path, checking: Checking): void {
  checkLabelWidths(table, path, checking);
  const blocks = table.blocks.map((block, index) => ({
    rows: leavesAt(block.rows, [...path, "blocks", index, "rows"]),
    columns: leavesAt(block.columns, [...path, "blocks", index, "columns"]),
  }));
  const sets = [
    { leaves: blocks.flatMap(({ rows }) => rows), what: wording.templateThing.row },
    ...blocks.map(({ columns }) => ({ leaves: columns, what: wording.templateThing.column })),
  ];
  for (const { leaves, what } of sets) {
    leaves.forEach(({ leaf: { id }, path: place }, index) => {
      if (leaves.slice(0, index).some(({ leaf }) => leaf.id === id))
        checking.report("duplicate", [...place, "id"], { id, what });
    });
  }
  for (const { rows, columns } of blocks) {
    checkSums(rows, checking);
    checkSums(columns, checking);
  }
}

function leavesAt(nodes: TableTemplate["blocks"][number]["rows" | "columns"], path: Path): Place[] {
  return (placedLeavesOf(nodes as never) as PlacedLeaf<Leaf & { label: string }>[]).map(({ leaf, at }) => ({
    leaf,
    path: [...path, ...at],
  }));
}

function checkLabelWidths(table: TableTemplate, path: Path, { stopgaps, report }: Checking): void {
  // A label that stands for another leaves the tree as deep as it was; what lacks an id may have been a group.
  const isUncertain = stopgapsAt(stopgaps, path).some(({ path: at, value }) => {
    const key = String(at.at(-1));
    return typeof value !== "string" || key === "layout" || key === "id";
  });
  const depth =
    table.layout === "down" ? Math.max(...table.blocks.map((block) => depthOf<unknown>(block.rows))) : 0;
  const count = table.widths.labels.length;
  if (count !== depth && !isUncertain) report("labelWidths", [...path, "widths", "labels"], { depth, count });
}

function checkSums(leaves: readonly Place[], { stopgaps, report }: Checking): void {
  const ids = leaves.map(({ leaf }) => leaf.id);
  for (const { leaf, path } of leaves) {
    if (!Array.isArray(leaf.sumOf)) continue;
    leaf.sumOf.forEach((id, index) => {
      const { means, isSlip } = readName(id, ids, stopgaps);
      const addend = leaves.find((other) => other.leaf.id === means);
      if (isSlip) report("unknownSum", [...path, "sumOf", index], { id });
      else if (addend?.leaf.sumOf !== undefined) report("sumOfTotal", [...path, "sumOf", index], { id });
    });
  }
}
