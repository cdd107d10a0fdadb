import { composeInfographic } from "../../document/compose-infographic.ts";
import type { Edition } from "../../edition/read.ts";
import type { Severity } from "../../edition/schema.ts";
import { infographicSvg } from "../../formats/chart/infographic.ts";
import type { Style } from "../../formats/style.ts";
import type { Draft } from "../../report/file/draft.ts";
import { fileNamePart } from "../../report/file/file-name.ts";
import { download } from "./download.ts";
import { svgToPng } from "./svg-to-png.ts";

export type PictureFormat = "png" | "svg";

/**
 * Gives the picture of the report's year as a download. The name of the file; undefined while there is no figure
 * to show. Rejects when the browser cannot draw.
 */
export async function exportInfographic(
  format: PictureFormat,
  edition: Edition,
  draft: Draft,
  findings: readonly { readonly severity: Severity }[],
  style: Style,
): Promise<string | undefined> {
  const data = composeInfographic(edition, draft, findings);
  if (data.sections.length === 0) return undefined;
  const svg = infographicSvg(data, { font: style.fonts[style.text.heading1.font]?.css ?? "sans-serif" });
  const name = `${fileNamePart(data.title)}图解.${format}`;
  download(name, format === "png" ? await svgToPng(svg) : new Blob([svg], { type: "image/svg+xml" }));
  return name;
}
