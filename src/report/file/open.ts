import type { z } from "zod";
import wording from "../../../templates/wording.json" with { type: "json" };
import type { Editions } from "../../edition/builtin.ts";
import { parsedBy } from "../../edition/parsed-by.ts";
import { fill, inBrief } from "../../edition/wording.ts";
import { decodeText } from "./decode-text.ts";
import { currentFormatVersion, type Draft, draftSchema, draftType } from "./draft.ts";
import { checkMigrations, migrateDraft, migrations } from "./migrations.ts";

/** Everything that can be wrong with a file that was to be opened as a draft. */
export type DraftFailureCode =
  | "empty"
  | "tooLarge"
  | "noDraftInside"
  | "damagedPdf"
  | "lockedPdf"
  | "notText"
  | "cutOff"
  | "notJson"
  | "otherJson"
  | "unsafeKeys"
  | "newerVersion"
  | "noVersion"
  | "unknownEdition"
  | "wrongShape";

/** `message` is the Chinese sentence for the clerk: what happened and how to mend it. */
export type DraftFailure = { readonly code: DraftFailureCode; readonly message: string };

export type DraftOpening =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly failure: DraftFailure };

/** A draft of one county is about 20 kB; this leaves room for long narratives and refuses what is no draft. */
export const largestDraftBytes = 20 * 1024 * 1024;

/** A draft nests about ten levels; far more would run checks that follow the nesting out of stack. */
const deepestNesting = 200;

checkMigrations(migrations, currentFormatVersion);

/**
 * Opens the bytes of a draft file: a pipeline whose failures are a closed union. Nothing is changed or
 * guessed; unknown keys and cell text that is no number are kept.
 */
export function openDraftFile(bytes: Uint8Array, editions: Editions): DraftOpening {
  if (bytes.byteLength > largestDraftBytes) return tooLarge(bytes.byteLength);
  const text = decodeText(bytes);
  return text === undefined ? draftFailure("notText") : openDraft(text, editions);
}

/** The failure for a file too large to be read at all; `bytes` is its size. */
export function tooLarge(bytes: number): { ok: false; failure: DraftFailure } {
  return draftFailure("tooLarge", { size: Math.round(bytes / 1024 / 1024) });
}

/** Opens the text of a draft file. */
export function openDraft(text: string, editions: Editions): DraftOpening {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") return draftFailure("empty");
  const json = parseJson(trimmed);
  if (json === undefined) return draftFailure(isCutOff(trimmed) ? "cutOff" : "notJson");
  if (nestsDeeperThan(json, deepestNesting)) return draftFailure("otherJson");
  if (hasUnsafeKey(json)) return draftFailure("unsafeKeys");
  if (!isRecord(json) || json.type !== draftType) return draftFailure("otherJson");
  return openVersion(json, editions);
}

function openVersion(json: Record<string, unknown>, editions: Editions): DraftOpening {
  const version = json.formatVersion;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    return draftFailure("noVersion");
  if (version > currentFormatVersion)
    return draftFailure("newerVersion", { version, current: currentFormatVersion });
  const raised = migrateDraft(json, version, migrations);
  const parsed = parsedBy(draftSchema, raised);
  if (parsed === undefined) return draftFailure("wrongShape", { places: partsAtFault(raised) });
  if (!parsed.success) return draftFailure("wrongShape", { places: placesOf(parsed.error.issues) });
  if (!editions.has(parsed.data.edition))
    return draftFailure("unknownEdition", { edition: parsed.data.edition });
  return { ok: true, draft: inOrderOf(raised, parsed.data) as Draft };
}

/**
 * What was parsed, with the keys in the order of the file: zod puts those it knows first, and a draft that is
 * only opened and saved would differ from line to line.
 */
function inOrderOf(file: unknown, parsed: unknown): unknown {
  if (Array.isArray(parsed)) {
    return Array.isArray(file) ? parsed.map((item, index) => inOrderOf(file[index], item)) : parsed;
  }
  if (!isRecord(parsed) || !isRecord(file)) return parsed;
  const keys = new Set([...Object.keys(file), ...Object.keys(parsed)]);
  return Object.fromEntries([...keys].map((key) => [key, inOrderOf(file[key], parsed[key])]));
}

/** Whether the text opens an object and ends before it closes. */
function isCutOff(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if ("{[".includes(character)) depth += 1;
    else if ("}]".includes(character)) depth -= 1;
  }
  return text.startsWith("{") && (inString || depth > 0);
}

function nestsDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsDeeperThan(inner, levels - 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A `__proto__` key would change what every object answers; no draft of ours has one. */
function hasUnsafeKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasUnsafeKey);
  if (!isRecord(value)) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(hasUnsafeKey);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The keys of the draft that hold something wrong. */
function partsAtFault(raised: Record<string, unknown>): string {
  const parts = Object.entries<z.ZodType>(draftSchema.shape);
  return parts
    .filter(([key, schema]) => !parsedBy(schema, raised[key])?.success)
    .map(([key]) => key)
    .join("、");
}

function placesOf(issues: readonly { path: PropertyKey[] }[]): string {
  const places = [...new Set(issues.map((issue) => issue.path.map(String).join(".")))];
  const shown = places.slice(0, 3).join("、");
  return places.length > 3 ? fill(wording.draftFailure.andMore, { shown, count: places.length }) : shown;
}

/** A failure with its sentence. */
export function draftFailure(
  code: DraftFailureCode,
  values: Record<string, string | number> = {},
): { ok: false; failure: DraftFailure } {
  // What stands in the file may be of any length, and anything.
  const brief = Object.entries(values).map(([name, value]) => [name, inBrief(String(value), 120)]);
  return {
    ok: false,
    failure: { code, message: fill(wording.draftFailure[code], Object.fromEntries(brief)) },
  };
}
