import type { Plugin } from "vite";

/** What the bundler writes to start a worker that stands in the program. */
const start = "new Worker(objURL,";

/**
 * Writes the code of a web worker into the part of the program that starts it. As a file of its own a worker could
 * not be started any more once the server is stopped or a new version is put up, and never from `file://`. Its
 * address goes through the page's gate for programs, for the page takes no other.
 */
export function inlineWorkers(): Plugin {
  return {
    name: "inline-workers",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (id.endsWith("?worker&inline")) return { code: throughTheGate(code), map: null };
      if (id.includes("node_modules")) return undefined;
      const imported: string[] = [];
      const inlined = code.replace(
        /new Worker\(new URL\("(\.\/[\w.-]+)", import\.meta\.url\), \{ type: "module" \}\)/g,
        (_, path: string) => {
          const name = `InlineWorker${imported.length}`;
          imported.push(`import ${name} from ${JSON.stringify(`${path}?worker&inline`)};\n`);
          return `new ${name}()`;
        },
      );
      return imported.length === 0 ? undefined : { code: imported.join("") + inlined, map: null };
    },
  };
}

function throughTheGate(code: string): string {
  const parts = code.split(start);
  if (parts.length !== 2)
    throw new Error("The bundler starts inline workers in another way than is known here");
  const imported = 'import { addressOfWorker } from "/src/app/parts/trusted-types.ts";\n';
  return `${imported}${parts.join("new Worker(addressOfWorker(objURL),")}`;
}
