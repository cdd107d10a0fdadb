import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Plugin, Rollup } from "vite";
import { faceFiles, rareFaceOf } from "../src/formats/face-files.ts";
import { cutFace } from "../src/formats/pdf/faces/fonts.vite.ts";
import { contentPolicy } from "./content-policy.ts";

/** The name of the one file, for a stick or a shared folder. */
const fileName = "nianbao.html";

/**
 * One `.html` that does everything from `file://`, where a browser loads no module, no worker file and no font:
 * the program, its workers, its styles and the faces all stand in the page.
 */
export function singleFile(): Plugin {
  return {
    name: "single-file",
    enforce: "post",
    // After the bundler has put in what it knows only now.
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const page = bundle["index.html"] as Rollup.OutputAsset | undefined;
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const [program] = chunks;
        if (!page || !program || chunks.length !== 1) {
          throw new Error(
            `one program file is expected, found ${chunks.map((file) => file.fileName).join(", ")}`,
          );
        }
        const styles = Object.values(bundle)
          .filter((file) => file.type === "asset" && file.fileName.endsWith(".css"))
          .map((file) => String((file as Rollup.OutputAsset).source));
        const source = await pageOf(String(page.source), program.code, styles.join("\n"));
        for (const name of Object.keys(bundle)) {
          if (!name.endsWith(".txt")) delete bundle[name];
        }
        this.emitFile({ type: "asset", fileName, source });
      },
    },
  };
}

async function pageOf(html: string, program: string, styles: string): Promise<string> {
  // Inside a script element neither may stand; written so both mean the same, in texts and in patterns.
  const script = program.replaceAll("</script", "\\x3c/script").replaceAll("<!--", "\\x3c!--");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = contentPolicy.replace("script-src 'self'", `script-src 'sha256-${hash}'`);
  const bare = html
    .replace(/<script type="module"[^>]*><\/script>\s*/g, "")
    .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>\s*/g, "")
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const head = `<meta charset="utf-8" />\n<meta http-equiv="Content-Security-Policy" content="${policy}" />\n<style>${styles}</style>`;
  const fonts: string[] = [];
  for (const face of Object.keys(faceFiles).flatMap((name) => [name, rareFaceOf(name)])) {
    const data = gzipSync(await cutFace(face)).toString("base64");
    fonts.push(`<script type="text/plain" data-face="${face}">${data}</script>`);
  }
  return bare
    .replace(/<meta charset="utf-8" \/>/i, () => head)
    .replace("</body>", () => `${fonts.join("\n")}\n<script type="module">${script}</script>\n</body>`);
}
