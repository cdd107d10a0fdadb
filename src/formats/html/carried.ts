import type { CarriedFile } from "../../document/tree.ts";
import { fingerprintOf } from "../fingerprint.ts";

/** The id of the element that holds the file a page carries. */
export const carriedId = "carried-file";

/**
 * The carried file as a data element: a browser does not run it, and nothing in its text can end it, because
 * `<`, `>` and `&` are written as escapes of JSON.
 */
export function carriedHtml(file: CarriedFile): string {
  const { name, mediaType, description, text } = file;
  const json = JSON.stringify({ name, mediaType, description, checksum: fingerprintOf(text), text }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `<script type="application/json" id="${carriedId}">${json}</script>`;
}
