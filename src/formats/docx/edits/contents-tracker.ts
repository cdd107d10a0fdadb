import type { XmlToken } from "../../package/xml-tokens.ts";
import { styleIds } from "../styles/style-names.ts";

/** Tells, token by token, whether the reading stands in a table of contents. */
export type ContentsTracker = { readonly pass: (token: XmlToken) => void; readonly isInside: () => boolean };

/**
 * A table of contents is a field (TOC), often inside a content control of that gallery with its heading, which has
 * a style of its own where the control is gone. Word nests fields (PAGEREF) in it, and splits the name of a field
 * over pieces of text.
 */
export function trackContents(): ContentsTracker {
  const fields: string[] = [];
  const controls: boolean[] = [];
  let inInstruction = false;
  let inHeading = false;
  return {
    pass: (token) => {
      if (token.type === "text") {
        if (inInstruction && fields.length > 0) fields.push((fields.pop() ?? "") + token.text);
        return;
      }
      const starts = token.type === "start";
      switch (token.name) {
        case "w:instrText":
          inInstruction = starts;
          return;
        case "w:p":
          inHeading = false;
          return;
        case "w:pStyle":
          if (starts) inHeading = token.attributes["w:val"] === styleIds.contentsHeading;
          return;
        case "w:sdt":
          if (starts) controls.push(false);
          else controls.pop();
          return;
        case "w:docPartGallery":
          if (starts && token.attributes["w:val"] === "Table of Contents") controls.splice(-1, 1, true);
          return;
        case "w:fldChar":
          if (!starts) return;
          if (token.attributes["w:fldCharType"] === "begin") fields.push("");
          if (token.attributes["w:fldCharType"] === "end") fields.pop();
      }
    },
    isInside: () => inHeading || controls.includes(true) || fields.some((name) => /^\s*TOC\b/.test(name)),
  };
}
