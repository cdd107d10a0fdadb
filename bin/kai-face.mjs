import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fonteditor from "fonteditor-core";
import { root } from "./built-folder.mjs";

const require = createRequire(import.meta.url);
const { createFont, woff2 } = fonteditor;

/** Where the command line, the builds and the tests find it: `#faces/kai-400.ttf` in package.json. */
const made = join(root, "dist-faces/kai-400.ttf");

/** What is newer than the face asks for a new one: the version of the font stands in the lock file. */
const madeOf = [join(root, "package-lock.json"), join(root, "bin/kai-face.mjs")];

/** From here on a face is asked for: letters and figures in a heading are those of the text, as in Word. */
const firstChinese = 0x2e80;

/**
 * Makes the face of the headings in 楷体, unless it was made before of the same. npm has it (霞鹜文楷, SIL Open Font License) in a
 * hundred pieces for web pages, so that a PDF would carry a font for every few characters: here they are one again.
 */
export async function makeKaiFace() {
  if (existsSync(made) && madeOf.every((source) => statSync(source).mtimeMs <= statSync(made).mtimeMs))
    return;
  await woff2.init();
  const sheet = require.resolve("lxgw-wenkai-lite-webfont/lxgwwenkailite-regular.css");
  const css = await readFile(sheet, "utf8");
  const pieces = [...css.matchAll(/url\('([^']+\.woff2)'\)/g)].map(([, file]) => join(dirname(sheet), file));
  const glyphs = new Map();
  let font;
  for (const piece of pieces) {
    font = createFont(await readFile(piece), { type: "woff2", hinting: false, compound2simple: true });
    for (const glyph of font.get().glyf) {
      for (const point of glyph.unicode ?? []) {
        if (point >= firstChinese) glyphs.set(point, { ...glyph, unicode: [point], name: undefined });
      }
    }
  }
  const { glyf } = font.get();
  const drawn = [...glyphs].sort(([one], [other]) => one - other).map(([, glyph]) => glyph);
  glyf.splice(1, glyf.length, ...drawn);
  const bytes = font.write({ type: "ttf", hinting: false });
  await mkdir(dirname(made), { recursive: true });
  const unfinished = `${made}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(bytes));
  await rename(unfinished, made);
}
