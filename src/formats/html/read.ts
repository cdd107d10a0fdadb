import type { OpenedFile } from "../opened-file.ts";
import { decodePage } from "./charset.ts";
import { readCarried } from "./read-carried.ts";

/** Looks into a web page. Nothing in it is run or loaded. */
export function openHtml(bytes: Uint8Array): OpenedFile {
  return { carried: readCarried(decodePage(bytes)) };
}
