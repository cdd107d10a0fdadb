import wording from "../../../templates/wording.json" with { type: "json" };
import type { CarriedFile } from "../../document/tree.ts";
import { FileFault } from "../file-fault.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { HandEdits, OpenedFile } from "../opened-file.ts";
import { type OfficePackage, openPackage } from "../package/office-package.ts";
import { xmlTokens } from "../package/xml-tokens.ts";
import { bodyTextIn, textOfUnits } from "./edits/body-text.ts";
import { bodyUnitsIn, bodyUnitsOf } from "./edits/body-units.ts";
import { handEditsBetween } from "./edits/hand-edits.ts";
import { readBody } from "./found/read-body.ts";
import { carriedNamespace } from "./package/carried.ts";

const mainPart = "word/document.xml";
const customPart = /^customXml\/item\d*\.xml$/;

/**
 * Looks into a DOCX, whichever program saved it.
 *
 * @throws FileFault when the container is cut off, of another kind or made to swell
 */
export function openDocx(bytes: Uint8Array): OpenedFile & { readonly edits: HandEdits } {
  const parts = openPackage(bytes);
  if (!parts.names.includes(mainPart)) throw new FileFault("otherKind");
  const item = carriedItem(parts);
  const fingerprint = item?.fingerprint;
  const isDamaged = parts.asItIs(mainPart)?.isAltered === true;
  const main = isDamaged ? "" : (parts.text(mainPart) ?? "");
  return {
    carried: item?.carried,
    isAltered: item?.isAltered ?? false,
    edits: {
      wasEdited: isDamaged
        ? undefined
        : fingerprint !== undefined && fingerprintOf(bodyTextIn(main)) !== fingerprint,
      since: (document) => {
        const written = bodyUnitsOf(document);
        if (isDamaged || fingerprintOf(textOfUnits(written)) !== fingerprint) return undefined;
        const edits = handEditsBetween(written, bodyUnitsIn(main));
        return edits?.length === 0 ? undefined : edits;
      },
    },
    read: () => readBody(parts, wording.notRead),
  };
}

type CarriedItem = {
  readonly carried: CarriedFile;
  readonly fingerprint: string;
  readonly isAltered: boolean;
};

/** An altered part is read all the same: what can still be read of it is more than nothing. */
function carriedItem(parts: OfficePackage): CarriedItem | undefined {
  for (const name of parts.names.filter((each) => customPart.test(each))) {
    const part = parts.asItIs(name);
    const xml = new TextDecoder().decode(part?.bytes);
    if (xml.includes(carriedNamespace)) return itemIn(xml, part?.isAltered ?? false);
  }
  return undefined;
}

/** LibreOffice may write the element with a prefix. A file of before has no checksum; then that of the zip counts. */
function itemIn(xml: string, isPartAltered: boolean): CarriedItem | undefined {
  let attributes: Readonly<Record<string, string>> | undefined;
  let content = "";
  for (const token of xmlTokens(xml)) {
    if (token.type === "start" && /^(?:\w+:)?carried$/.test(token.name)) attributes = token.attributes;
    if (token.type === "text" && attributes) content += token.text;
    if (token.type === "end") break;
  }
  if (!attributes) return undefined;
  const text = attributes.encoding === "json" ? unquoted(content) : content;
  if (text === undefined) return undefined;
  const { name = "", mediaType = "", description = "", fingerprint = "", checksum } = attributes;
  const isAltered = checksum === undefined ? isPartAltered : fingerprintOf(text) !== checksum;
  return { carried: { name, mediaType, text, description }, fingerprint, isAltered };
}

function unquoted(content: string): string | undefined {
  try {
    const text: unknown = JSON.parse(content);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
