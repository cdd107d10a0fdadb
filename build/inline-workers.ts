import type { Plugin } from "vite";

/**
 * Writes the code of a web worker into the part of the program that starts it. As a file of its own a worker could
 * not be started any more once the server is stopped or a new version is put up, and never from `file://`.
 */
export function inlineWorkers(): Plugin {
  return {
    name: "inline-workers",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      const found = /new Worker\(new URL\("(\.\/[\w.-]+)", import\.meta\.url\), \{ type: "module" \}\)/.exec(
        code,
      );
      if (!found || id.includes("node_modules")) return undefined;
      const imported = `import InlineWorker from ${JSON.stringify(`${found[1]}?worker&inline`)};\n`;
      return { code: imported + code.replace(found[0], "new InlineWorker()"), map: null };
    },
  };
}
