import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A Word file with tags in the place of figures and texts, and what fills them. */
export type FilledTemplate = {
  readonly template: Uint8Array;
  readonly values: Readonly<Record<string, string>>;
};

const part = "word/document.xml";

/**
 * Prepares the file that an office would give to a template engine: our own Word file with a tag for each figure
 * and each text of the report. What every report has alike, heads and labels, stays.
 */
export function templateOf(docx: Uint8Array): FilledTemplate {
  const parts = unzipSync(docx);
  const values: Record<string, string> = {};
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  const tagged = xml.replace(/(<w:t xml:space="preserve">)([^<]*)(<\/w:t>)/g, (whole, start, text, end) => {
    const isFigure = /^[\d.]+$/.test(text);
    const isText = text.length > 24;
    if (!isFigure && !isText) return whole;
    const name = `t${Object.keys(values).length + 1}`;
    values[name] = unescaped(text);
    return `${start}{${name}}${end}`;
  });
  return { template: zipSync({ ...parts, [part]: strToU8(tagged) }), values };
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
