import type { z } from "zod";
import wording from "../../../templates/wording.json" with { type: "json" };
import { type Path, problemAt, type TemplateProblem } from "./problem.ts";
import { isNearlySpeltLike, isOneLetterOff } from "./spelling.ts";
import { noStopgaps, type Stopgaps, stopgapName } from "./stopgaps.ts";

type Issue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, string>> = wording.jsonType;

/**
 * Says each fault of shape in a sentence, and gives a copy of the template that is mended in the faulty places:
 * a misspelt key stands under its right name, what cannot be read gives way to a stopgap.
 *
 * @param stopgaps takes note of what was put in
 */
export function shapeProblems(
  json: unknown,
  issues: readonly Issue[],
  stopgaps: Stopgaps = noStopgaps(),
): { problems: TemplateProblem[]; mended: unknown } {
  const mended = structuredClone(json);
  const all = issues.flatMap(narrowest);
  const misspelt = all.flatMap((issue) => misspeltKeys(issue, all, json));
  const faults = all.filter((issue) => !misspelt.some((key) => key.missing === issue));
  for (const { path, typed, meant } of misspelt) rename(valueAt(mended, path), typed, meant);
  for (const fault of faults) mend(mended, fault, stopgaps);
  return { problems: faults.flatMap(describe), mended };
}

/** Of the alternatives of a union, the faults of the one that fits best: those that are fewest and deepest inside. */
function narrowest(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const depthOf = (faults: readonly Issue[]): number => Math.max(...faults.map(({ path }) => path.length));
  const [closest = []] = [...issue.errors].sort((a, b) => a.length - b.length || depthOf(b) - depthOf(a));
  return closest.flatMap((inner) => narrowest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** An unknown key that is spelt nearly like one that is missing there, or that may be left out: one slip, not two. */
type MisspeltKey = {
  readonly path: Path;
  readonly typed: string;
  readonly meant: string;
  /** What is said because the right key is not there; not told. */
  readonly missing: Issue | undefined;
};

/** Keys that may be left out, but change what the rest means. */
const optionalKeys = ["each", "period", "sumOf", "when"];

function misspeltKeys(issue: Issue, all: readonly Issue[], json: unknown): MisspeltKey[] {
  if (issue.code !== "unrecognized_keys") return [];
  const path = pathOf(issue);
  const isHere = (other: Issue): boolean => path.every((key, depth) => other.path[depth] === key);
  const missing = all.filter(
    (other) =>
      isHere(other) && other.path.length === path.length + 1 && valueAt(json, pathOf(other)) === undefined,
  );
  const nameless = all.find((other) => other.code === "custom" && isHere(other));
  return issue.keys.flatMap((typed) => {
    const keys = [
      ...missing.map((other) => ({ meant: String(other.path.at(-1)), missing: other })),
      ...(nameless ? ["heading", "name"].map((meant) => ({ meant, missing: nameless })) : []),
      ...optionalKeys.map((meant) => ({ meant, missing: undefined })),
    ];
    const key = keys.find(({ meant }) => isNearlySpeltLike(typed, meant) || isOneLetterOff(typed, meant));
    return key ? [{ path, typed, ...key }] : [];
  });
}

function rename(holder: unknown, typed: string, meant: string): void {
  if (isRecord(holder)) holder[meant] = holder[typed];
}

function isMissing(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.message.includes("undefined");
}

function describe(issue: Issue): TemplateProblem[] {
  const path = pathOf(issue);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => problemAt("unknownKey", path, { key }));
    case "invalid_type":
      return isMissing(issue)
        ? [problemAt("missing", path)]
        : [problemAt("wrongType", path, { expected: typeNames[issue.expected] ?? issue.expected })];
    case "invalid_value":
      return [problemAt("wrongType", path, { expected: issue.values.map(String).join("、") })];
    case "invalid_union":
      return [problemAt("wrongType", path, { expected: optionsOf(issue).map(String).join("、") })];
    case "too_small":
      return [problemAt(tooSmall[issue.origin] ?? "wrongForm", path)];
    case "custom":
      return [
        problemAt(issue.params?.problem === "sectionWithoutName" ? "sectionWithoutName" : "wrongForm", path),
      ];
    default:
      return [problemAt("wrongForm", path)];
  }
}

/** What an empty list, an empty text and a width of 0 are called. */
const tooSmall: Readonly<Record<string, "tooFew" | "missing">> = { array: "tooFew", string: "missing" };

function mend(root: unknown, issue: Issue, stopgaps: Stopgaps): void {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys") {
    const holder = valueAt(root, path);
    if (isRecord(holder)) for (const unknown of issue.keys) delete holder[unknown];
    return;
  }
  const place = issue.code === "custom" ? [...path, "name"] : path;
  const holder = valueAt(root, place.slice(0, -1));
  const key = place.at(-1);
  if (!isRecord(holder) || key === undefined) return;
  const value = stopgapFor(issue, holder[key], stopgaps);
  stopgaps.places.push({ path: place, value });
  holder[key] = value;
}

/** Something of the right shape; it may itself lack keys, which the next round puts in. */
function stopgapFor(issue: Issue, typed: unknown, stopgaps: Stopgaps): unknown {
  const name = (): string => stopgapName(stopgaps, typed);
  switch (issue.code) {
    case "invalid_union":
      // The last kind of content is a table: one that cannot be read may be any that no section holds.
      return optionsOf(issue).at(-1) ?? name();
    case "invalid_value":
      return issue.values[0];
    case "too_small":
      return issue.origin === "number" ? 1 : issue.origin === "array" ? [name()] : name();
    case "invalid_type":
      return stopgapOfType(issue.expected, name);
    default:
      return name();
  }
}

function stopgapOfType(type: string, name: () => string): unknown {
  switch (type) {
    case "number":
    case "int":
      return 1;
    case "boolean":
      return false;
    case "array":
      return [name()];
    case "object":
      return {};
    default:
      return name();
  }
}

function optionsOf(issue: Issue): readonly unknown[] {
  return "options" in issue && Array.isArray(issue.options) ? issue.options : [];
}

/** A JSON file has no symbols for keys. */
function pathOf(issue: Issue): Path {
  return issue.path.map((key) => (typeof key === "number" ? key : String(key)));
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), root);
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
