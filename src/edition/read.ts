import { type Cell, cellsOf } from "./cells.ts";
import { layOutTable, type TableLayout } from "./layout.ts";
import { mostFaults, parsedBy } from "./parsed-by.ts";
import { meaningProblems } from "./problems/meaning.ts";
import { problemAt, type TemplateProblem } from "./problems/problem.ts";
import { shapeProblems } from "./problems/shape.ts";
import { noStopgaps, type Stopgaps } from "./problems/stopgaps.ts";
import { type EditionTemplate, editionSchema } from "./schema.ts";

/** An edition of the report format, ready for use. */
export type Edition = EditionTemplate & {
  /** Every cell by its id, in printed order. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Every table as printed, by its id. */
  readonly layouts: ReadonlyMap<string, TableLayout>;
};

export type EditionReading =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/** Reads the text of an edition file; see `readEdition`. */
export function readEditionText(text: string, known?: Iterable<Edition>): EditionReading {
  try {
    return readEdition(JSON.parse(text.replace(/^\uFEFF/, "")), known);
  } catch (error) {
    // RangeError: brackets nested deeper than any template.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return { ok: false, problems: [problemAt("notJson", [])] };
  }
}

/**
 * Checks a template, shape first and meaning then, and reports every problem at once: faults of shape do not
 * hide faults of meaning elsewhere, and one slip gives one problem.
 *
 * @param known the editions that last year's report may be written in; without them the cells of last year's
 *   report are not looked up
 */
export function readEdition(json: unknown, known?: Iterable<Edition>): EditionReading {
  const parsed = parsedBy(editionSchema, json, mostFaults);
  if (!parsed) return { ok: false, problems: [problemAt("tooMany", [], { most: mostFaults })] };
  const stopgaps = noStopgaps();
  if (parsed.success) {
    const problems = meaningProblems(parsed.data, stopgaps, known && cellsOfOthers(known, parsed.data.id));
    return problems.length === 0
      ? { ok: true, edition: compileEdition(parsed.data) }
      : { ok: false, problems };
  }
  const { problems, mended } = shapeProblems(json, parsed.error.issues, stopgaps);
  const template = mendedTemplate(mended, stopgaps);
  const behind = template
    ? meaningProblems(template, stopgaps, known && cellsOfOthers(known, template.id))
    : [];
  return { ok: false, problems: [...problems, ...behind] };
}

/** An edition that is read again takes the place of the one that was known under its id. */
function cellsOfOthers(known: Iterable<Edition>, id: string): string[] {
  return [...known].flatMap((edition) => (edition.id === id ? [] : [...edition.cells.keys()]));
}

/** A stopgap may itself lack keys, so mending takes a few rounds; only the given faults are the author's. */
function mendedTemplate(mended: unknown, stopgaps: Stopgaps, rounds = 12): EditionTemplate | undefined {
  const parsed = parsedBy(editionSchema, mended, mostFaults);
  if (parsed?.success) return parsed.data;
  if (!parsed || rounds === 0) return undefined;
  return mendedTemplate(shapeProblems(mended, parsed.error.issues, stopgaps).mended, stopgaps, rounds - 1);
}

/** The edition of a template in which no fault was found: its cells and the layout of its tables. */
export function compileEdition(template: EditionTemplate): Edition {
  const cells = new Map(cellsOf(template).map((cell) => [cell.id, cell]));
  const layouts = new Map(template.tables.map((table) => [table.id, layOutTable(table, cells)]));
  return { ...template, cells, layouts };
}
