import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../support/make-once.ts";

/**
 * What the compiler says of rooms of `src` where nothing of the browser is declared, and of a probe that asks for
 * it twice.
 */
export async function saidWithoutDom(
  rooms: readonly string[],
): Promise<{ readonly ofProbe: readonly string[]; readonly ofRooms: readonly string[] }> {
  const project = fileURLToPath(new URL("../../", import.meta.url));
  const folder = join(cacheFolder, "without-dom");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "probe.ts"), "window.close();\nexport const title = document.title;\n");
  const settings = {
    extends: join(project, "tsconfig.json"),
    compilerOptions: { lib: ["ES2022"], types: ["node"] },
    include: [...rooms.map((room) => join(project, "src", room)), "probe.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const tsc = [join(project, "node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"];
  const said = await new Promise<string[]>((resolve) => {
    execFile(process.execPath, tsc, { cwd: project }, (_error, stdout) => resolve(stdout.split("\n")));
  });
  return {
    ofProbe: said.filter((line) => line.includes("probe.ts")),
    ofRooms: said.filter((line) => line.startsWith("src/")),
  };
}
