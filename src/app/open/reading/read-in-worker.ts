import { kindOf } from "../../../exchange/file-kind.ts";
import { readingBounds } from "../../../formats/reading-budget.ts";
import type { ReadFile } from "../review/review.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";

/**
 * Reads a file in a web worker of its own, which ends with the reading: whatever stands in the file, the page stays
 * quick, and a reading that takes too long or is no longer wanted is ended.
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
  const worker = workerFor(request.bytes);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve("tooLong"), limit);
      signal?.addEventListener("abort", () => reject(new DOMException("no longer wanted", "AbortError")));
      worker.onmessage = ({ data }: MessageEvent<Partial<ReadingAnswer>>) => {
        if (!data.isAnswer) return;
        if ("error" in data) reject(new Error(data.error));
        else if ("opening" in data && data.opening) resolve(data.opening);
      };
      worker.onerror = (event) => reject(new Error(event.message || "Failed to fetch the reading worker"));
      worker.postMessage(request, [request.bytes.buffer]);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

/** A worker is read anew each time it is begun, and the library for PDF is most of one that has it. */
function workerFor(bytes: Uint8Array): Worker {
  const kind = kindOf(bytes.subarray(0, 1024));
  return "format" in kind && kind.format === "pdf"
    ? new Worker(new URL("./pdf-reading-worker.ts", import.meta.url), { type: "module" })
    : new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
}
