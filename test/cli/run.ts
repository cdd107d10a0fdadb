import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a command of the program as a process of its own, from the repository's root. */
export function nianbao(...args: string[]): Promise<Ran> {
  return run(process.execPath, ["bin/nianbao.mjs", ...args]);
}

/** The same in the words of the README. */
export function npmRunNianbao(...args: string[]): Promise<Ran> {
  return run("npm", ["run", "--silent", "nianbao", "--", ...args]);
}

const directory = mkdtempSync(join(tmpdir(), "年报 测试 "));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A directory for one test, under a name in which a careless program would stumble. */
export function temporaryDirectory(): string {
  return mkdtempSync(join(directory, "一份 "));
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
