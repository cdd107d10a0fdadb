import wording from "../../../templates/wording.json" with { type: "json" };
import { fill } from "../wording.ts";

/** A place in a JSON file: keys and positions from the outside in. */
export type Path = readonly (string | number)[];

/** A fault of a template: what is wrong, where, and the sentence that says what to mend. */
export type TemplateProblem = {
  readonly code: keyof typeof wording.templateProblem;
  readonly path: Path;
  readonly message: string;
};

/** Takes note of a fault at a place. */
export type Report = (
  code: TemplateProblem["code"],
  path: Path,
  values?: Readonly<Record<string, string | number>>,
) => void;

export function problemAt(...[code, path, values = {}]: Parameters<Report>): TemplateProblem {
  const message = fill(wording.templateProblem[code], { place: placeOf(path), ...values });
  return { code, path, message };
}

/** `tables[1].blocks[0].rows[2].label` */
export function placeOf(path: Path): string {
  if (path.length === 0) return wording.templateProblem.wholeFile;
  return path.reduce<string>((place, key) => {
    if (typeof key === "number") return `${place}[${key}]`;
    return place === "" ? key : `${place}.${key}`;
  }, "");
}
