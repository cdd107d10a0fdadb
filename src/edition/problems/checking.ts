import wording from "../../../templates/wording.json" with { type: "json" };
import type { Cell } from "../cells.ts";
import type { EditionTemplate } from "../schema.ts";
import type { Path, Report } from "./problem.ts";
import type { Stopgaps } from "./stopgaps.ts";

/** What every check of a template's meaning works on. */
export type Checking = {
  readonly template: EditionTemplate;
  readonly cells: readonly Cell[];
  /** The cells that last year's report may hold, of this edition and the others; undefined where they are not known. */
  readonly priorCells: readonly string[] | undefined;
  readonly stopgaps: Stopgaps;
  readonly report: Report;
};

/** Reports every id that stands a second time in a list. */
export function duplicates(
  items: readonly { readonly id: string }[],
  path: Path,
  thing: keyof typeof wording.templateThing,
  report: Report,
): void {
  const what = wording.templateThing[thing];
  items.forEach(({ id }, index) => {
    if (items.slice(0, index).some((item) => item.id === id))
      report("duplicate", [...path, index, "id"], { id, what });
  });
}
