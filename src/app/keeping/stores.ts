import { draftStore } from "../../store/drafts.ts";
import { ownFileStore } from "../../store/own-files.ts";
import { versionStore } from "../../store/versions.ts";

/** A name that no other draft or page has. `crypto.randomUUID` is missing where the page is not served over https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** This page among those of the same browser. */
export const pageId = newId();

export const browserDrafts = draftStore(pageId);
// Every screen begins with drafts, and the browser takes a while to open its database: meanwhile the page is made.
browserDrafts.openAhead();
export const browserVersions = versionStore();
export const browserFiles = ownFileStore();
