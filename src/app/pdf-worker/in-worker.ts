import type { Document } from "../../document/tree.ts";
import type { Style } from "../../formats/style.ts";
import { facesInPage } from "./faces-in-page.ts";
import type { HandedFace, PdfAnswer, PdfRequest, PdfWarming } from "./worker-messages.ts";

type Waiting = {
  readonly request: PdfRequest;
  readonly resolve: (answer: PdfAnswer) => void;
  readonly reject: (error: Error) => void;
};

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Writes a PDF in a web worker, so that the page stays quick. The worker is made at first use and keeps the
 * faces it has fetched.
 *
 * @param ownFaces the office's faces, best first; left out if the report cannot be drawn in them
 * @param signal aborting ends the worker at once; other requests it had are begun anew in the next one
 * @throws AbortError when aborted; otherwise an Error with the writer's message
 */
export async function writePdfInWorker(
  document: Document,
  style: Style,
  signal?: AbortSignal,
  ownFaces: readonly HandedFace[] = [],
): Promise<{ readonly bytes: Uint8Array; readonly leftOut: boolean }> {
  const answer = await ask("write", document, style, signal, ownFaces);
  if ("bytes" in answer) return answer;
  throw new Error("The PDF worker gave no document");
}

/** The characters of a document that no face draws, found in the worker. Throws as writePdfInWorker. */
export async function missingCharactersInWorker(
  document: Document,
  style: Style,
  signal?: AbortSignal,
  ownFaces: readonly HandedFace[] = [],
): Promise<readonly string[]> {
  const answer = await ask("missing", document, style, signal, ownFaces);
  if ("missing" in answer) return answer.missing;
  throw new Error("The PDF worker gave no list");
}

/** Starts the worker and lets it fetch the faces of a style, so that a server that stops later is not noticed. */
export function warmPdfWorker(style: Style): void {
  const faces = [...new Set(Object.values(style.fonts).flatMap(({ pdfFaces }) => pdfFaces.slice(0, 1)))];
  worker ??= startWorker();
  const warming: PdfWarming = { task: "warm", faces, facesUrl: facesUrl(), facesInPage: facesInPage() };
  worker.postMessage(warming);
}

async function ask(
  task: PdfRequest["task"],
  document: Document,
  style: Style,
  signal: AbortSignal | undefined,
  ownFaces: readonly HandedFace[],
): Promise<PdfAnswer> {
  if (signal?.aborted) throw aborted();
  lastId += 1;
  const request: PdfRequest = {
    id: lastId,
    task,
    document,
    style,
    facesUrl: facesUrl(),
    facesInPage: facesInPage(),
    ownFaces,
  };
  const onAbort = () => abandon(request.id);
  signal?.addEventListener("abort", onAbort);
  try {
    return await new Promise((resolve, reject) => {
      waiting.set(request.id, { request, resolve, reject });
      worker ??= startWorker();
      worker.postMessage(request);
    });
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

function startWorker(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  started.onmessage = ({ data }: MessageEvent<PdfAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data);
  };
  // The worker's own file could not be loaded or run: nothing that waits for it will be answered.
  started.onerror = (event) => {
    worker = undefined;
    started.terminate();
    const error = new Error(event.message || "The PDF worker could not be started");
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  };
  return started;
}

/** Ends the worker, for pdfmake cannot be stopped; what else it had to do is begun anew in the next one. */
function abandon(id: number): void {
  waiting.get(id)?.reject(aborted());
  waiting.delete(id);
  worker?.terminate();
  worker = undefined;
  if (waiting.size === 0) return;
  worker = startWorker();
  for (const { request } of waiting.values()) worker.postMessage(request);
}

/** Absolute, because a worker resolves addresses against its own file and not against the page. */
function facesUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}fonts/`, window.location.href).href;
}

function aborted(): DOMException {
  return new DOMException("The PDF is no longer wanted", "AbortError");
}
