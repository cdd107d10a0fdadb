import type { Document } from "../../document/tree.ts";
import type { Style } from "../../formats/style.ts";
import { missingCharactersInWorker, writePdfInWorker } from "../pdf-worker/in-worker.ts";
import { faceWords } from "./face-words.ts";
import { faceOfRole, facesInUse } from "./faces-in-use.ts";

/** A PDF, the characters that no face draws, and which face its text is set in, for people. */
export type PdfExport = {
  readonly bytes: Uint8Array;
  readonly missing: readonly string[];
  /** 正文用仿宋_GB2312（本单位字体） */
  readonly bodyFace: string;
  /** What kept a face of the office from being used: whole sentences, mostly none. */
  readonly faults: string;
};

/** Writes a document as PDF in the faces of the office, where it has any. Rejects as writePdfInWorker. */
export async function exportPdf(document: Document, style: Style, signal: AbortSignal): Promise<PdfExport> {
  const inUse = await facesInUse(style);
  const { bytes, leftOut } = await writePdfInWorker(document, style, signal, inUse.faces);
  const used = leftOut ? { faces: [], problems: inUse.problems } : inUse;
  const missing = await missingCharactersInWorker(document, style, signal, used.faces);
  return {
    bytes,
    missing,
    bodyFace: `正文用${faceWords(faceOfRole(used, "body", style), "body", style)}`,
    faults: faultsOf(inUse.problems.length, leftOut),
  };
}

/** The characters of a document that its PDF would show as 〓. Rejects as writePdfInWorker. */
export async function missingInPdf(document: Document, style: Style): Promise<readonly string[]> {
  const { faces } = await facesInUse(style);
  return missingCharactersInWorker(document, style, undefined, faces);
}

/** Beside the buttons there is little room: each fault of the folder is said in the dialog. */
function faultsOf(problems: number, leftOut: boolean): string {
  const folder = problems > 0 ? `fonts/fonts.json 有 ${problems} 处要改，见“PDF 字体”。` : "";
  return leftOut ? `${folder}本单位的字体画不出这份报告，没有用上，换一个字体文件再试。` : folder;
}
