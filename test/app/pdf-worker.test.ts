import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PdfRequest } from "../../src/app/pdf-worker/worker-messages.ts";
import { gongwen } from "../../src/formats/style.ts";
import { body, documentOf } from "../formats/pdf/documents.ts";

/** A worker that answers when the test says so. */
class StillWorker {
  static made: StillWorker[] = [];
  readonly asked: PdfRequest[] = [];
  ended = false;
  onmessage?: (event: { data: unknown }) => void;
  onerror?: (event: { message: string }) => void;
  constructor() {
    StillWorker.made.push(this);
  }
  postMessage(request: PdfRequest) {
    this.asked.push(request);
  }
  terminate() {
    this.ended = true;
  }
}

const document = documentOf([body("正文。")]);
const bytes = new Uint8Array([37, 80, 68, 70]);
const workerAt = (index: number) => StillWorker.made[index] as StillWorker;

async function freshModule() {
  vi.resetModules();
  return import("../../src/app/pdf-worker/in-worker.ts");
}

beforeEach(() => {
  StillWorker.made = [];
  vi.stubGlobal("Worker", StillWorker);
  vi.stubGlobal("window", { location: { href: "http://intranet/tools/nianbao/index.html#/draft" } });
});

afterEach(() => vi.unstubAllGlobals());

test("the worker is made at first use, once, and asked for faces under the app's own path", async () => {
  const { writePdfInWorker } = await freshModule();
  expect(StillWorker.made).toHaveLength(0);
  const both = [writePdfInWorker(document, gongwen), writePdfInWorker(document, gongwen)];
  expect(StillWorker.made).toHaveLength(1);
  const { asked, onmessage } = workerAt(0);
  expect(asked[0]?.facesUrl).toMatch(/^http:\/\/intranet\/.*fonts\/$/);
  for (const { id } of asked) onmessage?.({ data: { id, bytes, leftOut: false } });
  expect(await Promise.all(both)).toMatchObject([{ bytes }, { bytes }]);
});

test("aborting ends the worker; what else it had to do is done by the next", async () => {
  const { writePdfInWorker } = await freshModule();
  const abort = new AbortController();
  const unwanted = writePdfInWorker(document, gongwen, abort.signal);
  const wanted = writePdfInWorker(document, gongwen);
  abort.abort();
  await expect(unwanted).rejects.toMatchObject({ name: "AbortError" });
  expect(workerAt(0).ended).toBe(true);
  const { asked, onmessage } = workerAt(1);
  expect(asked).toHaveLength(1);
  onmessage?.({ data: { id: asked[0]?.id, bytes, leftOut: false } });
  expect(await wanted).toMatchObject({ bytes });
});

test("a request that is aborted already makes no worker", async () => {
  const { writePdfInWorker } = await freshModule();
  const aborted = AbortSignal.abort();
  await expect(writePdfInWorker(document, gongwen, aborted)).rejects.toMatchObject({ name: "AbortError" });
  expect(StillWorker.made).toHaveLength(0);
});

test("what goes wrong in the worker comes back with its message", async () => {
  const { writePdfInWorker } = await freshModule();
  const failing = writePdfInWorker(document, gongwen);
  const { asked, onmessage } = workerAt(0);
  onmessage?.({ data: { id: asked[0]?.id, error: "fonts/serif-400.ttf: 404 Not Found" } });
  await expect(failing).rejects.toThrow("fonts/serif-400.ttf: 404 Not Found");
});

test("a worker that cannot be started rejects, and the next request starts another", async () => {
  const { writePdfInWorker } = await freshModule();
  const failing = writePdfInWorker(document, gongwen);
  workerAt(0).onerror?.({ message: "" });
  await expect(failing).rejects.toThrow("could not be started");
  const next = writePdfInWorker(document, gongwen);
  const { asked, onmessage } = workerAt(1);
  onmessage?.({ data: { id: asked[0]?.id, bytes, leftOut: false } });
  expect(await next).toMatchObject({ bytes });
});

test("characters that no face draws are asked of the worker too", async () => {
  const { missingCharactersInWorker } = await freshModule();
  const missing = missingCharactersInWorker(document, gongwen);
  const { asked, onmessage } = workerAt(0);
  expect(asked[0]?.task).toBe("missing");
  onmessage?.({ data: { id: asked[0]?.id, missing: ["😀"] } });
  expect(await missing).toEqual(["😀"]);
});

test("the office's faces go along, and come back as left out where they could not be drawn", async () => {
  const { writePdfInWorker } = await freshModule();
  const face = { key: "a", role: "fangsong", name: "仿宋_GB2312", file: new Blob(["font"]) };
  const writing = writePdfInWorker(document, gongwen, undefined, [face]);
  const { asked, onmessage } = workerAt(0);
  expect(asked[0]?.ownFaces).toEqual([face]);
  onmessage?.({ data: { id: asked[0]?.id, bytes, leftOut: true } });
  expect(await writing).toMatchObject({ bytes, leftOut: true });
});
