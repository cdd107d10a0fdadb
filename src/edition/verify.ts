import wording from "../../templates/wording.json" with { type: "json" };
import { cellPattern } from "./cell-pattern.ts";
import { type Cell, cellsOf, columnLeavesOf, isInput, rowLeavesOf } from "./cells.ts";
import { chartCells } from "./chart-cells.ts";
import type { TemplateProblem } from "./read.ts";
import { instancesOf, messageNames, unknownNamesOf } from "./rules.ts";
import type { EditionTemplate, NarrativeTemplate, TableTemplate } from "./schema.ts";
import { depthOf } from "./tree.ts";
import { fill, placeholdersOf } from "./wording.ts";

type Report = (
  code: keyof typeof wording.templateProblem,
  place: string,
  values?: Record<string, string | number>,
) => void;

/** Every fault of meaning of a template whose shape is right. */
export function meaningProblems(template: EditionTemplate): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const report: Report = (code, place, values = {}) => {
    const message = fill(wording.templateProblem[code], { place, ...values });
    problems.push({ code, place, message, ...(values.id === undefined ? {} : { name: String(values.id) }) });
  };
  checkFrame(template, report);
  checkSections(template, report);
  template.tables.forEach((table, index) => {
    checkTable(table, `tables[${index}]`, report);
  });
  checkRules(template, report);
  checkCharts(template, report);
  return problems;
}

function checkFrame(template: EditionTemplate, report: Report): void {
  if (template.years.to !== undefined && template.years.from > template.years.to) report("years", "years");
  const title = template.title.join("");
  for (const id of placeholdersOf(title)) {
    if (!["organisation", "year"].includes(id)) report("unknownPlaceholder", "title", { id });
  }
  for (const id of ["{organisation}", "{year}"]) {
    if (!title.includes(id)) report("titlePlaceholder", "title", { id });
  }
  const contacts = template.contacts ?? [];
  duplicates(contacts, "contacts", "contact", report);
  contacts.forEach(({ printed }, index) => {
    for (const id of placeholdersOf(printed)) {
      if (id !== "value") report("unknownPlaceholder", `contacts[${index}].printed`, { id });
    }
  });
}

function checkOpening({ opening = [] }: NarrativeTemplate, place: string, report: Report): void {
  opening.forEach((line, index) => {
    for (const id of placeholdersOf(line)) {
      if (!["organisation", "year", "contacts"].includes(id))
        report("unknownPlaceholder", `${place}.opening[${index}]`, { id });
    }
  });
}

function checkSections(template: EditionTemplate, report: Report): void {
  duplicates(template.sections, "sections", "section", report);
  duplicates(template.tables, "tables", "table", report);
  duplicates(template.rules, "rules", "rule", report);
  const slots = new Set<string>();
  const placed = new Set<string>();
  const known = new Set(template.tables.map((table) => table.id));
  template.sections.forEach((section, s) => {
    section.contents.forEach((content, c) => {
      const place = `sections[${s}].contents[${c}]`;
      if (content.kind === "narrative") checkOpening(content, place, report);
      const id = content.kind === "table" ? content.table : content.slot;
      const seen = content.kind === "table" ? placed : slots;
      if (content.kind === "table" && !known.has(id)) report("unknownTable", place, { id });
      else if (seen.has(id)) {
        if (content.kind === "table") report("tableUsedTwice", place, { id });
        else report("duplicate", place, { id, what: wording.templateThing.slot });
      }
      seen.add(id);
    });
  });
  template.tables.forEach((table, index) => {
    if (!placed.has(table.id)) report("tableNotUsed", `tables[${index}]`, { id: table.id });
  });
}

function checkTable(table: TableTemplate, place: string, report: Report): void {
  const levels =
    table.layout === "down" ? Math.max(...table.blocks.map((block) => depthOf<unknown>(block.rows))) : 0;
  if (table.widths.labels.length !== levels) {
    report("labelWidths", `${place}.widths.labels`, { depth: levels, count: table.widths.labels.length });
  }
  duplicates(table.blocks.flatMap(rowLeavesOf), `${place}.rows`, "row", report);
  table.blocks.forEach((block, index) => {
    const blockPlace = `${place}.blocks[${index}]`;
    duplicates(columnLeavesOf(block), `${blockPlace}.columns`, "column", report);
    checkSums(rowLeavesOf(block), `${blockPlace}.rows`, report);
    checkSums(columnLeavesOf(block), `${blockPlace}.columns`, report);
  });
}

