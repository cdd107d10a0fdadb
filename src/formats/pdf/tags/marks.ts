import type { MarkedContent, PdfDocument } from "pdfmake/build/pdfmake.min.js";
import type { StructureElement } from "./element.ts";

/** What the pages show of an element, in order, and where its lines or its picture stand. */
export type Shown = { readonly contents: readonly MarkedContent[]; readonly places: readonly Place[] };

/** A box on a page, in points from its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A box with its page; pages count from 0. */
export type Place = Box & { readonly page: number };

/** What the pages show of each element. */
export type MarkedContents = ReadonlyMap<StructureElement, Shown>;

/** What stands at the edge of the page, and lines and tints: nothing to be read out. */
export type Artifact = "Pagination" | "Layout";

/** Marks what is drawn with what it belongs to. */
export type Marker = {
  /** What is drawn from here on belongs to this; under the same mark it goes on in it. */
  readonly begin: (mark: StructureElement | Artifact, box?: Box) => void;
  /** Ends the page: what comes next is drawn on the page after it. */
  readonly endPage: () => void;
  readonly contents: MarkedContents;
};

/** A marker on the first page of a document. */
export function markerOn(pdf: PdfDocument): Marker {
  const shown = new Map<StructureElement, { readonly contents: MarkedContent[]; readonly places: Place[] }>();
  let page = 0;
  let open: StructureElement | Artifact | undefined;
  const end = () => {
    if (open) pdf.endMarkedContent();
    open = undefined;
  };
  const begin = (mark: StructureElement | Artifact, box?: Box) => {
    const isOpen = mark === open;
    if (!isOpen) end();
    open = mark;
    if (typeof mark === "string") {
      if (!isOpen) pdf.markContent("Artifact", { type: mark });
      return;
    }
    const of = shown.get(mark) ?? { contents: [], places: [] };
    shown.set(mark, of);
    if (!isOpen) of.contents.push(pdf.markStructureContent(mark.type));
    if (box) of.places.push({ ...box, page });
  };
  const endPage = () => {
    end();
    page += 1;
  };
  return { begin, endPage, contents: shown };
}
