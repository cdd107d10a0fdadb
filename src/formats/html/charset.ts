/** How far into a page its `meta` may stand (HTML, 13.2.3.2), in bytes. */
const prescanned = 1024;

/**
 * The text of a page: by its byte order mark, by what it says of itself, else UTF-8, or GBK as older sites and
 * programs save. What a site declares wrongly is not believed where the bytes say otherwise.
 */
export function decodePage(bytes: Uint8Array): string {
  for (const encoding of [...byMark(bytes), "utf-8", ...declared(bytes)]) {
    const text = decoded(bytes, encoding, true);
    if (text !== undefined) return text;
  }
  return decoded(bytes, declared(bytes)[0] ?? "gb18030", false) ?? "";
}

function byMark([first, second]: Uint8Array): string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return [];
}

/** GB 2312 and GBK are parts of GB 18030; a page may name them and use more. */
function declared(bytes: Uint8Array): string[] {
  const start = String.fromCharCode(...bytes.subarray(0, prescanned));
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(start)?.[1]?.toLowerCase();
  if (label === undefined || /^utf-?(8|16)/.test(label)) return [];
  return [/^(gb|x-gbk|chinese|csgb)/.test(label) ? "gb18030" : label];
}

/** Undefined for an encoding that nobody knows, or, if `strict`, that does not fit. */
function decoded(bytes: Uint8Array, encoding: string, strict: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes);
  } catch {
    return undefined;
  }
}
