/**
 * The text of a file: UTF-8 as the formats say; UTF-16 and GBK as Windows Notepad may have saved it. Undefined
 * for what is no text. `stream` leaves half a character at the end unread: a copy that broke off is still told
 * from a file in another encoding.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsFor(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      // Not this encoding; the next one may fit.
    }
  }
  return undefined;
}

function encodingsFor([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}
