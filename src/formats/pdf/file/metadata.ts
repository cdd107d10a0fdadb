import type { PdfDocument } from "pdfmake/build/pdfmake.min.js";
import type { Document } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";

/** Named as the program that drew the file, in its information dictionary and in its metadata. */
const producer = "nianbao";

/** The information dictionary. Its entries say the same as the metadata (ISO 19005-3, 6.6.2). */
export function informationOf(
  { title, author }: Document,
  written: Date,
): Readonly<Record<string, string | Date>> {
  return { title, author, creator: producer, producer, creationDate: written, modDate: written };
}

/**
 * Gives a file the metadata of an archive copy (PDF/A-3b) that can be read out (PDF/UA-1). pdfkit would write
 * the title into the XML as it is, and `&` in a title would break the file.
 */
export function describe(pdf: PdfDocument, document: Document, written: Date): void {
  const xml = metadataOf(document, written);
  pdf.metadata = { append: () => {}, end: () => {}, getXML: () => xml, getLength: () => xml.length };
}

function metadataOf(document: Document, written: Date): string {
  const day = `${written.toISOString().slice(0, 19)}Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
${document.title.trim() === "" ? "" : accessibility}<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>${document.language}</rdf:li></rdf:Bag></dc:language>
${titleXml(document)}</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
<xmp:MetadataDate>${day}</xmp:MetadataDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/**
 * The claim of PDF/UA, which no file without a title may raise. PDF/A wants every name described that it does not
 * know itself: the one by which that is claimed.
 */
const accessibility = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;

/** Title and author where there are any: an empty one stands in neither place. */
function titleXml({ title, author }: Document): string {
  const named = (text: string) => escapeXml(withoutForbidden(text));
  return [
    title &&
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${named(title)}</rdf:li></rdf:Alt></dc:title>\n`,
    author && `<dc:creator><rdf:Seq><rdf:li>${named(author)}</rdf:li></rdf:Seq></dc:creator>\n`,
  ].join("");
}

/** XML has no way to write control characters and halves of surrogate pairs. */
function withoutForbidden(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}
