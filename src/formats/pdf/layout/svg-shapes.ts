/** What a chart is drawn of. Lengths in points from its upper left corner; colours as `#` and six digits. */
export type Shape =
  | {
      readonly type: "rectangle";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string | undefined;
      readonly stroke?: Stroke | undefined;
      /** Lies over the fill, again and again. */
      readonly pattern?: { readonly tile: number; readonly shapes: readonly Shape[] } | undefined;
    }
  | { readonly type: "path"; readonly points: readonly (readonly Point[])[]; readonly stroke: Stroke }
  | {
      readonly type: "circle";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
    }
  | {
      readonly type: "text";
      readonly text: string;
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly size: number;
      readonly anchor: "start" | "middle" | "end";
      readonly fill: string;
    };

export type Point = { readonly x: number; readonly y: number };

export type Stroke = { readonly colour: string; readonly width: number; readonly dash: readonly number[] };

type Attributes = ReadonlyMap<string, string>;

type Patterns = Map<string, { tile: number; shapes: Shape[] }>;

/** The shapes of a drawing that `formats/chart` gives as SVG: of that language what is used there and no more. */
export function shapesIn(svg: string): Shape[] {
  const patterns: Patterns = new Map();
  const shapes: Shape[] = [];
  const moves: Point[] = [];
  let target = shapes;
  for (const [, closing, name = "", rest = "", text = ""] of svg.matchAll(
    /<(\/?)(\w+)((?:\s[^>]*?)?)\/?>([^<]*)/g,
  )) {
    const attributes = attributesIn(rest);
    const at = moves.reduce((sum, move) => ({ x: sum.x + move.x, y: sum.y + move.y }), { x: 0, y: 0 });
    if (closing) {
      if (name === "g") moves.pop();
      if (name === "pattern") target = shapes;
    } else if (name === "g") moves.push(translationIn(attributes));
    else if (name === "pattern") {
      const pattern = { tile: numberOf(attributes, "width"), shapes: [] };
      patterns.set(`url(#${attributes.get("id")})`, pattern);
      target = pattern.shapes;
    } else target.push(...shapesOf(name, attributes, unescaped(text), at, patterns));
  }
  return shapes;
}

function shapesOf(
  name: string,
  attributes: Attributes,
  text: string,
  at: Point,
  patterns: Patterns,
): Shape[] {
  const number = (key: string) => numberOf(attributes, key);
  const point = (x: string, y: string) => ({ x: at.x + number(x), y: at.y + number(y) });
  const fill = attributes.get("fill") ?? "#000000";
  switch (name) {
    case "rect": {
      const pattern = patterns.get(fill);
      const size = { width: number("width"), height: number("height") };
      const own = pattern ? { pattern } : { fill };
      return [{ type: "rectangle", ...point("x", "y"), ...size, ...own, stroke: strokeIn(attributes) }];
    }
    case "circle":
      return [{ type: "circle", ...point("cx", "cy"), radius: number("r"), fill }];
    case "text": {
      const anchor = (attributes.get("text-anchor") ?? "start") as "start" | "middle" | "end";
      return [{ type: "text", text, ...point("x", "y"), size: number("font-size"), anchor, fill }];
    }
    case "line":
      return pathOf([[point("x1", "y1"), point("x2", "y2")]], attributes);
    case "polyline":
      return pathOf([pointsIn(attributes.get("points") ?? "", at)], attributes);
    case "path":
      return pathOf(linesIn(attributes.get("d") ?? "", at), attributes);
    default:
      return [];
  }
}

function pathOf(points: readonly (readonly Point[])[], attributes: Attributes): Shape[] {
  const stroke = strokeIn(attributes);
  return stroke ? [{ type: "path", points, stroke }] : [];
}

function strokeIn(attributes: Attributes): Stroke | undefined {
  const colour = attributes.get("stroke");
  const dash = attributes.get("stroke-dasharray")?.split(" ").map(Number) ?? [];
  return colour === undefined ? undefined : { colour, width: numberOf(attributes, "stroke-width"), dash };
}

/** `x,y x,y` */
function pointsIn(text: string, at: Point): Point[] {
  return text.split(" ").map((pair) => {
    const [x = 0, y = 0] = pair.split(",").map(Number);
    return { x: at.x + x, y: at.y + y };
  });
}

/** `M0 5L5 0M2.5 0V5`: lines only. */
function linesIn(text: string, at: Point): Point[][] {
  const lines: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command, first = "", second = ""] of text.matchAll(
    /([MLHV])(-?[\d.]+)(?:[ ,](-?[\d.]+))?/g,
  )) {
    if (command !== "V") x = Number(first);
    if (command === "V") y = Number(first);
    if (command === "M" || command === "L") y = Number(second);
    if (command === "M") lines.push([]);
    lines[lines.length - 1]?.push({ x: at.x + x, y: at.y + y });
  }
  return lines;
}

function translationIn(attributes: Attributes): Point {
  const [x = 0, y = 0] = (attributes.get("transform") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  return { x, y };
}

function attributesIn(text: string): Attributes {
  return new Map([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
}

function numberOf(attributes: Attributes, key: string): number {
  return Number(attributes.get(key) ?? 0);
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
