import type { FoundRun } from "../../../document/found.ts";
import { offLineDigits } from "../../lines/off-line-digits.ts";
import { childAt, elementsIn, textIn, type XmlElement } from "../../package/xml-tree.ts";
import { settingOf } from "./paragraph-styles.ts";
import { isDrawnPicture } from "./picture.ts";

/** What stands in a paragraph: text, and the drawings and text boxes that hang on it. */
export type Inline = {
  readonly runs: readonly FoundRun[];
  readonly drawings: readonly XmlElement[];
  /** The contents of text boxes: paragraphs and tables. */
  readonly boxes: readonly XmlElement[];
  readonly footnotes: number;
  /** Words that are struck out stand there too, and are left out. */
  readonly struck: boolean;
};

/** The fields that are open, outermost first: a table of contents goes over many paragraphs (17.16). */
export type Fields = { readonly open: string[] };

type Marks = Omit<FoundRun, "text">;
type Collected = {
  runs: FoundRun[];
  drawings: XmlElement[];
  boxes: XmlElement[];
  footnotes: number;
  struck: boolean;
};

/** Tracked changes are read as they were accepted: what was deleted or moved away is not there. */
const notThere = new Set(["w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:delText", "w:sdtPr", "w:sdtEndPr"]);

export function inlineOf(paragraph: XmlElement, fields: Fields): Inline {
  const found: Collected = { runs: [], drawings: [], boxes: [], footnotes: 0, struck: false };
  for (const child of elementsIn(paragraph)) collect(child, {}, fields, found);
  return { ...found, runs: joined(found.runs) };
}

function collect(element: XmlElement, marks: Marks, fields: Fields, found: Collected): void {
  if (notThere.has(element.name)) return;
  const inside = (inner: Marks) => {
    for (const child of elementsIn(element)) collect(child, inner, fields, found);
  };
  const say = (text: string) => {
    if (!isContents(fields)) found.runs.push({ text, ...marks });
  };
  switch (element.name) {
    case "w:r":
      readRun(element, found, () => inside({ ...marks, ...marksOf(element) }));
      return;
    case "w:t":
      say(textIn(element));
      return;
    case "w:tab":
    case "w:ptab":
      say("\t");
      return;
    case "w:br":
    case "w:cr":
      if (element.attributes["w:type"] !== "page") say("\n");
      return;
    case "w:noBreakHyphen":
      say("-");
      return;
    case "w:fldChar":
      passField(element, fields);
      return;
    case "w:instrText":
      if (fields.open.length > 0) fields.open.push(`${fields.open.pop()}${textIn(element)}`);
      return;
    case "w:sdt": {
      const figure = settingOf(childAt(element, "w:sdtPr"), "w:tag");
      inside(figure === undefined ? marks : { ...marks, figure });
      return;
    }
    case "mc:AlternateContent": {
      // The same thing twice, for newer and for older programs.
      const chosen = childAt(element, "mc:Choice") ?? childAt(element, "mc:Fallback");
      if (chosen) collect(chosen, marks, fields, found);
      return;
    }
    case "w:footnoteReference":
    case "w:endnoteReference":
      found.footnotes += 1;
      return;
    case "w:txbxContent":
      found.boxes.push(element);
      return;
    case "w:drawing":
      found.drawings.push(element);
      // The words on the shapes of a drawing that says in words what it shows are no text of their own.
      if (!isDrawnPicture(element)) inside(marks);
      return;
    case "w:pict":
    case "w:object":
      found.drawings.push(element);
  }
  inside(marks);
}

/** A run that is hidden or struck out is none; digits above or below the line stay apart from those on it. */
function readRun(run: XmlElement, found: Collected, read: () => void): void {
  if (isOn(run, "w:vanish")) return;
  if (isOn(run, "w:strike") || isOn(run, "w:dstrike")) {
    found.struck ||= textIn(childAt(run, "w:t") ?? run).trim() !== "";
    return;
  }
  const before = found.runs.length;
  read();
  const align = settingOf(childAt(run, "w:rPr"), "w:vertAlign");
  const place = align === "superscript" ? "above" : align === "subscript" ? "below" : undefined;
  if (place === undefined) return;
  const off = found.runs.splice(before);
  found.runs.push(...off.map((own) => ({ ...own, text: offLineDigits(own.text, place) })));
}

function marksOf(run: XmlElement): Marks {
  return {
    ...(isOn(run, "w:b") ? { strong: true } : {}),
    ...(isOn(run, "w:i") ? { emphasis: true } : {}),
  };
}

/** A switch of the run's properties (17.17.4): on by its name alone. */
function isOn(run: XmlElement, name: string): boolean {
  const property = childAt(run, "w:rPr", name);
  return property !== undefined && !["0", "false", "off"].includes(property.attributes["w:val"] ?? "");
}

function passField(mark: XmlElement, { open }: Fields): void {
  if (mark.attributes["w:fldCharType"] === "begin") open.push("");
  if (mark.attributes["w:fldCharType"] === "end") open.pop();
}

/** A table of contents is made anew by whoever opens the file; it is no text of the report. */
function isContents({ open }: Fields): boolean {
  return open.some((field) => /^\s*TOC\b/.test(field));
}

/** Word cuts runs where it has checked the spelling, or where somebody once edited. */
function joined(runs: readonly FoundRun[]): FoundRun[] {
  const result: FoundRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const isSame =
      last && last.strong === run.strong && last.emphasis === run.emphasis && last.figure === run.figure;
    if (isSame) result.splice(-1, 1, { ...last, text: last.text + run.text });
    else if (run.text !== "") result.push(run);
  }
  return result;
}
