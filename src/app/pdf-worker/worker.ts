import "../old-browsers.ts";
import { missingCharacters } from "../../formats/pdf/write.ts";
import {
  type OwnFaceSource,
  withOwnFaces,
  writePdfInOwnFaces,
} from "../../formats/pdf/write-in-own-faces.ts";
import type { HandedFace, PdfAnswer, PdfRequest, PdfWarming } from "./worker-messages.ts";

/** The part of a worker's global scope that is used; the project's types are those of a page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<PdfRequest | PdfWarming>) => void) | null;
  readonly postMessage: (answer: PdfAnswer, transfer?: Transferable[]) => void;
};

const scope = self as unknown as WorkerScope;
const fetched = new Map<string, Promise<Uint8Array>>();
const read = new Map<string, Promise<Uint8Array>>();

scope.onmessage = async ({ data: request }) => {
  if (request.task === "warm") return warm(request);
  try {
    const answer = await answerTo(request);
    scope.postMessage(answer, "bytes" in answer ? [answer.bytes.buffer] : []);
  } catch (error) {
    scope.postMessage({ id: request.id, error: error instanceof Error ? error.message : String(error) });
  }
};

/** A face that does not come now is fetched again when it is needed. */
async function warm({ faces, facesUrl, facesInPage }: PdfWarming): Promise<void> {
  for (const face of faces) {
    await faceAt(`${facesUrl}${face}.ttf`, facesInPage?.[face]).catch(() => undefined);
  }
}

async function answerTo(request: PdfRequest): Promise<PdfAnswer> {
  const { id, task, document, style, facesUrl, facesInPage, ownFaces } = request;
  const shipped = (face: string) => faceAt(`${facesUrl}${face}.ttf`, facesInPage?.[face]);
  const own = ownSources(ownFaces);
  if (task === "missing") {
    const dressed = withOwnFaces(style, shipped, own);
    return { id, missing: await missingCharacters(document, dressed.style, dressed.loadFace) };
  }
  const { bytes, leftOut } = await writePdfInOwnFaces(document, style, shipped, own);
  // A copy of its own: pdfmake's buffer may be a view of a larger one, and it is handed over, not cloned.
  return { id, bytes: Uint8Array.from(bytes), leftOut };
}

/** Each own face is read once; those that are given up are forgotten. */
function ownSources(faces: readonly HandedFace[]): OwnFaceSource[] {
  const keys = faces.map(({ key }) => key);
  for (const key of read.keys()) if (!keys.includes(key)) read.delete(key);
  return faces.map(({ key, role, name, file }) => ({
    role,
    name,
    load: () => {
      const bytes = read.get(key) ?? file.arrayBuffer().then((buffer) => new Uint8Array(buffer));
      read.set(key, bytes);
      bytes.catch(() => read.delete(key));
      return bytes;
    },
  }));
}

/** A face's bytes; fetched or unpacked once, but again after a failure. */
function faceAt(url: string, inPage: Blob | undefined): Promise<Uint8Array> {
  const bytes = fetched.get(url) ?? (inPage ? unpacked(inPage) : fetchBytes(url));
  fetched.set(url, bytes);
  bytes.catch(() => fetched.delete(url));
  return bytes;
}

async function unpacked(face: Blob): Promise<Uint8Array> {
  const packed = await (await fetch(`data:application/gzip;base64,${await face.text()}`)).blob();
  const whole = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(whole).arrayBuffer());
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
