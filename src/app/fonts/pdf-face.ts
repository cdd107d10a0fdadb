/** A face of the office, from wherever it comes. The worker keeps its bytes under `key`. */
export type PdfFace = {
  readonly key: string;
  readonly role: string | undefined;
  readonly name: string;
  readonly file: Blob;
  readonly from: "chosen" | "folder";
};
