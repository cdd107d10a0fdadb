import { Header } from "docx";
import type { Style } from "../../style.ts";
import { pageOf } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { asParagraph, element, paragraphOf, type XmlElement } from "../xml/element.ts";

/** Headers that hold nothing but a stamp; `first` is for the clerk who lets the first page differ in Word. */
export type StampHeaders = { readonly default: Header; readonly first: Header; readonly even: Header };

/**
 * The stamp behind the text of each page, as Word's own watermark command writes it: WordArt in the headers,
 * under the name by which "remove watermark" finds it.
 */
export function stampHeaders(stamp: string, style: Style): StampHeaders {
  return { default: header(stamp, style, 1), first: header(stamp, style, 2), even: header(stamp, style, 3) };
}

function header(stamp: string, style: Style, number: number): Header {
  const picture = element("w:pict", {}, [wordArtType(), wordArt(stamp, style, number)]);
  const run = element("w:r", {}, [element("w:rPr", {}, [element("w:noProof")]), picture]);
  return new Header({ children: [asParagraph(paragraphOf(styleIds.header, [run]))] });
}

/** The definition of plain WordArt text, shape type 136 of VML. Word wants it with the first shape of a part. */
function wordArtType(): XmlElement {
  const formulas = [
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
  ].map((eqn) => element("v:f", { eqn }));
  return element(
    "v:shapetype",
    {
      id: "_x0000_t136",
      coordsize: "21600,21600",
      "o:spt": 136,
      adj: "10800",
      path: "m@7,l@8,m@5,21600l@6,21600e",
    },
    [
      element("v:formulas", {}, formulas),
      element("v:path", {
        textpathok: "t",
        "o:connecttype": "custom",
        "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
        "o:connectangles": "270,180,90,0",
      }),
      element("v:textpath", { on: "t", fitshape: "t" }),
      element("v:handles", {}, [element("v:h", { position: "#0,bottomRight", xrange: "6629,14971" })]),
      element("o:lock", { "v:ext": "edit", text: "t", shapetype: "t" }),
    ],
  );
}

function wordArt(stamp: string, style: Style, number: number): XmlElement {
  const { width, height } = stampSizePt(stamp, style);
  const face = style.fonts[style.text.heading1.font]?.eastAsia ?? "";
  const place = [
    "position:absolute;margin-left:0;margin-top:0",
    `width:${width}pt;height:${height}pt;rotation:315;z-index:-251658752`,
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin",
    "mso-position-vertical:center;mso-position-vertical-relative:margin",
  ].join(";");
  return element(
    "v:shape",
    {
      id: `PowerPlusWaterMarkObject${number}`,
      "o:spid": `_x0000_s${2048 + number}`,
      alt: stamp,
      type: "#_x0000_t136",
      style: place,
      "o:allowincell": "f",
      fillcolor: "silver",
      stroked: "f",
    },
    [
      element("v:fill", { opacity: ".5" }),
      element("v:textpath", { style: `font-family:"${face}";font-size:1pt`, string: stamp }),
    ],
  );
}

/** As large as fits the width of the text when turned by 45 degrees; characters stay as high as wide. */
function stampSizePt(stamp: string, style: Style): { readonly width: number; readonly height: number } {
  const characters = Math.max(1, [...stamp].length);
  const room = pageOf(style).textWidth / 20;
  const width = Math.floor((room * Math.SQRT2) / (1 + 1 / characters));
  return { width, height: Math.floor(width / characters) };
}
