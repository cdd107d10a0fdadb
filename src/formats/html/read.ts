import type { OpenedFile } from "../opened-file.ts";
import { decodePage } from "./charset.ts";
import { readCarried } from "./read-carried.ts";

/** Looks into a web page. Nothing in it is run or loaded. */
export function openHtml(bytes: Uint8Array): OpenedFile {
  const html = decodePage(bytes);
  const { carried, isAltered = false } = readCarried(html) ?? {};
  return {
    carried,
    isAltered,
    read: async () => (await import("./found/read-page.ts")).readPage(html),
  };
}
