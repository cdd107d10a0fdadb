import { isInput } from "../edition/cells.ts";
import type { LayoutCell } from "../edition/layout.ts";
import type { Edition } from "../edition/read.ts";
import type { SectionTemplate, TableTemplate } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import { isCalendarDate, printedDate } from "../report/dates.ts";
import { figureReader } from "../report/figures/living.ts";
import { totalOf } from "../report/figures/totals.ts";
import { type Lookup, lookupIn, printedForm } from "../report/figures/values.ts";
import type { Draft } from "../report/file/draft.ts";
import { lastYearsTables } from "../report/last-year/prior.ts";
import { passagesIn } from "../report/narrative/read-passages.ts";
import { composeCharts } from "./charts/compose-charts.ts";
import { composeChecks } from "./compose-checks.ts";
import { composeNarrative, nameOfText } from "./narrative/compose-narrative.ts";
import { plainLine } from "./plain-line.ts";
import type { Block, Document, Paragraph, Table, TableCell } from "./tree.ts";

/** What a document may have besides what the notice prescribes. */
export type ComposeOptions = {
  /** After each table the charts that are drawn from it. */
  readonly charts?: boolean;
};

/** The document of a report: title, the sections with their texts and tables, the signature. */
export function compose(edition: Edition, draft: Draft, options: ComposeOptions = {}): Document {
  const titleWords = titleWordsOf(edition, draft);
  return {
    title: titleWords.join(""),
    titleWords,
    language: "zh-CN",
    author: organisationOf(draft),
    ...publicationOf(edition, draft),
    blocks: [
      ...edition.sections.flatMap((section) => composeSection(section, edition, draft, options)),
      ...composeSignature(draft),
    ],
  };
}

/** Under which column and date a site publishes the report; what is not known is left out. */
function publicationOf(edition: Edition, draft: Draft): Pick<Document, "date" | "column"> {
  const date = draft.signature?.date.trim() ?? "";
  return {
    ...(isCalendarDate(date) ? { date: date.replace(/-(\d)(?!\d)/g, "-0$1") } : {}),
    ...(edition.column === undefined ? {} : { column: edition.column }),
  };
}

/** The title of the report, whole. */
export function titleOf(edition: Edition, draft: Draft): string {
  return titleWordsOf(edition, draft).join("");
}

function titleWordsOf(edition: Edition, draft: Draft): string[] {
  const values = { organisation: organisationOf(draft), year: draft.year };
  return edition.title.map((word) => fill(word, values)).filter((word) => word !== "");
}

function organisationOf(draft: Draft): string {
  return plainLine(draft.organisation.name).trim();
}

function composeSection(
  section: SectionTemplate,
  edition: Edition,
  draft: Draft,
  { charts = false }: ComposeOptions,
): Block[] {
  const figures = figureReader(edition, {
    current: lookupIn(draft.tables),
    prior: lookupIn(lastYearsTables(draft)),
  });
  const contents = section.contents.flatMap((content): Block[] => {
    if (content.kind === "narrative") {
      const { slot } = content;
      return composeNarrative(passagesIn(draft, slot, figures), slot);
    }
    const table = edition.tables.find((candidate) => candidate.id === content.table);
    if (!table) return [];
    return [composeTable(table, edition, draft), ...(charts ? composeCharts(table.id, edition, draft) : [])];
  });
  if (section.heading === undefined) return contents;
  const [first] = section.contents;
  const above = first?.kind === "narrative" ? { id: nameOfText(first.slot, -1) } : {};
  return [{ type: "heading", level: 1, runs: [{ text: section.heading }], ...above }, ...contents];
}

function composeTable(table: TableTemplate, edition: Edition, draft: Draft): Table {
  const figures = lookupIn(draft.tables);
  const layout = edition.layouts.get(table.id);
  if (!layout) throw new Error(`edition lays out no table ${table.id}`);
  const checks = composeChecks(table.id, edition, draft);
  return {
    type: "table",
    name: table.name,
    columnWidths: layout.columnWidths,
    headRows: layout.headRows,
    keepWhole: table.keepWhole,
    rows: layout.rows.map((row) => row.map((cell) => composeCell(cell, figures))),
    ...(checks.length > 0 ? { checks } : {}),
  };
}

function composeCell({ role, text, colSpan, rowSpan, cell }: LayoutCell, figures: Lookup): TableCell {
  const spans = { colSpan, rowSpan };
  if (!cell) return { role: role === "figure" ? "value" : role, text, ...spans };
  const { id, kind } = cell;
  if (isInput(cell)) return { role: "value", text: plainLine(printedForm(figures(id), kind)), ...spans, id };
  return {
    role: "total",
    text: printedForm(totalOf(cell, figures).value, kind),
    ...spans,
    id,
    sumOf: cell.addends,
  };
}

function composeSignature(draft: Draft): Paragraph[] {
  const { signature } = draft;
  if (!signature) return [];
  return [signature.name, printedDate(signature.date.trim())]
    .map((line) => plainLine(line).trim())
    .filter((line) => line !== "")
    .map((line) => ({ type: "paragraph", style: "signature", runs: [{ text: line }] }));
}
