import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { pdfFonts } from "./src/formats/pdf/faces/fonts.vite.ts";

/** Nothing leaves the desk: the built page may load its own files and nothing else. */
const ownFilesOnly: Plugin = {
  name: "own-files-only",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: {
        "http-equiv": "Content-Security-Policy",
        content:
          "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'",
      },
      injectTo: "head-prepend",
    },
  ],
};

export default defineConfig({
  // Relative, so that the folder works from any web server under any path.
  base: "./",
  plugins: [react(), pdfFonts(), ownFilesOnly],
  // The editor is loaded lazily; found late, its libraries would make the page load again.
  optimizeDeps: {
    include: [
      "react-aria-components",
      "react-hook-form",
      "idb",
      "zod",
      "docx",
      "docx/charts",
      "fflate",
      "pdfjs-dist/legacy/build/pdf.mjs",
      "pdfjs-dist/legacy/build/pdf.worker.mjs",
    ],
  },
  build: { target: "chrome80", cssTarget: "chrome80" },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Half of what is waited for is a browser or an office program: a worker for each core, not one less.
    maxWorkers: "100%",
    benchmark: { include: ["test/bench/**/*.bench.ts"] },
  },
});
