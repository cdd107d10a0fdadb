import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Plugin } from "vite";
import { faceNames, fileOfFace, isRareFace } from "../../face-files.ts";
import { isCommon } from "./common-characters.ts";
import { readFontTables } from "./font-tables.ts";
import { loadNodeFace } from "./node-faces.ts";

const require = createRequire(import.meta.url);

/** The licences that go with the faces wherever they go (SIL Open Font License, condition 2). */
const licences = {
  "LICENSE.txt": "@expo-google-fonts/noto-serif-sc/LICENSE_FONT",
  "LICENSE-kai.txt": "lxgw-wenkai-lite-webfont/OFL.txt",
};

/** Tells the administrator how fonts of the office are put beside the shipped ones. */
const noteOnOwnFonts = new URL("../../../../templates/fonts-folder.txt", import.meta.url);

/** The manifest of an office that builds the program itself. */
const ownManifest = new URL("../../../../public/fonts/fonts.json", import.meta.url);

/**
 * Serves and builds the faces that the PDF writer fetches, as `fonts/<face>.ttf`. A whole face is 14.8 MB;
 * the common part of it 2.7 to 3.7 MB. The rest is a face of its own, fetched only for a character that needs it.
 * Cutting a face takes about a tenth of a second: less than a cache on disk would be worth.
 */
export function pdfFonts(): Plugin {
  return {
    name: "pdf-fonts",
    // Vite finds pdfmake only when the worker first runs, and would reload the page under the user.
    config: () => ({ optimizeDeps: { include: ["pdfmake/build/pdfmake.min.js"] } }),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const face = /\/fonts\/([\w-]+)\.ttf(?:\?|$)/.exec(request.url ?? "")?.[1];
        if (face === undefined || fileOfFace(face) === undefined) return next();
        cutFace(face).then((bytes) => {
          response.setHeader("Content-Type", "font/ttf");
          response.end(bytes);
        }, next);
      });
    },
    async generateBundle() {
      for (const face of faceNames) {
        this.emitFile({ type: "asset", fileName: `fonts/${face}.ttf`, source: await cutFace(face) });
      }
      for (const [name, licence] of Object.entries(licences)) {
        const source = await readFile(require.resolve(licence));
        this.emitFile({ type: "asset", fileName: `fonts/${name}`, source });
      }
      // Empty, so that a page that looks for fonts of the office finds an answer; one of the office goes before it.
      if (!existsSync(ownManifest)) {
        this.emitFile({ type: "asset", fileName: "fonts/fonts.json", source: '{ "faces": [] }\n' });
      }
      // A mark of its encoding, for the editors of old desks.
      const note = `\ufeff${await readFile(noteOnOwnFonts, "utf8")}`;
      this.emitFile({ type: "asset", fileName: "fonts/README.txt", source: note });
    },
  };
}

/** The common or the rare part of a shipped face. */
export async function cutFace(face: string): Promise<Uint8Array> {
  const whole = await loadNodeFace(face);
  const { default: subsetFont } = await import("subset-font");
  const { covers } = readFontTables(whole);
  let characters = "";
  for (let codePoint = 0x20; codePoint <= 0x3ffff; codePoint++) {
    if (covers(codePoint) && isCommon(codePoint) !== isRareFace(face)) {
      characters += String.fromCodePoint(codePoint);
    }
  }
  // The writer sets glyph by glyph; only the joined dash (——) and combined marks need a feature.
  return subsetFont(whole, characters, { targetFormat: "truetype", keepFeatures: ["ccmp"] });
}
