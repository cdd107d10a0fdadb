/** A start tag, an end tag (`<a/>` gives both) or the text between tags, in the order of the file. */
export type XmlToken =
  | { readonly type: "start"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: "end"; readonly name: string }
  | { readonly type: "text"; readonly text: string };

/** In turn: comment, CDATA, declaration or instruction, tag, text. */
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;

/**
 * Reads a part of an office file, whichever program saved it. Names keep their prefixes; a part that is cut
 * off gives the tokens it still has.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const [, cdata, closing, name, attributes = "", selfClosing, text] of xml.matchAll(token)) {
    if (cdata !== undefined) yield { type: "text", text: cdata };
    if (text !== undefined) yield { type: "text", text: unescapeXml(text.replace(/\r\n?/g, "\n")) };
    if (name === undefined) continue;
    if (!closing) yield { type: "start", name, attributes: attributesIn(attributes) };
    if (closing || selfClosing) yield { type: "end", name };
  }
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single = ""] of text.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    found[name] = unescapeXml(double ?? single);
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
