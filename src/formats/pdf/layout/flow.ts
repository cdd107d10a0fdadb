import type { Picture } from "../../../document/tree.ts";
import type { Shape } from "../../chart/shapes.ts";
import type { StructureElement } from "../tags/element.ts";
import type { MeasuredTable } from "./table/table.ts";
import type { Line } from "./text/lines.ts";

/** A line of text that stands in the column of the page. */
export type TextLine = {
  readonly type: "line";
  readonly line: Line;
  readonly sizePt: number;
  /** Six hexadecimal digits; black where it is missing. */
  readonly colour?: string | undefined;
  /** What it is a line of. */
  readonly mark: StructureElement;
  /** The entry in the bookmarks that leads here, and the name of the place. */
  readonly bookmark?: { readonly id: string; readonly text: string; readonly level: number };
  /** For the last line of an entry in the contents: the place it leads to, whose page is put at its end. */
  readonly leadsTo?: string;
};

/** A picture, as high as it is drawn; the height of its piece is more, by the space above and below. */
export type DrawnPicture = {
  readonly type: "picture";
  readonly picture: Picture;
  readonly xPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly mark: StructureElement;
};

/** A shape of a chart whose words are set: a line of text has its baseline at `y`. */
export type SetShape =
  | Exclude<Shape, { readonly type: "text" }>
  | {
      readonly type: "line of text";
      readonly line: Line;
      readonly sizePt: number;
      readonly x: number;
      readonly y: number;
      readonly fill: string;
    };

/** A chart as wide as the text, scaled; the height of its piece is more, by the space above and below. */
export type DrawnChart = {
  readonly type: "chart";
  readonly shapes: readonly SetShape[];
  readonly scale: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly mark: StructureElement;
};

/** Rows of a table, `from` inclusive, `to` exclusive; with the head rows again above them when they go on. */
export type TableRows = {
  readonly type: "rows";
  readonly table: MeasuredTable;
  readonly from: number;
  readonly to: number;
};

/** What may be put on a page as one piece. Heights in points. */
export type FlowPiece = {
  readonly content: TextLine | TableRows | DrawnPicture | DrawnChart | { readonly type: "empty" };
  readonly heightPt: number;
  /** Space above it, but not at the head of a page. */
  readonly spaceAbovePt: number;
  /** It does not stand at the foot of a page without what follows: headings, table heads, the end before a signature. */
  readonly keepWithNext: boolean;
  /** It begins a page. */
  readonly startsPage?: boolean;
};

export type Page = readonly FlowPiece[];
