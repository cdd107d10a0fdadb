import { join } from "node:path";
import { stderr, stdout } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import type { Infographic } from "../document/compose-infographic.ts";
import { fill } from "../edition/wording.ts";
import { drawInfographic, infographicSvg } from "../formats/chart/infographic.ts";
import { fontOf, type Style } from "../formats/style.ts";
import { fileNamePart } from "../report/file/file-name.ts";
import { writeOut } from "./files.ts";

/** The picture of the year is no format of the document: it has its main figures only. */
export const pictureKinds = ["svg", "png"] as const;

export type PictureKind = (typeof pictureKinds)[number];

export function isPicture(name: string): name is PictureKind {
  return pictureKinds.some((kind) => kind === name);
}

/** No message lists more characters. */
const mostShown = 30;

/** Writes the picture of the year in each kind that is asked for; says what was not drawn, or not drawn whole. */
export async function writePictures(
  data: Infographic,
  kinds: readonly PictureKind[],
  style: Style,
  directory: string,
): Promise<"all" | "some" | "none"> {
  if (data.sections.length === 0) {
    stderr.write(`${wording.commandLine.noPicture}\n`);
    return "none";
  }
  let drawn = 0;
  let isWhole = true;
  for (const kind of new Set(kinds)) {
    const picture = await drawnAs(kind, data, style);
    isWhole &&= picture?.missing.length === 0;
    if (!picture) continue;
    drawn++;
    const name = { title: fileNamePart(data.title), extension: kind };
    const file = join(directory, fill(wording.commandLine.pictureName, name));
    await writeOut(file, picture.content);
    stdout.write(`${file}\n`);
  }
  return drawn === 0 ? "none" : isWhole ? "all" : "some";
}

type Picture = { readonly content: Uint8Array | string; readonly missing: readonly string[] };

/** Undefined, and said, where this machine cannot draw such a picture. */
async function drawnAs(kind: PictureKind, data: Infographic, style: Style): Promise<Picture | undefined> {
  const { font } = style.text.heading1;
  if (kind === "svg")
    return { content: infographicSvg(data, { font: fontOf(style, font).css }), missing: [] };
  const drawing = drawInfographic(data);
  const picture = await (await import("./draw-png.ts")).drawPng(drawing, font, style);
  if (!picture) {
    stderr.write(`${wording.commandLine.noCanvas}\n`);
    return undefined;
  }
  const { missing } = picture;
  if (missing.length > 0) {
    const values = { count: missing.length, characters: missing.slice(0, mostShown).join("") };
    stderr.write(`${fill(wording.commandLine.missingInPicture, values)}\n`);
  }
  return picture;
}
