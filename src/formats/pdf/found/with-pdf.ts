import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist";
import { FileFault } from "../../file-fault.ts";
import { CodesAtHand } from "./codes-at-hand.ts";
import { checkStreams } from "./stream-budget.ts";

/**
 * Opens a PDF, has something done with it and closes it. The library for it is loaded when the first one is opened.
 * Runs the same in Node and in a browser; it fetches nothing and needs no `eval`.
 *
 * @throws FileFault "damaged" when it is cut off or no PDF, "locked" when it opens with a password only, "tooMuch"
 * when its streams unpack to more than any report has
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  work: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  checkStreams(bytes);
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
  const task = pdfjs.getDocument({
    // A copy: pdf.js takes the bytes for its own.
    data: new Uint8Array(bytes),
    worker,
    verbosity,
    isEvalSupported: false,
    // Nothing is drawn: neither are pictures unpacked nor fonts made ready for a page.
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    // Whatever pdf.js wants beyond the file comes from the program.
    useWorkerFetch: false,
    BinaryDataFactory: CodesAtHand,
  });
  try {
    return await work(await task.promise);
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged");
  } finally {
    await task.destroy().catch(() => undefined);
    worker.destroy();
    for (const port of [port1, port2]) port.close();
  }
}

/** What pdf.js types as a browser's worker; it uses the part that every port has. */
type WorkerPort = NonNullable<Parameters<typeof PDFWorker.create>[0]["port"]>;
