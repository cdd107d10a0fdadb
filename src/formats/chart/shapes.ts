/** What a picture of figures is drawn of: SVG, PDF and Word draw it alike. Lengths from its upper left corner. */
export type Shape =
  | {
      readonly type: "rectangle";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Colours are `#` and six hexadecimal digits. */
      readonly fill: string;
      readonly stroke?: string;
      /** Of its corners. */
      readonly radius?: number;
    }
  | {
      readonly type: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
      readonly width: number;
    }
  | {
      readonly type: "text";
      readonly text: string;
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly size: number;
      /** Which end of the text stands at `x`. */
      readonly anchor: "start" | "middle" | "end";
      readonly fill: string;
    };

/** A picture, or a part of one. */
export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

export const ink = "#1d2733";
export const quiet = "#5b6775";

/** The width of lines and edges. */
export const thin = 0.6;

export function textShape(
  text: string,
  x: number,
  y: number,
  size: number,
  { anchor = "start", fill = ink }: { anchor?: "start" | "middle" | "end"; fill?: string } = {},
): Shape {
  return { type: "text", text, x, y, size, anchor, fill };
}

/** Shapes at another place, and larger or smaller. */
export function placed(shapes: readonly Shape[], x: number, y: number, scale = 1): Shape[] {
  const move = (shape: Shape): Shape => {
    switch (shape.type) {
      case "rectangle": {
        const { width, height, radius } = shape;
        const size = { width: width * scale, height: height * scale };
        const corners = radius === undefined ? {} : { radius: radius * scale };
        return { ...shape, x: x + shape.x * scale, y: y + shape.y * scale, ...size, ...corners };
      }
      case "line": {
        const { x1, y1, x2, y2, width } = shape;
        const ends = { x1: x + x1 * scale, y1: y + y1 * scale, x2: x + x2 * scale, y2: y + y2 * scale };
        return { ...shape, ...ends, width: width * scale };
      }
      case "text":
        return { ...shape, x: x + shape.x * scale, y: y + shape.y * scale, size: shape.size * scale };
    }
  };
  return shapes.map(move);
}

/** The words of a drawing, one text after another. */
export function wordsOf({ shapes }: Drawing): string[] {
  return shapes.flatMap((shape) => (shape.type === "text" ? [shape.text] : []));
}
