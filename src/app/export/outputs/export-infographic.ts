import { composeInfographic } from "../../../document/compose-infographic.ts";
import type { Edition } from "../../../edition/read.ts";
import type { Severity } from "../../../edition/schema.ts";
import { infographicSvg } from "../../../formats/chart/infographic.ts";
import type { Style } from "../../../formats/style.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { fileNamePart } from "../../../report/file/file-name.ts";
import { svgToPng } from "./svg-to-png.ts";

export type PictureFormat = "png" | "svg";

/** A picture of the report's year and the name of its file. */
export type Picture = { readonly name: string; readonly blob: Blob };

/** Draws the picture of the report's year; undefined while there is no figure to show. Rejects when the browser cannot. */
export async function drawnInfographic(
  format: PictureFormat,
  edition: Edition,
  draft: Draft,
  findings: readonly { readonly severity: Severity }[],
  style: Style,
): Promise<Picture | undefined> {
  const data = composeInfographic(edition, draft, findings);
  if (data.sections.length === 0) return undefined;
  const svg = infographicSvg(data, { font: style.fonts[style.text.heading1.font]?.css ?? "sans-serif" });
  const name = `${fileNamePart(data.title)}图解.${format}`;
  return { name, blob: format === "png" ? await svgToPng(svg) : new Blob([svg], { type: "image/svg+xml" }) };
}
