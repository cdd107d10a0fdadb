import type { Document } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import type { LoadFace } from "./faces/faces.ts";

/**
 * What a page has in place of the writer: it writes PDF in a worker of its own, so that typing goes on meanwhile, and
 * does not bring the library a second time.
 */
export function writePdf(_document: Document, _style: Style, _loadFace: LoadFace): Promise<Uint8Array> {
  return Promise.reject(new Error("A page writes PDF in a worker of its own"));
}
