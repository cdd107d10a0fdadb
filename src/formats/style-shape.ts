/** What a place of a style file may hold. Numbers name their bounds, both included. */
export type Shape =
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly whole?: boolean }
  | { readonly kind: "text"; readonly mayBeEmpty?: boolean }
  | { readonly kind: "colour" }
  | { readonly kind: "yesOrNo" }
  | { readonly kind: "choice"; readonly of: readonly string[] }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "named"; readonly of: Shape }
  | { readonly kind: "object"; readonly required: Shapes; readonly optional: Shapes };

export type Shapes = Readonly<Record<string, Shape>>;

const number = (min: number, max: number): Shape => ({ kind: "number", min, max });
const whole = (min: number, max: number): Shape => ({ kind: "number", min, max, whole: true });
const choice = (...of: string[]): Shape => ({ kind: "choice", of });
const list = (of: Shape): Shape => ({ kind: "list", of });
const named = (of: Shape): Shape => ({ kind: "named", of });
const object = (required: Shapes, optional: Shapes = {}): Shape => ({ kind: "object", required, optional });
const text: Shape = { kind: "text" };
const colour: Shape = { kind: "colour" };
const yesOrNo: Shape = { kind: "yesOrNo" };

const align = choice("left", "center", "right", "justify");
const sizePt = number(5, 72);
const linePitchPt = number(5, 150);

const textStyle = object(
  { font: text, sizePt, align, indentCharacters: number(0, 20) },
  { linePitchPt, linesAfter: whole(0, 10), colour },
);

const cellStyle = object({ align, font: text });

/** A style file, as templates/styles/ holds them. */
export const styleShape: Shape = object(
  {
    id: text,
    name: text,
    charts: yesOrNo,
    page: object({
      widthMm: number(50, 1200),
      heightMm: number(50, 1200),
      marginMm: object({
        top: number(0, 300),
        right: number(0, 300),
        bottom: number(0, 300),
        left: number(0, 300),
      }),
      linesPerPage: whole(1, 200),
      charactersPerLine: whole(1, 200),
      linePitchPt,
    }),
    pageNumber: object({
      before: { kind: "text", mayBeEmpty: true },
      after: { kind: "text", mayBeEmpty: true },
      font: text,
      sizePt,
      belowTextMm: number(0, 100),
      position: choice("outside", "centre"),
    }),
    fonts: named(object({ eastAsia: text, latin: text, css: text })),
    text: object({
      title: textStyle,
      heading1: textStyle,
      heading2: textStyle,
      heading3: textStyle,
      heading4: textStyle,
      body: textStyle,
      signature: textStyle,
    }),
    table: object(
      {
        font: text,
        sizePt,
        linePitchPt,
        borderPt: number(0, 10),
        cellPaddingMm: object({ vertical: number(0, 20), horizontal: number(0, 20) }),
        roles: object({
          head: cellStyle,
          label: cellStyle,
          caption: cellStyle,
          value: cellStyle,
          total: cellStyle,
          text: cellStyle,
        }),
      },
      { headTint: colour },
    ),
    pdfFaces: named(list(text)),
  },
  {
    chartColours: list(colour),
    seal: yesOrNo,
    ownFaces: list(object({ fonts: list(text), faces: list(list(text)) })),
  },
);
