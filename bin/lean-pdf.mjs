import { dirname } from "node:path";

/** What the fonts' library unpacks its tables with, in JavaScript: Node's own is at hand and faster. */
const unpacking = new Map([
  [
    "tiny-inflate",
    `const { inflateRawSync } = require("node:zlib");
     module.exports = (packed, into) => (into.set(inflateRawSync(packed)), into);`,
  ],
  ["brotli/decompress.js", `module.exports = require("node:zlib").brotliDecompressSync;`],
]);

const ofPdfKit = /node_modules[\\/]pdfkit[\\/]js[\\/]/;

/**
 * Makes pdfmake and its libraries a part of the program, which loads sooner than their many files.
 * PDFKit reads a colour profile that lies beside its own file: it is told where that is.
 *
 * @returns {import("vite").Plugin}
 */
export function leanPdf() {
  return {
    name: "lean-pdf",
    enforce: "pre",
    resolveId: (id) => (unpacking.has(id) ? `\0${id}.cjs` : null),
    load: (id) => unpacking.get(id.slice(1, -".cjs".length)) ?? null,
    transform: (code, id) =>
      ofPdfKit.test(id) ? code.replaceAll("__dirname", JSON.stringify(dirname(id))) : null,
  };
}
