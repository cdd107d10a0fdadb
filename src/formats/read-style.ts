import wording from "../../templates/wording.json" with { type: "json" };
import { fill } from "../edition/wording.ts";
import type { Style } from "./style.ts";
import { type Shape, styleShape } from "./style-shape.ts";

/** A fault of a style file: where it is (`text.heading1.sizePt`) and what to do about it. */
export type StyleProblem = {
  readonly code: keyof typeof wording.styleProblem;
  readonly place: string;
  readonly message: string;
};

export type StyleReading =
  | { readonly ok: true; readonly style: Style }
  | { readonly ok: false; readonly problems: readonly StyleProblem[] };

/** Reads the text of a style file. */
export function readStyleText(text: string): StyleReading {
  try {
    return readStyle(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    // RangeError: brackets nested deeper than any style.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return { ok: false, problems: [{ code: "notJson", place: "", message: wording.styleProblem.notJson }] };
  }
}

/**
 * Reads a style that a user changed: all its problems at once, or the style. First the shape is checked; what
 * the parts mean to each other only where the shape holds.
 *
 * @param json what `JSON.parse` gave
 */
export function readStyle(json: unknown): StyleReading {
  const problems = problemsOf(json, styleShape, "");
  if (problems.length > 0) return { ok: false, problems };
  // The shape was checked above, place by place.
  const style = json as Style;
  const faults = [...fontProblems(style), ...roomProblems(style)];
  return faults.length > 0 ? { ok: false, problems: faults } : { ok: true, style };
}

type Values = Readonly<Record<string, string | number>>;

function problem(code: StyleProblem["code"], at: string, values: Values = {}): StyleProblem {
  const place = at === "" ? wording.styleProblem.wholeFile : at;
  return { code, place, message: fill(wording.styleProblem[code], { place, ...values }) };
}

function problemsOf(value: unknown, shape: Shape, place: string): StyleProblem[] {
  if (value === undefined) return [problem("missing", place)];
  switch (shape.kind) {
    case "number":
      return numberProblems(value, shape, place);
    case "text":
      if (typeof value !== "string") return [wrongType(place, "string")];
      return value === "" && !shape.mayBeEmpty ? [problem("empty", place)] : [];
    case "yesOrNo":
      return typeof value === "boolean" ? [] : [wrongType(place, "boolean")];
    case "colour":
      if (typeof value !== "string") return [wrongType(place, "string")];
      return /^[\da-f]{6}$/i.test(value) ? [] : [problem("colour", place, { value })];
    case "choice":
      if (typeof value !== "string") return [wrongType(place, "string")];
      if (shape.of.includes(value)) return [];
      return [problem("choice", place, { value, choices: shape.of.join(" / ") })];
    case "list":
      if (!Array.isArray(value)) return [wrongType(place, "array")];
      if (value.length === 0) return [problem("empty", place)];
      return value.flatMap((item, index) => problemsOf(item, shape.of, `${place}[${index}]`));
    case "named":
    case "object":
      return isObject(value) ? memberProblems(value, shape, place) : [wrongType(place, "object")];
  }
}

function numberProblems(
  value: unknown,
  { min, max, whole }: Extract<Shape, { kind: "number" }>,
  place: string,
): StyleProblem[] {
  if (typeof value !== "number" || !Number.isFinite(value)) return [wrongType(place, "number")];
  if (whole && !Number.isInteger(value)) return [problem("whole", place, { value })];
  return value < min || value > max ? [problem("range", place, { value, min, max })] : [];
}

function memberProblems(
  value: Readonly<Record<string, unknown>>,
  shape: Extract<Shape, { kind: "named" | "object" }>,
  place: string,
): StyleProblem[] {
  const at = (key: string) => (place === "" ? key : `${place}.${key}`);
  const has = (key: string) => Object.hasOwn(value, key);
  if (shape.kind === "named") {
    return Object.keys(value).flatMap((key) => problemsOf(value[key], shape.of, at(key)));
  }
  const known = new Map([...Object.entries(shape.required), ...Object.entries(shape.optional)]);
  const unknown = Object.keys(value).filter((key) => !known.has(key));
  return [
    ...[...known].flatMap(([key, member]) => {
      if (!has(key)) return key in shape.required ? [problem("missing", at(key))] : [];
      return problemsOf(value[key], member, at(key));
    }),
    ...unknown.map((key) => problem("unknownKey", place, { key })),
  ];
}

/** Every font that is named must be there, with faces for the PDF. */
function fontProblems(style: Style): StyleProblem[] {
  const uses: [string, string][] = [
    ["pageNumber.font", style.pageNumber.font],
    ["table.font", style.table.font],
    ...Object.entries(style.text).map(([key, { font }]): [string, string] => [`text.${key}.font`, font]),
    ...Object.entries(style.table.roles).map(([key, { font }]): [string, string] => [
      `table.roles.${key}.font`,
      font,
    ]),
  ];
  const unknown = uses.filter(([, font]) => !Object.hasOwn(style.fonts, font));
  // Marked words have faces of their own.
  const faceless = [...Object.keys(style.fonts), "strong"].filter(
    (font) => !Object.hasOwn(style.pdfFaces, font),
  );
  const drawsNothing = (style.ownFaces ?? []).flatMap(({ fonts }, role) =>
    fonts.flatMap((font, index): [string, string][] =>
      Object.hasOwn(style.pdfFaces, font) ? [] : [[`ownFaces[${role}].fonts[${index}]`, font]],
    ),
  );
  return [
    ...[...unknown, ...drawsNothing].map(([place, font]) => problem("unknownFont", place, { font })),
    ...faceless.map((font) => problem("noFaces", "pdfFaces", { font })),
  ];
}

const mmPerPt = 25.4 / 72;

/**
 * The prescribed lines and characters must fit the text area. Writers draw 22 lines of 29 pt (225.07 mm) into
 * 225 mm and 28 characters of 16 pt into 156 mm: two in a hundred are given.
 */
function roomProblems({ page, text }: Style): StyleProblem[] {
  const { marginMm, linesPerPage, charactersPerLine } = page;
  const width = page.widthMm - marginMm.left - marginMm.right;
  const height = page.heightMm - marginMm.top - marginMm.bottom;
  if (width <= 0 || height <= 0) return [problem("noRoom", "page.marginMm")];
  const high = linesPerPage * page.linePitchPt * mmPerPt;
  const wide = charactersPerLine * text.body.sizePt * mmPerPt;
  return [
    ...(high > height * 1.02
      ? [problem("tooManyLines", "page.linesPerPage", { height, lines: linesPerPage })]
      : []),
    ...(wide > width * 1.02
      ? [problem("tooManyCharacters", "page.charactersPerLine", { width, characters: charactersPerLine })]
      : []),
  ];
}

function wrongType(place: string, expected: keyof typeof wording.jsonType): StyleProblem {
  return problem("wrongType", place, { expected: wording.jsonType[expected] });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
