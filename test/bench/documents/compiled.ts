import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Compiles a program of the repository with its libraries to JavaScript for Node, so that the time of its TypeScript
 * is not measured with it. Gives the path of the file to run.
 */
export async function compiled(source: string): Promise<string> {
  const name = source.replace(/^.*\//, "").replace(/\.ts$/, "");
  // Within the package, which knows where its faces lie: what lies in node_modules belongs to none.
  const outDir = join(root, "dist-cli", `bench.${name}`);
  await build({
    root,
    configFile: false,
    logLevel: "error",
    // pdfmake reads a colour profile that lies beside its own files.
    ssr: { noExternal: true, external: ["pdfmake"] },
    build: { ssr: source, outDir, emptyOutDir: true, target: "node20" },
  });
  return join(outDir, `${name}.js`);
}
