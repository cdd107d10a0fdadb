import { escapeXml } from "../escape-xml.ts";
import { type Drawing, type Shape, thin } from "./shapes.ts";

/** A length, short: two decimals are finer than any printer. */
export function pt(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The inside of a picture as SVG text: drawn without a DOM, so that screen and files show the same. */
export function svgOf({ shapes }: Pick<Drawing, "shapes">): string {
  return shapes.map(elementOf).join("");
}

function elementOf(shape: Shape): string {
  switch (shape.type) {
    case "rectangle": {
      const { x, y, width, height, fill, stroke, radius } = shape;
      const edge = stroke === undefined ? "" : ` stroke="${stroke}" stroke-width="${thin}"`;
      const corners = radius === undefined ? "" : ` rx="${pt(radius)}"`;
      return `<rect x="${pt(x)}" y="${pt(y)}" width="${pt(width)}" height="${pt(height)}"${corners} fill="${fill}"${edge}/>`;
    }
    case "line": {
      const { x1, y1, x2, y2, stroke, width } = shape;
      return `<line x1="${pt(x1)}" y1="${pt(y1)}" x2="${pt(x2)}" y2="${pt(y2)}" stroke="${stroke}" stroke-width="${pt(width)}"/>`;
    }
    case "text": {
      const { x, y, text, size, anchor, fill } = shape;
      const align = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
      return `<text x="${pt(x)}" y="${pt(y)}" font-size="${pt(size)}"${align} fill="${fill}">${escapeXml(text)}</text>`;
    }
  }
}
