import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfTextPage = {
  /** Milliseconds that pdf.js takes for the text of all pages, in a worker begun for it; nothing is made of the text. */
  readonly textTime: (bytes: readonly number[]) => Promise<number>;
};

const page: PdfTextPage = {
  textTime: async (given) => {
    const data = Uint8Array.from(given);
    const begun = performance.now();
    const port = new Worker(new URL("pdfjs-dist/legacy/build/pdf.worker.mjs", import.meta.url), {
      type: "module",
    });
    const worker = pdfjs.PDFWorker.create({ port });
    const task = pdfjs.getDocument({ data, worker });
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      await (await document.getPage(number)).getTextContent();
    }
    const time = performance.now() - begun;
    await task.destroy();
    worker.destroy();
    port.terminate();
    return time;
  },
};

(globalThis as unknown as { pdfText: PdfTextPage }).pdfText = page;
