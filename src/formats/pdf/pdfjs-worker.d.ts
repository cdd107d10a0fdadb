/** The part of pdf.js' worker half that the reader uses. pdfjs-dist types its other half only. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: { readonly initializeFromPort: (port: MessagePort) => void };
}
