import wording from "../../templates/wording.json" with { type: "json" };
import { type Cell, cellsOf } from "./cells.ts";
import { withoutConsequences } from "./consequences.ts";
import { layOutTable, type TableLayout } from "./layout.ts";
import { type EditionTemplate, editionSchema } from "./schema.ts";
import { shapeProblems, stopgap } from "./shape-problems.ts";
import { meaningProblems } from "./verify.ts";

/** An edition of the report format, ready for use. */
export type Edition = EditionTemplate & {
  /** Every cell by its id, in printed order. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Every table as printed, by its id. */
  readonly layouts: ReadonlyMap<string, TableLayout>;
};

/** A fault of a template: where (`rules[0].left[1]`) and the sentence that says what to mend. */
export type TemplateProblem = {
  readonly code: string;
  readonly place: string;
  readonly message: string;
  /** The name that is missing, unknown or ill-formed, as it was typed. */
  readonly name?: string;
};

export type EditionReading =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/** Reads the text of an edition file. */
export function readEditionText(text: string): EditionReading {
  try {
    return readEdition(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    // RangeError: brackets nested deeper than any template.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return {
      ok: false,
      problems: [{ code: "notJson", place: "", message: wording.templateProblem.notJson }],
    };
  }
}

/**
 * Checks a template, shape first and meaning then, and reports every problem at once: faults of shape do not
 * hide faults of meaning elsewhere.
 */
export function readEdition(json: unknown): EditionReading {
  const parsed = editionSchema.safeParse(json);
  if (parsed.success) {
    const problems = withoutConsequences(meaningProblems(parsed.data), tableIds(parsed.data));
    return problems.length === 0 ? { ok: true, edition: compile(parsed.data) } : { ok: false, problems };
  }
  const first = shapeProblems(json, parsed.error.issues);
  const template = mendedTemplate(first.mended);
  const behind = template
    ? meaningProblems(template).filter(({ message }) => !message.includes(stopgap))
    : [];
  return { ok: false, problems: withoutConsequences([...first.problems, ...behind], tableIds(template)) };
}

function tableIds(template: EditionTemplate | undefined): string[] {
  return (template?.tables ?? []).map((table) => table.id);
}

/** A stopgap may itself lack keys, so mending takes a few rounds; only the given faults are the author's. */
function mendedTemplate(mended: unknown, rounds = 12): EditionTemplate | undefined {
  const parsed = editionSchema.safeParse(mended);
  if (parsed.success) return parsed.data;
  return rounds === 0
    ? undefined
    : mendedTemplate(shapeProblems(mended, parsed.error.issues).mended, rounds - 1);
}

function compile(template: EditionTemplate): Edition {
  const cells = new Map(cellsOf(template).map((cell) => [cell.id, cell]));
  const layouts = new Map(template.tables.map((table) => [table.id, layOutTable(table, cells)]));
  return { ...template, cells, layouts };
}
