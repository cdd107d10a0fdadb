import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, unlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** Where tests keep what takes long to make: built apps, an unpacked browser. Git does not see it. */
export const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/nianbao-tests", import.meta.url));

/**
 * Makes a folder once, though several test processes ask for it at the same time: one makes it under another
 * name and renames it when it is whole, the others wait.
 */
export async function makeOnce(folder: string, make: (unfinished: string) => Promise<void>): Promise<string> {
  const lock = `${folder}.lock`;
  await mkdir(dirname(folder), { recursive: true });
  while (!existsSync(folder)) {
    if (!(await take(lock))) {
      await pause(50);
      continue;
    }
    try {
      if (existsSync(folder)) break;
      const unfinished = `${folder}.unfinished`;
      await rm(unfinished, { recursive: true, force: true });
      await make(unfinished);
      await rename(unfinished, folder);
    } finally {
      await unlink(lock);
    }
  }
  return folder;
}

/** Takes the lock; one that a killed process left behind is removed first. */
async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = Number(await readFile(lock, "utf8").catch(() => ""));
    if (owner > 0 && !isRunning(owner)) await rm(lock, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
