/** A start tag, an end tag (`<a/>` gives both) or the text between tags, in the order of the file. */
export type XmlToken =
  | { readonly type: "start"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: "end"; readonly name: string }
  | { readonly type: "text"; readonly text: string };

/**
 * Reads a part of an office file, whichever program saved it. Names keep their prefixes; a part that is cut
 * off gives the tokens it still has. Each character is looked at a fixed number of times, whatever is written: no
 * regular expression runs over a tag. Entities that a part defines are not expanded.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    const textEnd = open < 0 ? xml.length : open;
    if (textEnd > at) yield { type: "text", text: unescapeXml(withLineEnds(xml.slice(at, textEnd))) };
    if (open < 0) return;
    const special = specialAt(xml, open);
    const end = special ? xml.indexOf(special.closes, open + special.opens.length) : endOfTag(xml, open + 1);
    if (end < 0) return;
    if (!special) yield* tagTokens(xml.slice(open + 1, end));
    else if (special.opens === cdata) yield { type: "text", text: xml.slice(open + cdata.length, end) };
    at = end + (special?.closes.length ?? 1);
  }
}

const cdata = "<![CDATA[";

const specials = [
  { opens: "<!--", closes: "-->" },
  { opens: cdata, closes: "]]>" },
  { opens: "<!", closes: ">" },
  { opens: "<?", closes: "?>" },
] as const;

function specialAt(xml: string, open: number) {
  const next = xml.charCodeAt(open + 1);
  return next === exclamation || next === question
    ? specials.find(({ opens }) => xml.startsWith(opens, open))
    : undefined;
}

const [exclamation, question, slash, equals] = [0x21, 0x3f, 0x2f, 0x3d];
const [double, single, greater] = [0x22, 0x27, 0x3e];

/** Where a tag closes: a `>` in the quotes of an attribute does not close it. -1 where it never does. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === greater) return at;
    if (code === double || code === single) {
      at = xml.indexOf(code === double ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** @param tag what stands between `<` and `>` */
function* tagTokens(tag: string): Generator<XmlToken> {
  if (tag.charCodeAt(0) === slash) {
    yield { type: "end", name: tag.slice(1).trim() };
    return;
  }
  const isEmpty = tag.charCodeAt(tag.length - 1) === slash;
  const inner = isEmpty ? tag.slice(0, -1) : tag;
  const nameEnd = endOfName(inner, 0);
  const name = inner.slice(0, nameEnd);
  if (name === "") return;
  yield { type: "start", name, attributes: attributesIn(inner, nameEnd) };
  if (isEmpty) yield { type: "end", name };
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== equals) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** A word without a value is passed over. */
function attributesIn(tag: string, from: number): Record<string, string> {
  const found: Record<string, string> = {};
  let at = skipSpace(tag, from);
  while (at < tag.length) {
    const nameEnd = Math.max(endOfName(tag, at), at + 1);
    const name = tag.slice(at, nameEnd);
    at = skipSpace(tag, nameEnd);
    if (tag.charCodeAt(at) !== equals) continue;
    at = skipSpace(tag, at + 1);
    const quote = tag.charCodeAt(at);
    if (quote !== double && quote !== single) continue;
    const end = tag.indexOf(quote === double ? '"' : "'", at + 1);
    if (end < 0) break;
    if (name !== "__proto__") found[name] = unescapeXml(tag.slice(at + 1, end));
    at = skipSpace(tag, end + 1);
  }
  return found;
}

function withLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
