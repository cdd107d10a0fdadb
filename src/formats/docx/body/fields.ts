import { element, type XmlElement } from "../xml/element.ts";

/** The beginning of a field, up to what it shows. @param dirty Word renews it on opening */
export function fieldStart(instruction: string, dirty = false): XmlElement[] {
  const text = element("w:instrText", { "xml:space": "preserve" }, [instruction]);
  return [fieldMark("begin", dirty), element("w:r", {}, [text]), fieldMark("separate")];
}

export function fieldEnd(): XmlElement {
  return fieldMark("end");
}

function fieldMark(type: "begin" | "separate" | "end", dirty = false): XmlElement {
  const mark = { "w:fldCharType": type, ...(dirty ? { "w:dirty": "true" } : {}) };
  return element("w:r", {}, [element("w:fldChar", mark)]);
}
