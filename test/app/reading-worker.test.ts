import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A worker that answers when the test says so. */
class StillWorker {
  static made: StillWorker[] = [];
  ended = false;
  onmessage?: (event: { data: unknown }) => void;
  onerror?: (event: { message: string }) => void;
  constructor(readonly program: URL) {
    StillWorker.made.push(this);
  }
  postMessage() {}
  terminate() {
    this.ended = true;
  }
}

const request = () => ({ bytes: new Uint8Array(8), ownEditions: [] });
const last = () => StillWorker.made.at(-1) as StillWorker;

let readInWorker: typeof import("../../src/app/open/reading/read-in-worker.ts")["readInWorker"];

beforeEach(async () => {
  StillWorker.made = [];
  // The workers of one test are not those of the next.
  vi.resetModules();
  ({ readInWorker } = await import("../../src/app/open/reading/read-in-worker.ts"));
  vi.useFakeTimers();
  vi.stubGlobal("Worker", StillWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answer = { data: { isAnswer: true, opening: { ok: false } } };

test("a worker that has answered reads the next file, and two files at a time have one each", async () => {
  const reading = readInWorker(request());
  const first = last();
  first.onmessage?.(answer);
  expect(await reading).toEqual({ ok: false });
  const [next, beside] = [readInWorker(request()), readInWorker(request())];
  const second = last();
  expect([StillWorker.made.length, second === first]).toEqual([2, false]);
  first.onmessage?.(answer);
  second.onmessage?.(answer);
  expect(await Promise.all([next, beside])).toEqual([{ ok: false }, { ok: false }]);
  expect([first.ended, second.ended]).toEqual([false, true]);
});

test("the library for PDF is read with a PDF only", () => {
  const programFor = (file: string): string => {
    void readInWorker({ bytes: new TextEncoder().encode(file), ownEditions: [] });
    return last().program.pathname.split("/").at(-1) ?? "";
  };
  expect(programFor("%PDF-1.7")).toBe("pdf-reading-worker.ts");
  for (const file of ["PK\u0003\u0004", "<!doctype html>", "年度报告", ""])
    expect(programFor(file)).toBe("reading-worker.ts");
});

test("a reading that takes longer than half a minute is ended, and said", async () => {
  const reading = readInWorker(request());
  await vi.advanceTimersByTimeAsync(29_000);
  expect(last().ended).toBe(false);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await reading).toBe("tooLong");
  expect(last().ended).toBe(true);
});

test("a reading that is no longer wanted is ended at once", async () => {
  const abort = new AbortController();
  const reading = readInWorker(request(), abort.signal);
  abort.abort();
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  expect(last().ended).toBe(true);
});

test("a fault of the reader, and a worker that does not start, are said as errors", async () => {
  const faulty = readInWorker(request());
  last().onmessage?.({ data: { isAnswer: true, error: "out of memory" } });
  await expect(faulty).rejects.toThrow("out of memory");
  const missing = readInWorker(request());
  last().onerror?.({ message: "" });
  await expect(missing).rejects.toThrow("Failed to fetch");
});
