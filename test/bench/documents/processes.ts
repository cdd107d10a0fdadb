import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export type Command = { readonly program: string; readonly args: readonly string[] };

/** Runs a command to its end and gives the milliseconds it took. @throws Error if it fails */
export async function timeOf({ program, args }: Command): Promise<number> {
  const begun = performance.now();
  const child = spawn(program, args, { stdio: "ignore" });
  const [status] = await once(child, "close");
  const took = performance.now() - begun;
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return took;
}

/**
 * The most memory that one process of a command had resident, in kilobytes, and how many processes there were;
 * undefined where there is no /proc.
 */
export async function memoryOf({
  program,
  args,
}: Command): Promise<{ peakKb: number; processes: number } | undefined> {
  if (processIds().length === 0) return undefined;
  const child = spawn(program, args, { stdio: "ignore" });
  const peaks = new Map<number, number>();
  const look = setInterval(() => {
    for (const id of withDescendants(child.pid ?? 0)) {
      peaks.set(id, Math.max(peaks.get(id) ?? 0, residentPeakKb(id)));
    }
  }, 5);
  await once(child, "close");
  clearInterval(look);
  return { peakKb: Math.max(...peaks.values()), processes: peaks.size };
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Memory of this machine's processes is in /proc on Linux only. */
function processIds(): number[] {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter((id) => id > 0);
  } catch {
    return [];
  }
}

function withDescendants(root: number): number[] {
  const parents = new Map(processIds().map((id) => [id, parentOf(id)]));
  const isOurs = (id: number): boolean => id === root || (parents.has(id) && isOurs(parents.get(id) ?? 0));
  return [...parents.keys()].filter(isOurs);
}

function parentOf(id: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(statusOf(id))?.[1] ?? 0);
}

/** The most memory that a process has had resident, in kilobytes; 0 where there is no /proc or no such process. */
export function residentPeakKb(id: number): number {
  return Number(/^VmHWM:\s*(\d+)/m.exec(statusOf(id))?.[1] ?? 0);
}

/** A process that has ended meanwhile has no status. */
function statusOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/status`, "utf8");
  } catch {
    return "";
  }
}
