import { decodeText } from "../report/file/decode-text.ts";
import type { OutputFormat } from "./formats.ts";

/** A kind of file that offices have and this program does not read; each has its sentence. */
export type OtherKind = "oldOffice" | "lockedOffice" | "archive" | "ofd" | "picture" | "savedOtherwise";

/** What a file is. A text may be a draft file. */
export type FileKind = { readonly format: OutputFormat } | { readonly unread: OtherKind };

const pictures = ["\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "RIFF", "II*\0", "MM\0*"];
const archives = ["Rar!", "7z\u00bc\u00af", "\u001f\u008b"];

/** By how the file begins and what it names inside, for its own name may say anything. */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) return containerKind(bytes);
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return { unread: oldOfficeKind(bytes) };
  if (start.includes("%PDF-")) return { format: "pdf" };
  if (pictures.some((opening) => start.startsWith(opening))) return { unread: "picture" };
  if (archives.some((opening) => start.startsWith(opening))) return { unread: "archive" };
  if (/^({\\rtf|From: |MIME-Version:)/i.test(start.trimStart())) return { unread: "savedOtherwise" };
  const isPage = decodeText(bytes.subarray(0, 1024))?.trimStart().startsWith("<");
  return { format: isPage ? "html" : "txt" };
}

/** The directory at the end names all parts; of a file that is cut off the local headers still do. */
function containerKind(bytes: Uint8Array): FileKind {
  const names = latin1(bytes);
  if (names.includes("word/document.xml")) return { format: "docx" };
  if (names.includes("xl/workbook.xml")) return { format: "xlsx" };
  if (names.includes("OFD.xml")) return { unread: "ofd" };
  return names.includes("[Content_Types].xml") ? { format: "docx" } : { unread: "archive" };
}

/** A Word file with a password is a container of the old kind, whose streams have names in UTF-16. */
function oldOfficeKind(bytes: Uint8Array): OtherKind {
  const name = [..."EncryptedPackage"].join("\0");
  return latin1(bytes).includes(name) ? "lockedOffice" : "oldOffice";
}

/** Names of parts are ASCII, which this finds in any bytes. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
