import type { CellRole } from "../../../document/tree.ts";
import { fontOf, type Style, type TextStyle } from "../../style.ts";
import { type Page, pageOf, twipsOfPt } from "../fit/page.ts";
import { element, setting, type XmlElement } from "../xml/element.ts";
import { styleIds } from "./style-names.ts";
import { alignment, fonts, paragraphOf, paragraphStyle, runOf, size, spacing } from "./style-properties.ts";
import { tableStyles } from "./table-style.ts";

/**
 * The whole style sheet. `Normal` is the body face at the body size, so that a character as a unit of indent
 * is a character of the body; it has no indent of its own, as empty lines and cells are based on it too.
 *
 * @throws if a text style names a font that the style does not have
 */
export function styleSheet(style: Style, language: string): XmlElement[] {
  const page = pageOf(style);
  return [
    documentDefaults(style, language),
    normalStyle(style, page),
    ...textStyles(style, page),
    ...cellStyles(style),
    ...tableStyles(style),
    contentsHeadingStyle(style, page),
    ...contentsStyles(style, page),
    ...asHeadingStyles(style),
    figureStyle(),
    captionStyle(style, page),
    headerStyle(),
    footerStyle(style),
    gapStyle(),
  ];
}

function documentDefaults(style: Style, language: string): XmlElement {
  const run = element("w:rPr", {}, [
    fonts(fontOf(style, style.text.body.font)),
    ...size(style.text.body.sizePt),
    // Western text is called English: with Chinese for both, LibreOffice breaks lines within numbers.
    element("w:lang", { "w:val": "en-US", "w:eastAsia": language }),
  ]);
  return element("w:docDefaults", {}, [
    element("w:rPrDefault", {}, [run]),
    element("w:pPrDefault", {}, [element("w:pPr", {}, [spacing(0)])]),
  ]);
}

function normalStyle(style: Style, page: Page): XmlElement {
  const body = style.text.body;
  return element("w:style", { "w:type": "paragraph", "w:default": "1", "w:styleId": styleIds.normal }, [
    setting("w:name", "Normal"),
    element("w:qFormat"),
    element("w:pPr", {}, [
      // Widow control would leave pages of 21 lines.
      setting("w:widowControl", "0"),
      // Word's own default, said aloud: LibreOffice reads the setting upside down (seen in 7.4), hangs punctuation
      // without it, and then does not print what hangs.
      setting("w:overflowPunct", "1"),
      spacing(page.linePitch),
    ]),
    element("w:rPr", {}, [
      fonts(fontOf(style, body.font)),
      setting("w:spacing", page.characterSpacing),
      ...size(body.sizePt),
    ]),
  ]);
}

function textStyles(style: Style, page: Page): XmlElement[] {
  const { title, heading1, heading2, heading3, heading4, body, signature } = style.text;
  const text = (id: string, name: string, of: TextStyle, next: string = styleIds.body) =>
    paragraphStyle({ id, name, next, paragraph: paragraphOf(of, page), run: runOf(style, of, page) });
  return [
    text(styleIds.title, "Title", title),
    heading(style, page, 1, heading1),
    heading(style, page, 2, heading2),
    heading(style, page, 3, heading3),
    heading(style, page, 4, heading4),
    text(styleIds.body, "Body Text", body),
    paragraphStyle({
      id: styleIds.signature,
      name: "Signature",
      next: styleIds.signature,
      paragraph: [
        spacing(page.linePitch),
        element("w:ind", {
          "w:rightChars": signature.indentCharacters * 100,
          "w:right": signature.indentCharacters * page.characterPitch,
        }),
        alignment(signature.align),
      ],
      run: runOf(style, signature, page),
    }),
  ];
}

function heading(style: Style, page: Page, level: 1 | 2 | 3 | 4, of: TextStyle): XmlElement {
  return paragraphStyle({
    id: styleIds.headings[level],
    name: `heading ${level}`,
    next: styleIds.body,
    paragraph: [element("w:keepNext"), ...paragraphOf(of, page), setting("w:outlineLvl", level - 1)],
    run: runOf(style, of, page),
  });
}

