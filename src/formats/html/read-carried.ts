import type { CarriedFile } from "../../document/tree.ts";
import { fingerprintOf } from "../fingerprint.ts";
import { carriedId } from "./carried.ts";

/** `isAltered`: its text is not the one that was written. A page of before has no checksum to tell it. */
export type CarriedInPage = { readonly carried: CarriedFile; readonly isAltered: boolean };

/**
 * The file that a page carries inside; undefined for a page without one, and for one whose data a site's
 * editor has changed beyond reading. Works without a DOM, in one pass over the page.
 */
export function readCarried(html: string): CarriedInPage | undefined {
  const json = dataOf(html);
  if (json === undefined) return undefined;
  try {
    return carriedFrom(JSON.parse(json));
  } catch (error) {
    // RangeError: brackets nested deeper than any file of ours.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The text of the data element, wherever a site has put its attributes. */
function dataOf(html: string): string | undefined {
  const idAttribute = new RegExp(`\\sid\\s*=\\s*["']?${carriedId}["']?(\\s|$)`, "i");
  for (const opening of html.matchAll(/<script\b([^<>]*)>/gi)) {
    if (!idAttribute.test(opening[1] ?? "")) continue;
    const start = opening.index + opening[0].length;
    const length = html.slice(start).search(/<\/script/i);
    return length < 0 ? undefined : html.slice(start, start + length);
  }
  return undefined;
}

function carriedFrom(value: unknown): CarriedInPage | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { name, mediaType, description, text, checksum } = value as Record<string, unknown>;
  const parts = [name, mediaType, description, text];
  if (!parts.every((part) => typeof part === "string")) return undefined;
  const [fileName = "", type = "", words = "", content = ""] = parts as string[];
  return {
    carried: { name: fileName, mediaType: type, description: words, text: content },
    isAltered: checksum !== undefined && checksum !== fingerprintOf(content),
  };
}
