import type { FoundPicture } from "../../../document/found.ts";
import { elementsUnder, type XmlElement } from "../../package/xml-tree.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
  webp: "image/webp",
  emf: "image/emf",
  wmf: "image/wmf",
  tif: "image/tiff",
  tiff: "image/tiff",
};

/** How a chart of Word's own is named among pictures; its figures are not read. */
const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** What stands in a text box is read for itself. */
const textBox = "w:txbxContent";

/**
 * The pictures and charts of a drawing. What lies outside the file is not fetched.
 *
 * @param bytesOf gives the path and the bytes that an id leads to
 */
export function picturesOf(
  drawing: XmlElement,
  bytesOf: (id: string) => { readonly path: string; readonly bytes: Uint8Array } | undefined,
): FoundPicture[] {
  const [properties] = elementsUnder(drawing, "wp:docPr");
  const alternative = properties?.attributes.descr ?? "";
  const ids = [
    ...[...elementsUnder(drawing, "a:blip", textBox)].map(({ attributes }) => attributes["r:embed"]),
    ...[...elementsUnder(drawing, "v:imagedata", textBox)].map(({ attributes }) => attributes["r:id"]),
  ];
  const pictures = ids.flatMap((id): FoundPicture[] => {
    const found = id === undefined ? undefined : bytesOf(id);
    if (!found) return [];
    const extension = /[^.]*$/.exec(found.path)?.[0].toLowerCase() ?? "";
    const mediaType = mediaTypes[extension] ?? "application/octet-stream";
    return [{ type: "picture", mediaType, bytes: found.bytes, alternative, place: {} }];
  });
  const charts = [...elementsUnder(drawing, "c:chart", textBox)].map(
    (): FoundPicture => ({ type: "picture", mediaType: chartType, alternative, place: {} }),
  );
  const drawn: FoundPicture[] = isDrawnPicture(drawing)
    ? [{ type: "picture", mediaType: chartType, alternative, place: {} }]
    : [];
  return [...pictures, ...charts, ...drawn];
}

/** A group of shapes with an alternative text: a chart that is drawn, or an organigram. */
export function isDrawnPicture(drawing: XmlElement): boolean {
  const [group] = elementsUnder(drawing, "wpg:wgp");
  const [properties] = elementsUnder(drawing, "wp:docPr");
  return group !== undefined && (properties?.attributes.descr ?? "") !== "";
}
