import type { Style } from "../../style.ts";
import { twipsOfMm } from "../fit/page.ts";
import { element, setting, type XmlElement } from "../xml/element.ts";
import { styleIds } from "./style-names.ts";

const sides = ["top", "left", "bottom", "right", "insideH", "insideV"] as const;

/** The named table style with lines and cell margins, and the built-in one it is based on. */
export function tableStyles(style: Style): XmlElement[] {
  const { borderPt, cellPaddingMm } = style.table;
  // Lines are counted in eighths of a point.
  const line = { "w:val": "single", "w:sz": Math.round(borderPt * 8), "w:space": 0, "w:color": "auto" };
  const margin = (side: string, mm: number) =>
    element(`w:${side}`, { "w:w": twipsOfMm(mm), "w:type": "dxa" });
  return [
    element("w:style", { "w:type": "table", "w:default": "1", "w:styleId": styleIds.tableNormal }, [
      setting("w:name", "Normal Table"),
      element("w:semiHidden"),
      element("w:tblPr", {}, [element("w:tblInd", { "w:w": 0, "w:type": "dxa" })]),
    ]),
    element("w:style", { "w:type": "table", "w:styleId": styleIds.table }, [
      setting("w:name", "Table Grid"),
      setting("w:basedOn", styleIds.tableNormal),
      element("w:tblPr", {}, [
        element(
          "w:tblBorders",
          {},
          sides.map((side) => element(`w:${side}`, line)),
        ),
        element("w:tblCellMar", {}, [
          margin("top", cellPaddingMm.vertical),
          margin("left", cellPaddingMm.horizontal),
          margin("bottom", cellPaddingMm.vertical),
          margin("right", cellPaddingMm.horizontal),
        ]),
      ]),
    ]),
  ];
}
