import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { ownFilesOnly } from "./build/content-policy.ts";
import { importWhenFetched } from "./build/import-when-fetched.ts";
import { inlineWorkers } from "./build/inline-workers.ts";
import { installable, shownFromHere } from "./build/installable.ts";
import { pageIcon } from "./build/page-icon.ts";
import { partsList } from "./build/parts-list.ts";
import { singleFile } from "./build/single-file.ts";
import { thirdParty } from "./build/third-party.ts";
import { pdfFonts } from "./src/formats/pdf/faces/fonts.vite.ts";

/** `npm run build` makes a folder for any web server, `npm run build:single` one file that needs none. */
export default defineConfig(({ mode }) => ({
  // Relative, so that the folder works from any web server under any path.
  base: "./",
  plugins: [
    react(),
    importWhenFetched(),
    inlineWorkers(),
    pageIcon(),
    ...(mode === "single" ? [singleFile()] : [pdfFonts(), partsList()]),
    thirdParty(),
    ownFilesOnly(),
    ...(mode === "single" ? [] : [installable(), shownFromHere()]),
  ],
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
  build: {
    target: "chrome80",
    cssTarget: "chrome80",
    // One style sheet: none is missing when the server is gone.
    cssCodeSplit: false,
    ...(mode === "single"
      ? { outDir: "dist-single", rolldownOptions: { output: { codeSplitting: false } } }
      : {}),
  },
  // A worker is one file, for it is written into the program.
  worker: { format: "iife", rolldownOptions: { output: { codeSplitting: false } } },
}));
