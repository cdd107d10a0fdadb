import { fontOf, type Style, type StyleFont, type TextStyle } from "../../style.ts";
import { type Page, twipsOfPt } from "../fit/page.ts";
import { element, setting, type XmlElement } from "../xml/element.ts";
import { styleIds } from "./style-names.ts";

/** A named paragraph style; what is left out is inherited from `Normal`. */
export type ParagraphStyle = {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly paragraph?: readonly XmlElement[];
  readonly run?: readonly XmlElement[];
};

/** A style on `Normal`, offered to the clerk. */
export function paragraphStyle({ id, name, next, paragraph = [], run = [] }: ParagraphStyle): XmlElement {
  const builtIn = !id.startsWith("Table") && id !== styleIds.figure;
  return element(
    "w:style",
    { "w:type": "paragraph", ...(builtIn ? {} : { "w:customStyle": "1" }), "w:styleId": id },
    [
      setting("w:name", name),
      setting("w:basedOn", styleIds.normal),
      ...(next ? [setting("w:next", next)] : []),
      element("w:qFormat"),
      element("w:pPr", {}, paragraph),
      element("w:rPr", {}, run),
    ],
  );
}

/** Spacing, indent and alignment, in the order the schema wants. */
export function paragraphOf(of: TextStyle, page: Page): XmlElement[] {
  const pitch = of.linePitchPt === undefined ? page.linePitch : twipsOfPt(of.linePitchPt);
  const indent = element("w:ind", {
    "w:firstLineChars": of.indentCharacters * 100,
    // For readers that do not count in characters.
    "w:firstLine": of.indentCharacters * page.characterPitch,
  });
  return [
    spacing(pitch, (of.linesAfter ?? 0) * page.linePitch),
    ...(of.indentCharacters > 0 ? [indent] : []),
    alignment(of.align),
  ];
}

/** Only text of the body's size sits on the body's character pitch. */
export function runOf(style: Style, of: TextStyle, page: Page): XmlElement[] {
  const onPitch = of.sizePt === style.text.body.sizePt;
  return [
    fonts(fontOf(style, of.font)),
    ...(of.colour ? [setting("w:color", of.colour)] : []),
    setting("w:spacing", onPitch ? page.characterSpacing : 0),
    ...size(of.sizePt),
  ];
}

/** Exact pitch and the room after, in twips; a pitch of 0 is left to the reader. */
export function spacing(exactPitch: number, after = 0): XmlElement {
  const line = exactPitch > 0 ? { "w:line": exactPitch, "w:lineRule": "exact" } : {};
  return element("w:spacing", { "w:before": 0, "w:after": after, ...line });
}

/** `justify` is what CSS calls it. */
export function alignment(align: string): XmlElement {
  return setting("w:jc", align === "justify" ? "both" : align);
}

/** A face for every kind of character: one that is not named is taken from elsewhere. */
export function fonts(font: StyleFont): XmlElement {
  return element("w:rFonts", {
    "w:ascii": font.latin,
    "w:eastAsia": font.eastAsia,
    "w:hAnsi": font.latin,
    "w:cs": font.latin,
  });
}

/** Word counts type in half points. */
export function size(pt: number): XmlElement[] {
  const halfPoints = Math.round(pt * 2);
  return [setting("w:sz", halfPoints), setting("w:szCs", halfPoints)];
}
