import type { Plugin } from "vite";

/** Writes into the page which files the program is made of, so that it can fetch them ahead while the desk is idle. */
export function partsList(): Plugin {
  return {
    name: "parts-list",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) => {
        const parts = Object.values(bundle ?? {})
          .filter((file) => file.type === "chunk" && !file.isEntry)
          .map(({ fileName }) => `./${fileName}`);
        return [{ tag: "meta", attrs: { name: "parts", content: parts.join(" ") }, injectTo: "head" }];
      },
    },
  };
}
