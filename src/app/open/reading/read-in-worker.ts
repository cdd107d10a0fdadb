import { kindOf } from "../../../exchange/file-kind.ts";
import { readingBounds } from "../../../formats/reading-budget.ts";
import type { ReadFile } from "../review/review.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";

type Program = "pdf" | "besidesPdf";

/** Workers that have answered and wait for the next file: to begin one takes longer than to read most files. */
const resting = new Map<Program, Worker>();

/**
 * Reads a file in a web worker: whatever stands in the file, the page stays quick, and a reading that fails, takes too
 * long or is no longer wanted is ended with its worker.
 *
 * @param signal aborting ends the reading at once
 * @returns `tooLong` when the time was over
 * @throws AbortError when aborted; otherwise an Error with the reader's message
 */
export async function readInWorker(
  request: ReadingRequest,
  signal?: AbortSignal,
  limit: number = readingBounds.time,
): Promise<ReadFile | "tooLong"> {
  const program = programFor(request.bytes);
  const worker = resting.get(program) ?? begin(program);
  resting.delete(program);
  let hasRead = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve("tooLong"), limit);
      signal?.addEventListener("abort", () => reject(new DOMException("no longer wanted", "AbortError")));
      worker.onmessage = ({ data }: MessageEvent<Partial<ReadingAnswer>>) => {
        if (!data.isAnswer) return;
        if ("error" in data) reject(new Error(data.error));
        else if ("opening" in data && data.opening) {
          hasRead = true;
          resolve(data.opening);
        }
      };
      worker.onerror = (event) => reject(new Error(event.message || "Failed to fetch the reading worker"));
      worker.postMessage(request, [request.bytes.buffer]);
    });
  } finally {
    clearTimeout(timer);
    if (hasRead && !resting.has(program)) resting.set(program, worker);
    else worker.terminate();
  }
}

/** The library for PDF is most of a worker that has it. */
function programFor(bytes: Uint8Array): Program {
  const kind = kindOf(bytes.subarray(0, 1024));
  return "format" in kind && kind.format === "pdf" ? "pdf" : "besidesPdf";
}

function begin(program: Program): Worker {
  return program === "pdf"
    ? new Worker(new URL("./pdf-reading-worker.ts", import.meta.url), { type: "module" })
    : new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
}
