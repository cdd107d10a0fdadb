import { escapeXml } from "../escape-xml.ts";

/** Elements of SVG as text: charts are drawn without a DOM, so that screen, PDF and web page show the same. */

/** A length in points, short: two decimals are finer than any printer. */
export function pt(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export type TextLook = {
  readonly size: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
};

/** A line of text; `y` is the baseline. */
export function textAt(
  x: number,
  y: number,
  text: string,
  { size, anchor = "start", fill = ink }: TextLook,
): string {
  const align = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${pt(x)}" y="${pt(y)}" font-size="${pt(size)}"${align} fill="${fill}">${escapeXml(text)}</text>`;
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export function rectangle({ x, y, width, height }: Box, fill: string, stroke?: string): string {
  const edge = stroke === undefined ? "" : ` stroke="${stroke}" stroke-width="0.6"`;
  return `<rect x="${pt(x)}" y="${pt(y)}" width="${pt(width)}" height="${pt(height)}" fill="${fill}"${edge}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 0.6): string {
  return `<line x1="${pt(x1)}" y1="${pt(y1)}" x2="${pt(x2)}" y2="${pt(y2)}" stroke="${stroke}" stroke-width="${pt(width)}"/>`;
}

export const ink = "#1d2733";
export const quiet = "#5b6775";
export const grid = "#dfe3e8";

/** The width of a text, in points: Chinese characters are square, digits and letters about half as wide. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0100" ? 0.56 : 1) * size, 0);
}

/** A text broken into lines of at most this width; at least one character a line. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [""];
  for (const character of text) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && textWidth(last + character, size) > width) lines.push(character);
    else lines[lines.length - 1] = last + character;
  }
  return lines;
}
