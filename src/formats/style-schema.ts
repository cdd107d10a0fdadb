import { z } from "zod";
import { faceNames } from "./face-files.ts";

/** A fault that zod has no word for: `problem` is its code in the wording, the rest goes into the sentence. */
export type StyleFault =
  | { readonly problem: "range"; readonly min: number; readonly max: number }
  | { readonly problem: "whole" }
  | { readonly problem: "choice"; readonly choices: string }
  | { readonly problem: "unknownFont"; readonly font: string }
  | { readonly problem: "noRoom" }
  | { readonly problem: "tooManyLines"; readonly height: number; readonly lines: number }
  | { readonly problem: "tooManyCharacters"; readonly width: number; readonly characters: number };

const fault = (params: StyleFault): { readonly params: StyleFault } => ({ params });

/** Both bounds belong to it. */
const between = (min: number, max: number) =>
  z.number().refine((value) => value >= min && value <= max, fault({ problem: "range", min, max }));
const whole = (min: number, max: number) =>
  z
    .number()
    .refine(Number.isInteger, { ...fault({ problem: "whole" }), abort: true })
    .refine((value) => value >= min && value <= max, fault({ problem: "range", min, max }));

const text = z.string().min(1);
/** Six hexadecimal digits. */
const colour = z.string().regex(/^[\da-f]{6}$/i);
const align = z.enum(["left", "center", "right", "justify"]);
const sizePt = between(5, 72);
const linePitchPt = between(5, 150);
/** The name of a font of this style. */
const font = text;

const unknownFace: StyleFault = { problem: "choice", choices: faceNames.join(" / ") };

/** A typeface of the style: what Word is told, what a browser is told, what draws it in the PDF. */
const styleFont = z.strictObject({
  eastAsia: text,
  latin: text,
  css: text,
  /** The shipped faces that the PDF may use, best first. */
  pdfFaces: z.array(z.string().refine((face) => faceNames.includes(face), fault(unknownFace))).min(1),
  /**
   * The faces that an office may own and that may not be shipped, the most wished for first; the PDF uses them where they
   * are given. Each is a list of its names in the languages of font files; the first is shown.
   */
  ownFaces: z.array(z.array(text).min(1)).min(1).optional(),
});

const textStyle = z.strictObject({
  font,
  sizePt,
  /** Exact line pitch where it differs from the page's. */
  linePitchPt: linePitchPt.optional(),
  align,
  /** First-line indent (for `signature`: distance from the right edge), in characters. */
  indentCharacters: between(0, 20),
  /** Empty lines that follow. */
  linesAfter: whole(0, 10).optional(),
  /** Black where it is missing. */
  colour: colour.optional(),
});

const cellStyle = z.strictObject({ align, font });

const styleShape = z.strictObject({
  id: text,
  name: text,
  /** Charts are drawn beside the tables. */
  charts: z.boolean(),
  page: z.strictObject({
    widthMm: between(50, 1200),
    heightMm: between(50, 1200),
    marginMm: z.strictObject({
      top: between(0, 300),
      right: between(0, 300),
      bottom: between(0, 300),
      left: between(0, 300),
    }),
    linesPerPage: whole(1, 200),
    charactersPerLine: whole(1, 200),
    linePitchPt,
  }),
  pageNumber: z.strictObject({
    before: z.string(),
    after: z.string(),
    font,
    sizePt,
    belowTextMm: between(0, 100),
    position: z.enum(["outside", "centre"]),
  }),
  fonts: z.record(text, styleFont),
  text: z.strictObject({
    title: textStyle,
    heading1: textStyle,
    heading2: textStyle,
    heading3: textStyle,
    heading4: textStyle,
    body: textStyle,
    signature: textStyle,
  }),
  /** Marked words in the PDF, whose faces have no bold sisters; the other formats have the bold of their programs. */
  strong: z.strictObject({ font }),
  table: z.strictObject({
    font,
    sizePt,
    linePitchPt,
    borderPt: between(0, 10),
    cellPaddingMm: z.strictObject({ vertical: between(0, 20), horizontal: between(0, 20) }),
    /** Lies behind the heads of a table. */
    headTint: colour.optional(),
    roles: z.strictObject({
      head: cellStyle,
      label: cellStyle,
      caption: cellStyle,
      value: cellStyle,
      total: cellStyle,
      text: cellStyle,
    }),
  }),
  /** For the series of charts, in their order; each writer has its own where they are missing. */
  chartColours: z.array(colour).min(1).optional(),
  /** The signature leaves room for a seal over it (GB/T 9704-2012, 7.3.5.1); without one it follows 7.3.5.2. */
  seal: z.boolean().optional(),
});

/** Page geometry and named styles (GB/T 9704-2012), shared by every writer. All lengths name their unit. */
export type Style = z.infer<typeof styleShape>;

type Path = readonly string[];

/** A style file, as templates/styles/ holds them: its shape, then what the parts mean to each other. */
export const styleSchema = styleShape.superRefine((style, context) => {
  const report = (params: StyleFault, path: Path) =>
    context.addIssue({ code: "custom", path: [...path], params });
  for (const [path, { font }] of usesOfFonts(style)) {
    if (!Object.hasOwn(style.fonts, font)) report({ problem: "unknownFont", font }, [...path, "font"]);
  }
  checkRoom(style, report);
});

/** Every place that names a font. */
function usesOfFonts({ pageNumber, strong, table, text }: Style): [Path, { font: string }][] {
  const each = (path: Path, places: Readonly<Record<string, { font: string }>>) =>
    Object.entries(places).map(([key, place]): [Path, { font: string }] => [[...path, key], place]);
  return [
    [["pageNumber"], pageNumber],
    [["strong"], strong],
    [["table"], table],
    ...each(["text"], text),
    ...each(["table", "roles"], table.roles),
  ];
}

const mmPerPt = 25.4 / 72;

/**
 * The prescribed lines and characters must fit the text area. Writers draw 22 lines of 29 pt (225.07 mm) into
 * 225 mm and 28 characters of 16 pt into 156 mm: two in a hundred are given.
 */
function checkRoom({ page, text }: Style, report: (params: StyleFault, path: Path) => void): void {
  const { marginMm, linesPerPage: lines, charactersPerLine: characters } = page;
  const width = page.widthMm - marginMm.left - marginMm.right;
  const height = page.heightMm - marginMm.top - marginMm.bottom;
  if (width <= 0 || height <= 0) {
    report({ problem: "noRoom" }, ["page", "marginMm"]);
    return;
  }
  if (lines * page.linePitchPt * mmPerPt > height * 1.02)
    report({ problem: "tooManyLines", height, lines }, ["page", "linesPerPage"]);
  if (characters * text.body.sizePt * mmPerPt > width * 1.02)
    report({ problem: "tooManyCharacters", width, characters }, ["page", "charactersPerLine"]);
}
