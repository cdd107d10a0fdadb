import type { PdfFile } from "./pdf-file.ts";
import { dateString, dictionary, type Pdf, textString } from "./syntax.ts";

/** What the file says about itself. Blank texts are left out. */
export type Properties = {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly date: Date;
  readonly conformance: Conformance;
};

/** The archive level of ISO 19005-3, and whether the file claims ISO 14289-1 (PDF/UA) as well. */
export type Conformance = { readonly archive: "3A" | "3B"; readonly accessible: boolean };

const program = "nianbao";

/** Adds the document's properties (14.3.3); gives their number. Metadata say the same of them. */
export function addInfo(file: PdfFile, { title, author, date }: Properties): number {
  const entries: Record<string, Pdf | undefined> = {
    Title: title === "" ? undefined : textString(title),
    Author: author === "" ? undefined : textString(author),
    Creator: textString(program),
    Producer: textString(program),
    CreationDate: dateString(date),
    ModDate: dateString(date),
  };
  return file.add(dictionary(entries));
}

/** Adds the XMP metadata (ISO 19005-3, 6.6); gives their number. */
export function addMetadata(file: PdfFile, properties: Properties): number {
  const entries = { Type: "/Metadata", Subtype: "/XML" };
  return file.addPlainStream(entries, new TextEncoder().encode(xmpOf(properties)));
}

function xmpOf(properties: Properties): string {
  const { conformance } = properties;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${dublinCore(properties)}
${programAndDates(properties)}
${description("pdfaid", "http://www.aiim.org/pdfa/ns/id/", [
  element("pdfaid:part", conformance.archive.charAt(0)),
  element("pdfaid:conformance", conformance.archive.charAt(1)),
])}
${conformance.accessible ? accessibility : ""}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

function dublinCore({ title, author, language }: Properties): string {
  const elements = [
    element("dc:format", "application/pdf"),
    container("dc:language", "Bag", language),
    ...(title === "" ? [] : [container("dc:title", "Alt", title, ' xml:lang="x-default"')]),
    ...(author === "" ? [] : [container("dc:creator", "Seq", author)]),
  ];
  return description("dc", "http://purl.org/dc/elements/1.1/", elements);
}

function programAndDates({ date }: Properties): string {
  const moment = date.toISOString().replace(/\.\d+Z$/, "Z");
  const dates = ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"].map((tag) => element(tag, moment));
  return [
    description("xmp", "http://ns.adobe.com/xap/1.0/", [element("xmp:CreatorTool", program), ...dates]),
    description("pdf", "http://ns.adobe.com/pdf/1.3/", [element("pdf:Producer", program)]),
  ].join("\n");
}

/** PDF/A wants every schema described that it does not know itself (6.6.2.3), and it does not know PDF/UA's. */
const accessibility = [
  description("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", [element("pdfuaid:part", "1")]),
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`,
].join("\n");

function description(prefix: string, namespace: string, elements: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${elements.join("")}</rdf:Description>`;
}

function container(tag: string, kind: "Alt" | "Bag" | "Seq", text: string, attributes = ""): string {
  return `<${tag}><rdf:${kind}><rdf:li${attributes}>${escaped(text)}</rdf:li></rdf:${kind}></${tag}>`;
}

function element(tag: string, text: string): string {
  return `<${tag}>${escaped(text)}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