/** The face and colour of a heading for a sentence within a paragraph. */
function asHeadingStyles(style: Style): XmlElement[] {
  return ([2, 3, 4] as const).map((level) => {
    const { font, colour } = style.text[`heading${level}`];
    return element(
      "w:style",
      { "w:type": "character", "w:customStyle": "1", "w:styleId": styleIds.asHeadings[level] },
      [
        setting("w:name", `heading ${level} Char`),
        element("w:rPr", {}, [fonts(fontOf(style, font)), ...(colour ? [setting("w:color", colour)] : [])]),
      ],
    );
  });
}

/** One style for each role of a table cell, each with the table's exact pitch. */
function cellStyles(style: Style): XmlElement[] {
  const names: Readonly<Record<CellRole, string>> = {
    head: "Table Head",
    label: "Table Label",
    caption: "Table Caption",
    value: "Table Value",
    total: "Table Total",
    text: "Table Text",
  };
  const { sizePt, linePitchPt, roles } = style.table;
  return (Object.keys(names) as CellRole[]).map((role) =>
    paragraphStyle({
      id: styleIds.cells[role],
      name: names[role],
      paragraph: [spacing(twipsOfPt(linePitchPt)), alignment(roles[role].align)],
      run: [fonts(fontOf(style, roles[role].font)), setting("w:spacing", 0), ...size(sizePt)],
    }),
  );
}

function footerStyle(style: Style): XmlElement {
  const { font, sizePt } = style.pageNumber;
  return paragraphStyle({
    id: styleIds.footer,
    name: "footer",
    // The pitch is the size of the figures: the distance under the text area counts from their middle.
    paragraph: [spacing(twipsOfPt(sizePt))],
    run: [fonts(fontOf(style, font)), setting("w:spacing", 0), ...size(sizePt)],
  });
}

/** The heading of the contents: the face of the first level in the middle, a line free under it, in no outline. */
function contentsHeadingStyle(style: Style, page: Page): XmlElement {
  const of: TextStyle = { ...style.text.heading1, align: "center", indentCharacters: 0, linesAfter: 1 };
  return paragraphStyle({
    id: styleIds.contentsHeading,
    name: "TOC Heading",
    next: styleIds.body,
    paragraph: paragraphOf(of, page),
    run: runOf(style, of, page),
  });
}

/** Entries of a table of contents: dots up to the page number at the right edge, the second level indented. */
function contentsStyles(style: Style, page: Page): XmlElement[] {
  const { body } = style.text;
  const edge = { "w:val": "right", "w:leader": "dot", "w:pos": page.textWidth };
  return ([1, 2] as const).map((level) =>
    paragraphStyle({
      id: styleIds.contents[level],
      name: `toc ${level}`,
      next: styleIds.body,
      paragraph: [
        element("w:tabs", {}, [element("w:tab", edge)]),
        spacing(page.linePitch),
        element("w:ind", {
          "w:leftChars": (level - 1) * body.indentCharacters * 100,
          "w:left": (level - 1) * body.indentCharacters * page.characterPitch,
        }),
        alignment("left"),
      ],
      run: runOf(style, body, page),
    }),
  );
}

/** The one style whose line grows with what is in it: under an exact pitch Word cuts a drawing off. */
function figureStyle(): XmlElement {
  return paragraphStyle({
    id: styleIds.figure,
    name: "Figure",
    next: styleIds.body,
    paragraph: [
      element("w:spacing", { "w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto" }),
      alignment("center"),
    ],
    run: size(1),
  });
}

/** The line under a picture, of the size of tables. */
function captionStyle(style: Style, page: Page): XmlElement {
  const { font, sizePt } = style.table;
  return paragraphStyle({
    id: styleIds.caption,
    name: "caption",
    next: styleIds.body,
    paragraph: [spacing(page.linePitch), alignment("center")],
    run: [fonts(fontOf(style, font)), setting("w:spacing", 0), ...size(sizePt)],
  });
}

/** Only a stamp stands in the header. */
function headerStyle(): XmlElement {
  return paragraphStyle({
    id: styleIds.header,
    name: "header",
    paragraph: [spacing(twipsOfPt(1))],
    run: size(1),
  });
}

/** A line of almost no height, for the places where Word demands a paragraph around a table. */
function gapStyle(): XmlElement {
  return paragraphStyle({
    id: styleIds.tableGap,
    name: "Table Gap",
    paragraph: [spacing(twipsOfPt(1))],
    run: size(1),
  });
}
