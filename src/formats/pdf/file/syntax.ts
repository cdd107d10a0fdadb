/** A value as it stands in a PDF file (ISO 32000-1, 7.3): ASCII, ready to be written. */
export type Pdf = string;

/** A name object: what is no letter, figure or plain mark is written as its bytes in UTF-8. */
export function name(text: string): Pdf {
  const bytes = [...new TextEncoder().encode(text)];
  const plain = bytes.map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.+-]/.test(character) ? character : `#${hex(byte, 2)}`;
  });
  return `/${plain.join("")}`;
}

/** A number, to a ten-thousandth. */
export function number(value: number): Pdf {
  return String(Math.round(value * 10_000) / 10_000 || 0);
}

/** A text string: in ASCII where that will do, else in UTF-16 with its mark. */
export function textString(text: string): Pdf {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  return `<FEFF${utf16(text)}>`;
}

/** The code units of a text in UTF-16, big-endian, as hexadecimal figures. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index), 4)).join("");
}

/** A whole number as hexadecimal figures with leading zeros. */
export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}

/** A dictionary; entries without a value are left out. */
export function dictionary(entries: Readonly<Record<string, Pdf | undefined>>): Pdf {
  const parts = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`/${key} ${value}`],
  );
  return `<< ${parts.join(" ")} >>`;
}

export function array(values: readonly Pdf[]): Pdf {
  return `[${values.join(" ")}]`;
}

/** A reference to an object of the file. */
export function reference(id: number): Pdf {
  return `${id} 0 R`;
}

/** A date in universal time, to the second. */
export function dateString(date: Date): Pdf {
  return `(D:${date.toISOString().replace(/\.\d+|[-:TZ]/g, "")}Z)`;
}
