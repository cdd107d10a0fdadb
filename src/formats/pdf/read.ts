import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist";
import type { CarriedFile } from "../../document/tree.ts";
import type { OpenedFile, UnreadableFile } from "../opened-file.ts";
import { carriedKey } from "./file/carried.ts";

/**
 * Looks into a PDF. The library for it is loaded when the first one is opened. Runs the same in Node and in a
 * browser; it fetches nothing and needs no `eval`.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedFile | UnreadableFile> {
  const [pdfjs, { WorkerMessageHandler }] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  // Both halves of pdf.js in this thread, over a channel that copies as browsers do. Left to itself it would
  // start a worker from an address, or copy with structuredClone, which old browsers lack.
  const { port1, port2 } = new MessageChannel();
  WorkerMessageHandler.initializeFromPort(port2);
  const verbosity = pdfjs.VerbosityLevel.ERRORS;
  const worker = pdfjs.PDFWorker.create({ port: port1 as unknown as WorkerPort, verbosity });
  for (const port of [port1, port2]) port.start();
  // A copy: pdf.js takes the bytes for its own.
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes), worker, verbosity, isEvalSupported: false });
  try {
    return { carried: await carriedIn(await task.promise) };
  } catch (error) {
    return { unreadable: nameOf(error) === "PasswordException" ? "locked" : "damaged" };
  } finally {
    await task.destroy().catch(() => undefined);
    worker.destroy();
    for (const port of [port1, port2]) port.close();
  }
}

/** What pdf.js types as a browser's worker; it uses the part that every port has. */
type WorkerPort = NonNullable<Parameters<typeof PDFWorker.create>[0]["port"]>;

type Attachment = { readonly rawFilename: string; readonly description: string; readonly content: unknown };

async function carriedIn(document: PDFDocumentProxy): Promise<CarriedFile | undefined> {
  const attachments = (await document.getAttachments()) as Record<string, Attachment> | null;
  for (const [key, { rawFilename, description, content }] of Object.entries(attachments ?? {})) {
    if (!key.startsWith(carriedKey) || !(content instanceof Uint8Array)) continue;
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    return { name: rawFilename, mediaType: key.slice(carriedKey.length), text, description };
  }
  return undefined;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
