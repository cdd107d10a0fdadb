/** Why a file could not be read, or not to its end. */
export type FileFaultCode =
  /** It ends before its end, or its insides contradict each other. */
  | "damaged"
  /** It opens with a password only. */
  | "locked"
  /** It unpacks to more than any report has, or nests deeper: what is meant to stop the reader. */
  | "tooMuch"
  /** A container without a document of the kind inside. */
  | "otherKind"
  /** Its pages are pictures, without text. */
  | "scan"
  /** Its text, or much of it, does not tell which characters it shows. */
  | "unmapped";

/** Thrown inside a reader, which gives it back as a value. */
export class FileFault extends Error {
  readonly code: FileFaultCode;

  constructor(code: FileFaultCode) {
    super(code);
    this.code = code;
  }
}