type Leaf = { id: string; sumOf?: "siblings" | string[] | undefined };

function checkSums(leaves: readonly Leaf[], place: string, report: Report): void {
  const byId = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  for (const leaf of leaves) {
    if (!Array.isArray(leaf.sumOf)) continue;
    for (const id of leaf.sumOf) {
      const addend = byId.get(id);
      if (!addend) report("unknownSum", `${place}.${leaf.id}`, { id });
      else if (addend.sumOf !== undefined) report("sumOfTotal", `${place}.${leaf.id}`, { id });
    }
  }
}

function checkRules(template: EditionTemplate, report: Report): void {
  const cells = new Map(cellsOf(template).map((cell) => [cell.id, cell]));
  const covered = coveredByTotals(cells);
  template.rules.forEach((rule, index) => {
    const place = `rules[${index}]`;
    for (const text of [rule.headline, rule.message]) {
      for (const id of placeholdersOf(text)) {
        if (!messageNames.includes(id)) report("unknownPlaceholder", place, { id });
      }
    }
    for (const unknown of unknownNamesOf(rule, template, cells)) {
      const id = unknown.ids.join(wording.finding.and);
      report(unknown.code, `${place}.${unknown.place}`, { table: rule.each?.table ?? "", id });
    }
    for (const term of instancesOf(rule, template).flatMap(({ left, right }) => [...left, ...right])) {
      if (term.cell === undefined) continue;
      for (const id of cells.get(term.cell)?.addends ?? [term.cell]) covered.add(id);
    }
  });
  checkCoverage(template, cells, covered, report);
  checkJumps(template, cells, report);
}

/** Each input is used by a rule or a total, or listed as free: so none is forgotten by accident. */
function checkCoverage(
  template: EditionTemplate,
  cells: ReadonlyMap<string, Cell>,
  covered: ReadonlySet<string>,
  report: Report,
): void {
  const inputs = [...cells.values()].filter(isInput);
  const free = template.free.map((pattern) => ({ pattern, matches: cellPattern(pattern) }));
  free.forEach(({ pattern, matches }, index) => {
    if (!inputs.some((cell) => matches.test(cell.id)))
      report("freeWithoutCell", `free[${index}]`, { id: pattern });
  });
  for (const cell of inputs) {
    if (!covered.has(cell.id) && !free.some(({ matches }) => matches.test(cell.id))) {
      report("uncovered", "rules", { id: cell.id });
    }
  }
}

function coveredByTotals(cells: ReadonlyMap<string, Cell>): Set<string> {
  return new Set([...cells.values()].flatMap((cell) => cell.addends ?? []));
}

/** Each figure that is compared with last year's is there, so that a slip does not switch the comparison off. */
function checkJumps(template: EditionTemplate, cells: ReadonlyMap<string, Cell>, report: Report): void {
  template.jumps?.forEach((jump, j) => {
    jump.cells.forEach((pattern, c) => {
      const matches = cellPattern(pattern);
      if (![...cells.keys()].some((id) => matches.test(id)))
        report("unknownCell", `jumps[${j}].cells[${c}]`, { id: pattern });
    });
  });
}

/** Each bar and each main figure stands for at least one cell; else it would silently be missing. */
function checkCharts(template: EditionTemplate, report: Report): void {
  const cells = cellsOf(template).map((cell) => cell.id);
  const reportUnknown = (patterns: readonly string[], place: string): void => {
    const unknown = patterns.filter((pattern) => !cells.some((id) => cellPattern(pattern).test(id)));
    for (const id of new Set(unknown)) report("unknownCell", place, { id });
  };
  const { charts = [], highlights = [] } = template;
  duplicates(charts, "charts", "chart", report);
  charts.forEach((chart, index) => {
    reportUnknown(chartCells(chart), `charts[${index}]`);
  });
  highlights.forEach(({ figures }, index) => {
    const place = `highlights[${index}]`;
    reportUnknown(
      figures.map((figure) => figure.cells),
      place,
    );
  });
}

function duplicates(
  items: readonly { id: string }[],
  place: string,
  thing: keyof typeof wording.templateThing,
  report: Report,
): void {
  const what = wording.templateThing[thing];
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) report("duplicate", place, { id, what });
    seen.add(id);
  }
}
