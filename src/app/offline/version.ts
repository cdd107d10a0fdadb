/** What the build writes into the service worker: its own files, by their paths in the folder. */
export type Version = {
  readonly name: string;
  /** SHA-256 of each file, as `integrity` of a request names it: `sha256-…`. */
  readonly files: Readonly<Record<string, string>>;
};

/** What the service worker says to every page when it has taken over. */
export type VersionMessage = { readonly version: string };

/** Where the files of a version lie; also the lock that each page of this version holds while it is open. */
export function cacheOf(scope: string, version: string): string {
  return `${prefixOf(scope)}${version}`;
}

/** With the place of the program: another copy of it may lie in another folder of the same server. */
export function prefixOf(scope: string): string {
  return `nianbao ${scope} `;
}

/** What a page says to the service worker when it is at rest: versions that no page uses may go. */
export const tidyUp = "tidy up";
