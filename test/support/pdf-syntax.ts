/** Values of PDF (ISO 32000-1, 7.3). Strings are bytes, one character each. */
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfString
  | PdfReference
  | PdfKeyword
  | PdfDictionary
  | readonly PdfValue[];

export type PdfName = { readonly type: "name"; readonly name: string };
export type PdfString = { readonly type: "string"; readonly bytes: string; readonly hex?: string };
export type PdfReference = { readonly type: "reference"; readonly number: number };
/** An operator of a content stream, or `obj`, `endobj`, `stream`. */
export type PdfKeyword = { readonly type: "keyword"; readonly word: string };
export type PdfDictionary = { readonly type: "dictionary"; readonly entries: ReadonlyMap<string, PdfValue> };

export type PdfReader = {
  /** The next value; undefined at the end of the text. */
  readonly next: () => PdfValue | undefined;
  readonly place: () => number;
};

const token =
  /[\s\0]*(?:%[^\r\n]*[\s\0]*)*(?:(?<dictionary><<)|(?<close>>>|\])|(?<array>\[)|<(?<hex>[^>]*)>|(?<string>\()|\/(?<name>[^\s\0()<>[\]{}/%]*)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?![^\s\0()<>[\]{}/%]))|(?<word>[^\s\0()<>[\]{}/%]+))/y;

/** Reads values one after another from a text of bytes. Throws on what is no PDF. */
export function readValues(text: string, start = 0): PdfReader {
  let place = start;
  function next(): PdfValue | undefined {
    const value = nextOrClose();
    if (value === "close") throw new Error(`bracket without a beginning at ${place}`);
    return value;
  }
  function nextOrClose(): PdfValue | "close" | undefined {
    token.lastIndex = place;
    const found = token.exec(text)?.groups;
    if (!found) {
      if (/[^\s\0]/.test(text.slice(place).replace(/%[^\r\n]*/g, ""))) throw new Error(`no PDF at ${place}`);
      return undefined;
    }
    place = token.lastIndex;
    if (found.close) return "close";
    if (found.dictionary) return dictionaryOf(listUntilClose());
    if (found.array) return listUntilClose();
    if (found.string) return literalString();
    if (found.hex !== undefined) return hexString(found.hex);
    if (found.name !== undefined) return { type: "name", name: unescapedName(found.name) };
    return found.number === undefined ? wordValue(found.word ?? "") : numberOrReference(Number(found.number));
  }
  function listUntilClose(): PdfValue[] {
    const values: PdfValue[] = [];
    for (let value = nextOrClose(); value !== "close"; value = nextOrClose()) {
      if (value === undefined) throw new Error("bracket without an end");
      values.push(value);
    }
    return values;
  }
  function numberOrReference(number: number): PdfValue {
    const rest = /[\s\0]+\d+[\s\0]+R(?![^\s\0()<>[\]{}/%])/y;
    rest.lastIndex = place;
    if (!rest.test(text)) return number;
    place = rest.lastIndex;
    return { type: "reference", number };
  }
  function literalString(): PdfString {
    let bytes = "";
    for (let depth = 1; ; place++) {
      const character = text[place];
      if (character === undefined) throw new Error("string without an end");
      if (character === "\\") bytes += escaped();
      else {
        depth += character === "(" ? 1 : character === ")" ? -1 : 0;
        if (depth === 0) break;
        bytes += character;
      }
    }
    place++;
    return { type: "string", bytes };
  }
  function escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(text.slice(place + 1, place + 4))?.[0];
    place += octal?.length ?? 1;
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
    const letter = text[place] ?? "";
    return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "" }[letter] ?? letter;
  }
  return { next, place: () => place };
}

/** A text string (7.9.2.2) as the text it says. */
export function textOfString({ bytes }: PdfString): string {
  if (!bytes.startsWith("\u00fe\u00ff")) return bytes;
  return bytes.slice(2).replace(/(.)(.)/gs, (_, high: string, low: string) => {
    return String.fromCharCode(high.charCodeAt(0) * 256 + low.charCodeAt(0));
  });
}

function dictionaryOf(values: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index < values.length; index += 2) {
    const key = values[index] as PdfName;
    if (key?.type !== "name" || index + 1 >= values.length) throw new Error("dictionary without pairs");
    entries.set(key.name, values[index + 1] as PdfValue);
  }
  return { type: "dictionary", entries };
}

function hexString(hex: string): PdfString {
  const bytes = hex
    .replace(/\s/g, "")
    .replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return { type: "string", bytes, hex };
}

function unescapedName(name: string): string {
  return name.replace(/#(..)/g, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function wordValue(word: string): PdfValue {
  const constants: Readonly<Record<string, PdfValue>> = { true: true, false: false, null: null };
  return word in constants ? (constants[word] as PdfValue) : { type: "keyword", word };
}
