import type { PdfDocument } from "pdfmake/build/pdfmake.min.js";
import { type Marker, markerOn } from "../tags/marks.ts";

/** What everything on the pages is drawn with. */
export type Pen = Pick<Marker, "begin" | "contents"> & {
  readonly pdf: PdfDocument;
  /** Fills are of this colour from here on: `#` and six hexadecimal digits. */
  readonly fill: (colour: string) => void;
  readonly stroke: (colour: string, widthPt: number) => void;
  /** Draws something whose turns, scales and colours end with it. */
  readonly within: (draw: () => void) => void;
  readonly endPage: () => void;
};

export const black = "#000000";

/** A pen on the first page of a document. It says a colour or a width only where they change. */
export function penOn(pdf: PdfDocument): Pen {
  const marker = markerOn(pdf);
  let filled = "";
  let stroked = "";
  return {
    pdf,
    begin: marker.begin,
    contents: marker.contents,
    fill: (colour) => {
      if (colour !== filled) pdf.fillColor(colour);
      filled = colour;
    },
    stroke: (colour, widthPt) => {
      const wanted = `${colour} ${widthPt}`;
      if (wanted !== stroked) pdf.strokeColor(colour).lineWidth(widthPt);
      stroked = wanted;
    },
    within: (draw) => {
      const [fill, stroke] = [filled, stroked];
      pdf.save();
      draw();
      pdf.restore();
      [filled, stroked] = [fill, stroke];
    },
    endPage: () => {
      marker.endPage();
      filled = "";
      stroked = "";
    },
  };
}
