import { argv, pid, stdout } from "node:process";
import { residentPeakKb } from "./processes.ts";

/** What a program of its own measured: the first run with the loading of its libraries, the further ones. */
export type Repeated = {
  readonly firstMs: number;
  readonly warmMs: number;
  readonly bytes: number;
  /** 0 where there is no /proc: what Node itself tells counts the process that started this one. */
  readonly peakKb: number;
};

/**
 * Makes a document as often as the command line says, and prints the times as JSON.
 *
 * @param load loads what makes a document and gives the function that makes one
 */
export async function repeat(load: () => Promise<() => Promise<Uint8Array> | Uint8Array>): Promise<void> {
  const [, , , times = "1"] = argv;
  const begun = performance.now();
  const make = await load();
  const { byteLength } = await make();
  const firstMs = performance.now() - begun;
  const further: number[] = [];
  for (let run = 1; run < Number(times); run++) {
    const before = performance.now();
    await make();
    further.push(performance.now() - before);
  }
  // The first half of the further runs warms the machine up.
  const warm = further.slice(Math.floor(further.length / 2)).sort((a, b) => a - b);
  const warmMs = warm[Math.floor(warm.length / 2)] ?? Number.NaN;
  const repeated: Repeated = { firstMs, warmMs, bytes: byteLength, peakKb: residentPeakKb(pid) };
  stdout.write(JSON.stringify(repeated));
}
