import gongwenJson from "../../templates/styles/gongwen.json" with { type: "json" };
import tuwenJson from "../../templates/styles/tuwen.json" with { type: "json" };
import type { Style } from "./style-schema.ts";

export type { Style } from "./style-schema.ts";

export type TextStyleName = keyof Style["text"];
export type TextStyle = Style["text"][TextStyleName];
export type StyleFont = Style["fonts"][string];

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

// A test reads both through the schema; here it would only cost time at the start.

/** The official page: GB/T 9704-2012. */
export const gongwen = gongwenJson as Style;

/** 图文版: for the copy on a web site or a notice board, with coloured headings and charts. */
export const tuwen = tuwenJson as Style;

/** The styles that are shipped, by id; the first is the one a report has unless another is asked for. */
export const builtinStyles: ReadonlyMap<string, Style> = new Map(
  [gongwen, tuwen].map((style) => [style.id, style]),
);
