import { decodeText } from "../report/file/decode-text.ts";

/** What a file is, by how it begins, for its name may say anything. */
export type FileKind = "docx" | "html" | "pdf" | "txt" | "oldOffice";

/** A text may be a draft file. */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith("PK\u0003\u0004")) return "docx";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return "oldOffice";
  if (start.includes("%PDF-")) return "pdf";
  return decodeText(bytes.subarray(0, 1024))?.trimStart().startsWith("<") ? "html" : "txt";
}
