import type { Plugin } from "vite";

/**
 * What the built page may load: its own files and nothing else; no inline handlers, no `eval`. Where the browser has
 * Trusted Types, a text becomes markup or a program only through `src/app/parts/trusted-types.ts`, and through the
 * clipboard of the rich text editor, which reads a paste in a document that is never shown.
 */
export const contentPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob: data:; worker-src 'self' blob:; manifest-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types nianbao ProseMirrorClipboard";

/** Writes the policy into the page, for servers that send none of their own. */
export function ownFilesOnly(): Plugin {
  return {
    name: "own-files-only",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}
