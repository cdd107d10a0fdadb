import type { PDFDocumentProxy } from "pdfjs-dist";
import wording from "../../../templates/wording.json" with { type: "json" };
import type { CarriedFile } from "../../document/tree.ts";
import { fill } from "../../edition/wording.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { OpenedFile } from "../opened-file.ts";
import { carriedTypeIn } from "./file/carried.ts";
import { countPictures } from "./file/count-pictures.ts";
import { withPdf } from "./found/with-pdf.ts";

/**
 * Looks into a PDF.
 *
 * @throws FileFault see `withPdf`
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedFile> {
  const carried = await withPdf(bytes, carriedIn);
  return {
    ...carried,
    read: async () => {
      const { readPages } = await import("./found/read-pages.ts");
      const found = await withPdf(bytes, readPages);
      const count = countPictures(bytes);
      if (count === 0) return found;
      return { ...found, notRead: [...found.notRead, fill(wording.notRead.pictures, { count })] };
    },
  };
}

type Attachment = { readonly rawFilename: string; readonly description: string; readonly content: unknown };
type Carried = { readonly carried: CarriedFile | undefined; readonly isAltered: boolean };

async function carriedIn(document: PDFDocumentProxy): Promise<Carried> {
  const attachments = (await document.getAttachments()) as Record<string, Attachment> | null;
  for (const [key, { rawFilename, description, content }] of Object.entries(attachments ?? {})) {
    const known = carriedTypeIn(key);
    if (!known || !(content instanceof Uint8Array)) continue;
    // Not strict: a byte that is no longer UTF-8 is told by the checksum.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
    return {
      carried: { name: rawFilename, mediaType: known.mediaType, text, description },
      isAltered: known.checksum !== undefined && known.checksum !== fingerprintOf(text),
    };
  }
  return { carried: undefined, isAltered: false };
}
