import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The module of Vite's that runs before each `import()` of a build. */
const before = "\0vite/preload-helper.js";

/** Lets the app say what happens before a part of the program is imported, in place of Vite's way: see `importPart`. */
export function importWhenFetched(): Plugin {
  const importPart = fileURLToPath(new URL("../src/app/parts/import-part.ts", import.meta.url));
  return {
    name: "import-when-fetched",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /preload-helper/ },
      handler: (id) =>
        id === before ? `export { importPart as __vitePreload } from ${JSON.stringify(importPart)};` : null,
    },
  };
}
