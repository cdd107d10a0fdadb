/** A value that pdfkit writes into the file as it stands: it asks such an object for its text. */
export type PdfLiteral = { readonly [Symbol.toStringTag]: string; readonly toString: () => string };

/** A text string of PDF: UTF-16 with its mark (ISO 32000-1, 7.9.2.2), in hexadecimal, so nothing needs escaping. */
export function textString(text: string): PdfLiteral {
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, "0"),
  );
  return literal(`<feff${units.join("")}>`);
}

/** A string of bytes, in hexadecimal. */
export function byteString(bytes: Uint8Array): PdfLiteral {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  return literal(`<${digits.join("")}>`);
}

function literal(text: string): PdfLiteral {
  return { [Symbol.toStringTag]: "PdfLiteral", toString: () => text };
}
