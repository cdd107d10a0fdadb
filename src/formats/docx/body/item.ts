import type { Item } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";
import { pageOf } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { element, paragraphOf, type XmlElement } from "../xml/element.ts";
import { markedRun } from "./runs.ts";

/** An item begins with its marker, like a paragraph of the body; those of inner lists stand further in. */
export function itemParagraph(item: Item, style: Style): XmlElement {
  const { indentCharacters } = style.text.body;
  const { characterPitch } = pageOf(style);
  const inward = (item.level - 1) * indentCharacters;
  const indent = element("w:ind", {
    "w:leftChars": inward * 100,
    "w:left": inward * characterPitch,
    "w:firstLineChars": indentCharacters * 100,
    "w:firstLine": indentCharacters * characterPitch,
  });
  const marker = item.marker === "" ? [] : [{ text: item.marker }];
  return paragraphOf(styleIds.body, [...marker, ...item.runs].map(markedRun), inward > 0 ? [indent] : []);
}
