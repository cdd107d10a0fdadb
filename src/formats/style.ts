import gongwenJson from "../../templates/styles/gongwen.json" with { type: "json" };
import tuwenJson from "../../templates/styles/tuwen.json" with { type: "json" };

/** A named face of the style: what Word is told, what a browser is told. */
export type StyleFont = { readonly eastAsia: string; readonly latin: string; readonly css: string };

export type TextStyle = {
  readonly font: string;
  readonly sizePt: number;
  /** Exact line pitch where it differs from the page's. */
  readonly linePitchPt?: number;
  readonly align: string;
  /** First-line indent (for `signature`: distance from the right edge), in characters. */
  readonly indentCharacters: number;
  /** Empty lines that follow. */
  readonly linesAfter?: number;
  /** Six hexadecimal digits, as all colours of a style; black where it is missing. */
  readonly colour?: string;
};

/** Page geometry and named styles (GB/T 9704-2012), shared by every writer. All lengths name their unit. */
export type Style = Omit<typeof gongwenJson, "text" | "fonts" | "pdfFaces" | "ownFaces" | "table"> & {
  readonly fonts: Readonly<Record<string, StyleFont>>;
  readonly text: Readonly<Record<TextStyleName, TextStyle>>;
  /** `headTint` lies behind the heads of a table. */
  readonly table: (typeof gongwenJson)["table"] & { readonly headTint?: string };
  /** For the series of charts, in their order; each writer has its own where they are missing. */
  readonly chartColours?: readonly string[];
  /** For each font of the style the faces the PDF may use, best first. */
  readonly pdfFaces: Readonly<Record<string, readonly string[]>>;
  /** The signature leaves room for a seal over it (GB/T 9704-2012, 7.3.5.1); without one it follows 7.3.5.2. */
  readonly seal?: boolean;
  /** The faces that an office may own and that may not be shipped; the PDF uses them where they are given. */
  readonly ownFaces?: readonly OwnFaceRole[];
};

/**
 * Faces that may draw some fonts of the style, the most wished for first. Each is a list of its names in the
 * languages of font files; the first is shown.
 */
export type OwnFaceRole = {
  readonly fonts: readonly string[];
  readonly faces: readonly (readonly string[])[];
};

export type TextStyleName = keyof (typeof gongwenJson)["text"];

/** The face of a font of the style, as office programs call it. @throws if the style does not have the font */
export function faceOf(font: string, style: Style): string {
  return fontOf(style, font).eastAsia;
}

/** @throws if the style does not have the font */
export function fontOf(style: Style, name: string): StyleFont {
  const font = style.fonts[name];
  if (!font) throw new Error(`style ${style.id} has no font "${name}"`);
  return font;
}

/** The official page: GB/T 9704-2012. */
export const gongwen: Style = gongwenJson;

/** 图文版: for the copy on a web site or a notice board, with coloured headings and charts. */
export const tuwen: Style = tuwenJson;

/** The styles that are shipped, by id; the first is the one a report has unless another is asked for. */
export const builtinStyles: ReadonlyMap<string, Style> = new Map(
  [gongwen, tuwen].map((style) => [style.id, style]),
);
