import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

const icon = new URL("../src/app/offline/icons/icon.svg", import.meta.url);

/** Writes the icon into the page: as a file of its own a browser would ask for it again, also of a server that is gone. */
export function pageIcon(): Plugin {
  return {
    name: "page-icon",
    apply: "build",
    transformIndexHtml: async (html) => {
      const address = `data:image/svg+xml,${encodeURIComponent(await readFile(icon, "utf8"))}`;
      return html.replace('rel="icon" href="data:,"', `rel="icon" href="${address}"`);
    },
  };
}
