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
    const exact = narrowest(issue);
    mend(mended, exact);
    return describe(exact);
  });
  return { problems, mended };
}

/** Of the alternatives of a union, the faults of the one that fits best. */
function narrowest(issue: Issue): Issue {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0]?.[0];
  return closest ? narrowest({ ...closest, path: [...issue.path, ...closest.path] }) : issue;
}

function describe(issue: Issue): TemplateProblem[] {
  const place = placeOf(issue.path);
  const problem = (
    code: keyof typeof wording.templateProblem,
    values: Record<string, string> = {},
  ): TemplateProblem => ({
    code,
    place,
    message: fill(wording.templateProblem[code], { place, ...values }),
  });
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
      return [problem("tooFew")];
    case "custom":
      return [problem(issue.params?.problem === "sectionWithoutName" ? "sectionWithoutName" : "wrongForm")];
    default:
      return [problem("wrongForm")];
  }
}

/** `tables[1].blocks[0].rows[2].label` */
export function placeOf(path: Path): string {
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
    return issue.origin === "number" ? 1 : issue.origin === "array" ? [] : stopgap;
  if (issue.code !== "invalid_type") return stopgap;
  switch (issue.expected) {
    case "number":
    case "int":
      return 1;
    case "boolean":
      return false;
    case "array":
      return [];
    case "object":
      return {};
    default:
      return stopgap;
  }
}

function optionsOf(issue: Issue): readonly unknown[] {
  return "options" in issue && Array.isArray(issue.options) ? issue.options : [];
}

function parentAt(root: unknown, path: Path): Record<string, unknown> | undefined {
  let at: unknown = root;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return typeof at === "object" && at !== null ? (at as Record<string, unknown>) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
