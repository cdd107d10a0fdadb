import gongwenJson from "../../templates/styles/gongwen.json" with { type: "json" };

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
};

/** Page geometry and named styles (GB/T 9704-2012), shared by every writer. All lengths name their unit. */
export type Style = Omit<typeof gongwenJson, "text" | "fonts" | "pdfFaces"> & {
  readonly fonts: Readonly<Record<string, StyleFont>>;
  readonly text: Readonly<Record<TextStyleName, TextStyle>>;
  /** For each font of the style the faces the PDF may use, best first. */
  readonly pdfFaces: Readonly<Record<string, readonly string[]>>;
};

export type TextStyleName = keyof (typeof gongwenJson)["text"];

/** The official page: GB/T 9704-2012. */
export const gongwen: Style = gongwenJson;
