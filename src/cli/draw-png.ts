import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Drawing, type Shape, thin, wordsOf } from "../formats/chart/shapes.ts";
import { splitCharacters } from "../formats/pdf/faces/characters.ts";
import { type Faces, loadFaces, missingIn, missingMark } from "../formats/pdf/faces/faces.ts";
import { loadNodeFace } from "../formats/pdf/faces/node-faces.ts";
import type { Style } from "../formats/style.ts";

/** Pixels for each unit of a drawing: sharp on the screens of telephones, and in print. */
const scale = 2;

/** A PNG, and the characters of it that no face draws: 〓 stands for them. */
export type DrawnPng = { readonly content: Uint8Array; readonly missing: readonly string[] };

/**
 * Draws a picture as PNG in the faces that are shipped, so that it looks the same on every machine. Undefined where the
 * package that draws could not be installed.
 *
 * @param font of the style
 */
export async function drawPng(drawing: Drawing, font: string, style: Style): Promise<DrawnPng | undefined> {
  const canvases = await import("@napi-rs/canvas").catch(() => undefined);
  if (!canvases) return undefined;
  const used = new Map([[font, new Set(wordsOf(drawing).flatMap(splitCharacters))]]);
  const faces = await loadFaces(used, style, loadNodeFace);
  // A face goes by a name of its own, so that none of the machine's is taken for it.
  const families = new Map(faces.all.map(({ name }) => [name, `nianbao-${name}`]));
  for (const { name, bytes } of faces.all) {
    const family = families.get(name);
    if (!canvases.GlobalFonts.has(family ?? "")) canvases.GlobalFonts.register(Buffer.from(bytes), family);
  }
  const canvas = canvases.createCanvas(Math.round(drawing.width * scale), Math.round(drawing.height * scale));
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  for (const shape of drawing.shapes)
    drawShape(context, shape, (text) => stretchesOf(text, font, faces, families));
  return { content: await canvas.encode("png"), missing: missingIn(faces, used) };
}

/** A stretch of text in one face. */
type Stretch = { readonly text: string; readonly family: string; readonly ems: number };

function drawShape(
  context: SKRSContext2D,
  shape: Shape,
  stretches: (text: string) => readonly Stretch[],
): void {
  switch (shape.type) {
    case "rectangle": {
      const { x, y, width, height, fill, stroke, radius = 0 } = shape;
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      context.fillStyle = fill;
      context.fill();
      if (stroke !== undefined) strokeWith(context, stroke, thin);
      return;
    }
    case "line":
      context.beginPath();
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      strokeWith(context, shape.stroke, shape.width);
      return;
    case "text":
      drawText(context, shape, stretches(shape.text));
  }
}

function strokeWith(context: SKRSContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function drawText(
  context: SKRSContext2D,
  { x, y, size, anchor, fill }: Extract<Shape, { type: "text" }>,
  stretches: readonly Stretch[],
): void {
  const width = stretches.reduce((sum, { ems }) => sum + ems * size, 0);
  let from = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  context.fillStyle = fill;
  for (const { text, family, ems } of stretches) {
    context.font = `${size}px "${family}"`;
    context.fillText(text, from, y);
    from += ems * size;
  }
}

function stretchesOf(
  text: string,
  font: string,
  faces: Faces,
  families: ReadonlyMap<string, string>,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const character of splitCharacters(text)) {
    const glyph = faces.find(font, character) ?? faces.find(font, missingMark);
    if (!glyph) continue;
    const family = families.get(glyph.face) ?? "";
    const last = stretches[stretches.length - 1];
    if (last?.family !== family) stretches.push({ text: glyph.text, family, ems: glyph.advance });
    else
      stretches[stretches.length - 1] = {
        family,
        text: last.text + glyph.text,
        ems: last.ems + glyph.advance,
      };
  }
  return stretches;
}
