import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist";
import { FileFault } from "../file-fault.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { OpenedFile } from "../opened-file.ts";
import { carriedTypeIn } from "./file/carried.ts";

/**
 * Looks into a PDF. The library for it is loaded when the first one is opened. Runs the same in Node and in a
 * browser; it fetches nothing and needs no `eval`.
 *
 * @throws FileFault "damaged" when it is cut off or no PDF, "locked" when it opens with a password only
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedFile> {
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
    return await carriedIn(await task.promise);
  } catch (error) {
    throw new FileFault(nameOf(error) === "PasswordException" ? "locked" : "damaged");
  } finally {
    await task.destroy().catch(() => undefined);
    worker.destroy();
    for (const port of [port1, port2]) port.close();
  }
}

/** What pdf.js types as a browser's worker; it uses the part that every port has. */
type WorkerPort = NonNullable<Parameters<typeof PDFWorker.create>[0]["port"]>;

type Attachment = { readonly rawFilename: string; readonly description: string; readonly content: unknown };

async function carriedIn(document: PDFDocumentProxy): Promise<OpenedFile> {
  const attachments = (await document.getAttachments()) as Record<string, Attachment> | null;
  for (const [key, { rawFilename, description, content }] of Object.entries(attachments ?? {})) {
    const known = carriedTypeIn(key);
    if (!known || !(content instanceof Uint8Array)) continue;
    // Not strict: a byte that is no longer UTF-8 is told by the checksum.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
    return {
      carried: { name: rawFilename, mediaType: known.mediaType, text, description },
      isAltered: known.checksum !== undefined && known.checksum !== fingerprintOf(text),
    };
  }
  return { carried: undefined, isAltered: false };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
