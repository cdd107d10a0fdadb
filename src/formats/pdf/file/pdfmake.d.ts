/** The part of pdfmake 0.3.11, and of the pdfkit inside, that the writer uses. pdfmake ships no types. */
declare module "pdfmake/build/pdfmake.min.js" {
  type StructureElement = import("../tags/structure.ts").StructureElement;

  /** Left, top, right, bottom, in points. */
  export type Margin = readonly [number, number, number, number];

  export type TextRun = {
    readonly text: string;
    readonly font: string;
    readonly characterSpacing?: number;
    readonly color?: string;
    readonly decoration?: "underline";
    /** To what element of the structure it belongs. pdfmake keeps it beside the run. */
    readonly mark?: StructureElement;
  };

  export type TextNode = {
    readonly text: string | readonly TextRun[];
    readonly id?: string;
    readonly fontSize?: number;
    /** A factor of the face's own line height. */
    readonly lineHeight?: number;
    readonly noWrap?: boolean;
    readonly margin?: Margin;
    readonly pageBreak?: "before";
    readonly outline?: boolean;
    readonly outlineText?: string;
    readonly outlineParentId?: string;
    readonly outlineExpanded?: boolean;
  };

  export type CellNode =
    | { readonly text: string }
    | {
        readonly stack: readonly TextNode[];
        readonly colSpan: number;
        readonly rowSpan: number;
        readonly fillColor?: string;
      };

  export type TableNode = {
    readonly table: {
      readonly widths: readonly number[];
      readonly heights: readonly number[];
      readonly body: readonly (readonly CellNode[])[];
    };
    readonly layout: Readonly<Record<string, () => number>>;
    readonly margin?: Margin;
    readonly pageBreak?: "before";
  };

  export type SvgNode = {
    readonly svg: string;
    readonly width: number;
    readonly height: number;
    /** The face of words that name none. */
    readonly font: string;
    readonly options: { readonly warningCallback: (message: string) => void };
    readonly mark?: StructureElement;
    readonly margin?: Margin;
    readonly pageBreak?: "before";
  };

  export type Node = TextNode | TableNode | SvgNode;

  export type DocumentDefinition = {
    readonly pageSize: { readonly width: number; readonly height: number };
    readonly pageMargins: Margin;
    readonly content: readonly Node[];
    readonly footer: (page: number) => TextNode;
    /** Drawn before what stands on the page. */
    readonly background?: () => SvgNode;
    readonly defaultStyle: { readonly font: string };
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
  export type EmbeddedFont = { readonly unicode: number[][] };

  /** What pdfmake draws for a page, in order. Only lines and pictures tell what they are. */
  export type DrawnItem =
    | { readonly type: "line"; readonly item: DrawnLine }
    | { readonly type: "svg"; readonly item: DrawnPicture }
    | { readonly type: "vector"; readonly item: object };

  /** In points from the upper left corner of the page. */
  export type DrawnLine = {
    readonly x: number;
    readonly y: number;
    readonly inlines: readonly DrawnRun[];
    readonly getWidth: () => number;
    readonly getHeight: () => number;
  };

  export type DrawnPicture = {
    readonly x: number;
    readonly y: number;
    readonly _width: number;
    readonly _height: number;
    readonly mark?: StructureElement;
  };

  export type DrawnRun = Pick<TextRun, "decoration" | "mark"> & { readonly text: string };

  export type DrawnPage = {
    readonly content: { readonly buffer: Uint8Array[]; readonly write: (chunk: Uint8Array) => void };
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
    readonly outlineData: Record<string, unknown>;
    readonly children: readonly PdfOutline[];
  };

  /** pdfkit's document, drawn and not yet ended. */
  export type DrawnPdf = {
    ref: (data: Record<string, unknown>) => PdfObject;
    /** The catalogue. */
    readonly _root: PdfObject;
    readonly addNamedEmbeddedFile: (name: string, fileSpecification: PdfObject) => void;
    /** What is written as XMP. */
    metadata: {
      readonly append: (xml: string) => void;
      readonly end: () => void;
      readonly getXML: () => string;
      readonly getLength: () => number;
    };
    readonly _pdfMakePages: readonly { readonly items: readonly DrawnItem[] }[];
    readonly switchToPage: (index: number) => DrawnPage;
    readonly addContent: (operators: string) => void;
    readonly markStructureContent: (type: string) => MarkedContent;
    readonly endMarkedContent: () => void;
    readonly struct: (type: string, options?: StructureOptions) => PdfStructure;
    readonly annotate: (x: number, y: number, width: number, height: number, options: object) => void;
    readonly outline: PdfOutline;
    readonly addStructure: (element: PdfStructure) => void;
    readonly getStructTreeRoot: () => PdfObject;
    readonly _fontFamilies: Readonly<Record<string, EmbeddedFont>>;
  };

  export type OutputDocument = {
    readonly getStream: () => Promise<DrawnPdf>;
    /** Ends the document and gives its bytes. */
    readonly getBuffer: () => Promise<Uint8Array>;
  };

  export type PdfMake = {
    readonly virtualfs: { readonly writeFileSync: (name: string, content: Uint8Array) => void };
    readonly setFonts: (fonts: Readonly<Record<string, { readonly normal: string }>>) => void;
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
