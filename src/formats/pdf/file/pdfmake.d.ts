/**
 * The part of pdfmake 0.3.11 that the writer uses: it makes the document, with the fonts' subsetting, the colour
 * profile and the file's objects. The document itself is one of pdfkit's, on which the pages are drawn. pdfmake ships
 * no types. Names that begin with `_` are not in pdfkit's manual; each is explained where it is used.
 */
declare module "pdfmake/build/pdfmake.min.js" {
  export type DocumentDefinition = {
    readonly pageSize: { readonly width: number; readonly height: number };
    readonly pageMargins: number;
    readonly content: readonly [];
    readonly info: Readonly<Record<string, string | Date>>;
    readonly language: string;
    readonly displayTitle: boolean;
    readonly version: "1.7";
    readonly subset: "PDF/A-3b";
    readonly tagged: boolean;
  };

  /** An object of the file. `data` may be changed until `end`, which writes it; a chunk makes it a stream. */
  export type PdfObject = {
    readonly data: Record<string, unknown>;
    end: (chunk?: Uint8Array | string) => void;
  };

  /** A face as it will stand in the file; `unicode` tells the characters of each glyph. */
  export type EmbeddedFont = { readonly unicode: number[][]; readonly font: OpenFont };

  /** A face as fontkit reads it. A path is in units of the em, upwards from the baseline. */
  export type OpenFont = {
    readonly unitsPerEm: number;
    readonly layout: (text: string) => { readonly glyphs: readonly FontGlyph[] };
  };

  export type FontGlyph = {
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly PathCommand[] };
  };

  export type PathCommand = {
    readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
    readonly args: readonly number[];
  };

  /** A stretch of a page's content that is marked. */
  export type MarkedContent = { readonly refs: readonly { readonly mcid: number }[] };

  export type PdfStructure = {
    readonly dictionary: PdfObject;
    readonly add: (child: PdfStructure | MarkedContent) => void;
    readonly end: () => void;
  };

  export type StructureOptions = {
    readonly alt?: string;
    /** Left, top, right, bottom, from the upper left corner of the page. */
    readonly bbox?: readonly [number, number, number, number];
    readonly placement?: "Block";
  };

  export type PdfOutline = {
    /** An entry that leads to a place of the current page; `left` is reckoned from the right edge. */
    readonly addItem: (
      title: string,
      place: {
        readonly expanded: boolean;
        readonly fit: false;
        readonly left: number;
        readonly top: number;
        readonly pageNumber: null;
      },
    ) => PdfOutline;
  };

  export type TextOptions = {
    readonly lineBreak: false;
    readonly baseline: "alphabetic";
    readonly characterSpacing: number;
  };

  /** Lengths in points from the upper left corner of the current page. */
  export type PdfDocument = {
    readonly addPage: (options: { readonly size: readonly [number, number]; readonly margin: 0 }) => void;
    readonly switchToPage: (index: number) => void;
    readonly addNamedDestination: (name: string, kind: "XYZ", x: number, y: number, zoom: null) => void;
    readonly annotate: (x: number, y: number, width: number, height: number, options: object) => void;
    readonly outline: PdfOutline;

    readonly registerFont: (name: string, bytes: Uint8Array) => void;
    readonly font: (name: string) => PdfDocument;
    readonly fontSize: (size: number) => PdfDocument;
    readonly text: (text: string, x: number, y: number, options: TextOptions) => void;

    readonly save: () => PdfDocument;
    readonly restore: () => PdfDocument;
    readonly translate: (x: number, y: number) => PdfDocument;
    readonly scale: (factor: number, vertical?: number) => PdfDocument;
    readonly rotate: (degrees: number) => PdfDocument;
    readonly fillColor: (colour: string) => PdfDocument;
    readonly strokeColor: (colour: string) => PdfDocument;
    readonly lineWidth: (width: number) => PdfDocument;
    readonly moveTo: (x: number, y: number) => PdfDocument;
    readonly lineTo: (x: number, y: number) => PdfDocument;
    readonly rect: (x: number, y: number, width: number, height: number) => PdfDocument;
    readonly roundedRect: (
      x: number,
      y: number,
      width: number,
      height: number,
      radius: number,
    ) => PdfDocument;
    readonly bezierCurveTo: (
      x1: number,
      y1: number,
      x2: number,
      y2: number,
      x: number,
      y: number,
    ) => PdfDocument;
    readonly closePath: () => PdfDocument;
    readonly fill: () => PdfDocument;
    readonly stroke: () => PdfDocument;
    readonly image: (
      bytes: ArrayBuffer,
      x: number,
      y: number,
      size: { readonly width: number; readonly height: number },
    ) => void;

    readonly markContent: (tag: "Artifact", options: { readonly type: string }) => void;
    readonly markStructureContent: (type: string) => MarkedContent;
    readonly endMarkedContent: () => void;
    readonly struct: (type: string, options?: StructureOptions) => PdfStructure;
    readonly addStructure: (element: PdfStructure) => void;
    readonly getStructTreeRoot: () => PdfObject;

    ref: (data: Record<string, unknown>) => PdfObject;
    readonly addNamedEmbeddedFile: (name: string, fileSpecification: PdfObject) => void;
    /** What is written as XMP. */
    metadata: {
      readonly append: (xml: string) => void;
      readonly end: () => void;
      readonly getXML: () => string;
      readonly getLength: () => number;
    };
    /** The catalogue. */
    readonly _root: PdfObject;
    /** The faces that were opened, by name. */
    readonly _fontFamilies: Readonly<Record<string, EmbeddedFont>>;
  };

  export type OutputDocument = {
    readonly getStream: () => Promise<PdfDocument>;
    /** Ends the document and gives its bytes. */
    readonly getBuffer: () => Promise<Uint8Array>;
  };

  export type PdfMake = {
    readonly setUrlAccessPolicy: (allows: (url: string) => boolean) => void;
    /** A browser has no files to keep it from. */
    readonly setLocalAccessPolicy?: (allows: (path: string) => boolean) => void;
    readonly createPdf: (
      definition: DocumentDefinition,
      options: { readonly bufferPages: boolean },
    ) => OutputDocument;
  };

  const pdfMake: PdfMake;
  // biome-ignore lint/style/noDefaultExport: pdfmake exports it so
  export default pdfMake;
}

/** Its build for Node, which does the same. */
declare module "pdfmake" {
  import pdfMake from "pdfmake/build/pdfmake.min.js";
  // biome-ignore lint/style/noDefaultExport: pdfmake exports it so
  export default pdfMake;
}
