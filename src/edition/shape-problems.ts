import type { z } from "zod";
import wording from "../../templates/wording.json" with { type: "json" };
import type { TemplateProblem } from "./read.ts";
import { fill } from "./wording.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A name that no template uses, put where a text was missing so that the rest can still be checked. */
export const stopgap = "unnamed";

const typeNames: Readonly<Record<string, string>> = wording.jsonType;

/**
 * Says each fault of shape in a sentence, and gives a copy of the template in which the faulty places hold
 * stopgaps, so that the check of meaning can run over the rest in the same go.
 */
export function shapeProblems(
  json: unknown,
  issues: readonly Issue[],
): { problems: TemplateProblem[]; mended: unknown } {
  const mended = structuredClone(json);
  const problems = issues.flatMap((issue) => {
    const found = narrowest(issue);
    for (const exact of found) mend(mended, exact);
    return found.flatMap((exact) => describe(exact, json));
  });
  return { problems, mended };
}

/** Of the alternatives of a union, the faults of the one that fits best. */
function narrowest(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const [closest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
  return closest.flatMap((inner) => narrowest({ ...inner, path: [...issue.path, ...inner.path] }));
}

function describe(issue: Issue, json: unknown): TemplateProblem[] {
  const place = placeOf(issue.path);
  const typed = valueAt(json, issue.path);
  const problem = (
    code: keyof typeof wording.templateProblem,
    values: Record<string, string> = {},
  ): TemplateProblem => {
    const name = values.key ?? typed;
    const message = fill(wording.templateProblem[code], { place, ...values });
    return { code, place, message, ...(typeof name === "string" ? { name } : {}) };
  };
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => problem("unknownKey", { key }));
    case "invalid_type":
      return [
        issue.message.includes("undefined")
          ? problem("missing")
          : problem("wrongType", { expected: typeNames[issue.expected] ?? issue.expected }),
      ];
    case "invalid_value":
      return [problem("wrongType", { expected: issue.values.map(String).join("、") })];
    case "invalid_union":
      return [problem("wrongType", { expected: optionsOf(issue).map(String).join("、") })];
    case "too_small":
      return [problem(tooSmall[issue.origin] ?? "wrongForm")];
    case "custom":
      return [problem(issue.params?.problem === "sectionWithoutName" ? "sectionWithoutName" : "wrongForm")];
    default:
      return [problem("wrongForm")];
  }
}

/** What an empty list, an empty text and a width of 0 are called. */
const tooSmall: Readonly<Record<string, "tooFew" | "missing">> = { array: "tooFew", string: "missing" };

/** `tables[1].blocks[0].rows[2].label` */
export function placeOf(path: Path): string {
  if (path.length === 0) return wording.templateProblem.wholeFile;
  return path.reduce<string>((place, key) => {
    if (typeof key === "number") return `${place}[${key}]`;
    return place === "" ? String(key) : `${place}.${String(key)}`;
  }, "");
}

function mend(root: unknown, issue: Issue): void {
  const holder = parentAt(root, issue.path);
  const key = issue.path.at(-1);
  if (issue.code === "unrecognized_keys") {
    const target = key === undefined ? root : holder?.[key as string];
    if (isRecord(target)) for (const unknown of issue.keys) delete target[unknown];
    return;
  }
  if (!holder || key === undefined) return;
  if (issue.code === "custom") {
    const section = holder[key as string];
    if (isRecord(section)) section.name = stopgap;
    return;
  }
  holder[key as string] = stopgapFor(issue);
}

function stopgapFor(issue: Issue): unknown {
  if (issue.code === "invalid_union") return optionsOf(issue)[0] ?? stopgap;
  if (issue.code === "invalid_value") return issue.values[0];
  if (issue.code === "too_small")
    return issue.origin === "number" ? 1 : issue.origin === "array" ? [stopgap] : stopgap;
  if (issue.code !== "invalid_type") return stopgap;
  switch (issue.expected) {
    case "number":
    case "int":
      return 1;
    case "boolean":
      return false;
    case "array":
      return [stopgap];
    case "object":
      return {};
    default:
      return stopgap;
  }
}

function optionsOf(issue: Issue): readonly unknown[] {
  return "options" in issue && Array.isArray(issue.options) ? issue.options : [];
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), root);
}

function parentAt(root: unknown, path: Path): Record<string, unknown> | undefined {
  const parent = valueAt(root, path.slice(0, -1));
  return isRecord(parent) ? parent : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
