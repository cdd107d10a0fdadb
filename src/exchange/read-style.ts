import "../edition/no-eval.ts";

import type { z } from "zod";
import wording from "../../templates/wording.json" with { type: "json" };
import { mostFaults, parsedBy } from "../edition/parsed-by.ts";
import { type Path, placeOf } from "../edition/problems/problem.ts";
import { fill } from "../edition/wording.ts";
import type { Style } from "../formats/style.ts";
import { type StyleFault, styleSchema } from "../formats/style-schema.ts";

/** A fault of a style file: where it is, and the sentence that says what to mend. */
export type StyleProblem = {
  readonly code: keyof typeof wording.styleProblem;
  readonly path: Path;
  readonly message: string;
};

export type StyleReading =
  | { readonly ok: true; readonly style: Style }
  | { readonly ok: false; readonly problems: readonly StyleProblem[] };

/** Reads the text of a style file; see `readStyle`. */
export function readStyleText(text: string): StyleReading {
  try {
    return readStyle(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    // RangeError: brackets nested deeper than any style.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return { ok: false, problems: [problemAt("notJson", [])] };
  }
}

/**
 * Reads a style that a user changed: all its problems at once, or the style. What the parts mean to each other is
 * looked at only where the shape holds.
 *
 * @param json what `JSON.parse` gave
 */
export function readStyle(json: unknown): StyleReading {
  const parsed = parsedBy(styleSchema, json, mostFaults);
  if (!parsed) return { ok: false, problems: [problemAt("tooMany", [], { most: mostFaults })] };
  if (parsed.success) return { ok: true, style: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap(describe) };
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue): StyleProblem[] {
  const path = pathOf(issue);
  const { input } = issue;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => problemAt("unknownKey", path, { key }));
  if (input === undefined && issue.code !== "custom") return [problemAt("missing", path)];
  switch (issue.code) {
    case "invalid_type":
      return [wrongType(path, issue.expected)];
    case "invalid_value":
      if (typeof input !== "string") return [wrongType(path, "string")];
      return [problemAt("choice", path, { value: input, choices: issue.values.join(" / ") })];
    case "invalid_format":
      return [problemAt("colour", path, { value: String(input) })];
    case "custom": {
      // Every fault of the schema's own is one of these.
      const { problem, ...values } = issue.params as StyleFault;
      return [problemAt(problem, path, { value: String(input), ...values })];
    }
    default:
      return [problemAt("empty", path)];
  }
}

function wrongType(path: Path, expected: string): StyleProblem {
  const typeNames: Readonly<Record<string, string>> = wording.jsonType;
  return problemAt("wrongType", path, { expected: typeNames[expected] ?? expected });
}

function problemAt(
  code: StyleProblem["code"],
  path: Path,
  values: Readonly<Record<string, string | number>> = {},
): StyleProblem {
  return { code, path, message: fill(wording.styleProblem[code], { place: placeOf(path), ...values }) };
}

/** A JSON file has no symbols for keys. */
function pathOf(issue: Issue): Path {
  return issue.path.map((key) => (typeof key === "number" ? key : String(key)));
}
