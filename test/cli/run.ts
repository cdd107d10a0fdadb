import { AsyncLocalStorage } from "node:async_hooks";
import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "../../src/cli/command-line.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a command that runs in this process writes, apart from others that run beside it. */
const written = new AsyncLocalStorage<{ stdout: string; stderr: string }>();
for (const name of ["stdout", "stderr"] as const) {
  const stream = process[name];
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  stream.write = (...args: unknown[]) => {
    const said = written.getStore();
    if (said === undefined) return write(...args);
    said[name] += String(args[0]);
    return true;
  };
}

/** Runs a command of the program in this process, which is quicker by far. */
export async function nianbao(...args: string[]): Promise<Ran> {
  const said = { stdout: "", stderr: "" };
  const status = await written.run(said, () => runCommand(args));
  return { status, ...said };
}

/** Runs the program as a process of its own, in the words of the README and from the repository's root. */
export function npmRunNianbao(...args: string[]): Promise<Ran> {
  return run("npm", ["run", "--silent", "nianbao", "--", ...args]);
}

/** A directory for one test. */
export function temporaryDirectory(): string {
  return mkdtempSync(join(temporaryFolder(), "一份 "));
}

function run(command: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(command, [...args], { cwd: root, encoding: "utf8" }, (error, stdout, stderr) => {
      const status = error ? Number(error.code) : 0;
      resolve({ status, stdout, stderr: withoutNpm(stderr) });
    });
  });
}

/** npm warns about settings of the machine that runs the tests; that is not ours. */
function withoutNpm(stderr: string): string {
  return stderr.replace(/^npm (warn|notice).*\n/gm, "");
}
