import "../old-browsers.ts";
import { missingCharacters } from "../../formats/pdf/faces.ts";
import { writePdf } from "../../formats/pdf/write.ts";
import type { PdfAnswer, PdfRequest } from "./worker-messages.ts";

/** The part of a worker's global scope that is used; the project's types are those of a page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<PdfRequest>) => void) | null;
  readonly postMessage: (answer: PdfAnswer, transfer?: Transferable[]) => void;
};

const scope = self as unknown as WorkerScope;
const fetched = new Map<string, Promise<Uint8Array>>();

scope.onmessage = async ({ data: request }) => {
  try {
    const answer = await answerTo(request);
    scope.postMessage(answer, "bytes" in answer ? [answer.bytes.buffer] : []);
  } catch (error) {
    scope.postMessage({ id: request.id, error: error instanceof Error ? error.message : String(error) });
  }
};

async function answerTo({ id, task, document, style, facesUrl }: PdfRequest): Promise<PdfAnswer> {
  const loadFace = (face: string) => faceAt(`${facesUrl}${face}.ttf`);
  if (task === "missing") return { id, missing: await missingCharacters(document, style, loadFace) };
  // A copy of its own: pdfmake's buffer may be a view of a larger one, and it is handed over, not cloned.
  return { id, bytes: Uint8Array.from(await writePdf(document, style, loadFace)) };
}

/** A face's bytes; fetched once, but again after a failure. */
function faceAt(url: string): Promise<Uint8Array> {
  const bytes = fetched.get(url) ?? fetchBytes(url);
  fetched.set(url, bytes);
  bytes.catch(() => fetched.delete(url));
  return bytes;
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
