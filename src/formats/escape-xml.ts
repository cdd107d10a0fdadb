/** What no XML 1.0 document may hold, not even escaped: control characters, halves of pairs, U+FFFE and U+FFFF. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text without the characters that XML cannot hold. */
export function xmlText(text: string): string {
  return text.replace(unwritable, "");
}

/** Text made safe for the content of an element or a quoted attribute, of XML and HTML alike. */
export function escapeXml(text: string): string {
  return xmlText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
