import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { isOf, listOf, type PdfObjects, wordsOf } from "../../../support/pdf-objects.ts";
import { type PdfValue, textOfString } from "../../../support/pdf-syntax.ts";

/** An element of the structure, with the text that pdf.js finds under its marks on all pages. */
export type TaggedElement = {
  readonly type: string;
  readonly text: string;
  readonly children: readonly TaggedElement[];
  readonly attributes: Readonly<Record<string, string | number | readonly string[]>>;
  readonly id: string;
  readonly alternative: string;
};

/** The tree of elements of a file. Its texts are put together by marks, page by page, as a screen reader does. */
export async function readTags(bytes: Uint8Array, pdf: PdfObjects): Promise<TaggedElement> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const texts = await markedTexts(await task.promise);
  await task.destroy();
  const numberOf = new Map(pdf.pages.map((page, index) => [pdf.at(page), index]));
  const textAt = (page: PdfValue, mark: PdfValue) => texts[numberOf.get(page) ?? -1]?.get(Number(mark)) ?? "";
  const visit = (value: PdfValue): TaggedElement => {
    const element = pdf.at(value);
    const kids = [pdf.get(element, "K")].flatMap((kid) => (Array.isArray(kid) ? kid : [kid])).map(pdf.at);
    const text = kids.map((kid) => {
      if (typeof kid === "number") return textAt(pdf.get(element, "Pg"), kid);
      if (wordsOf(pdf.get(kid, "Type")) !== "MCR") return "";
      return textAt(pdf.get(kid, "Pg"), pdf.get(kid, "MCID"));
    });
    return {
      type: wordsOf(pdf.get(element, "S")),
      text: text.join(""),
      children: kids.filter((kid) => pdf.get(kid, "S") !== null).map(visit),
      attributes: attributesOf(pdf, element),
      id: wordsOf(pdf.get(element, "ID")),
      alternative: wordsOf(pdf.get(element, "Alt")),
    };
  };
  return visit(listOf(pdf.get(pdf.catalog, "StructTreeRoot", "K"))[0] ?? null);
}

/** What pdf.js itself makes of the tags: the types of elements on each page, in order. */
export async function typesByPdfJs(bytes: Uint8Array): Promise<string[][]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const types: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const found: string[] = [];
    const visit = (node: object): void => {
      if ("role" in node) found.push(String(node.role));
      if ("children" in node && Array.isArray(node.children)) node.children.forEach(visit);
    };
    visit((await (await document.getPage(number)).getStructTree()) ?? {});
    types.push(found);
  }
  await task.destroy();
  return types;
}

/** All elements of a type, in reading order. */
export function elementsOf(element: TaggedElement, type: string): TaggedElement[] {
  const within = element.children.flatMap((child) => elementsOf(child, type));
  return element.type === type ? [element, ...within] : within;
}

/** The texts of all elements, in reading order. */
export function textsIn({ text, children }: TaggedElement): string[] {
  return [text, ...children.flatMap(textsIn)];
}

function attributesOf(pdf: PdfObjects, element: PdfValue): TaggedElement["attributes"] {
  const attributes = pdf.get(element, "A");
  if (!isOf(attributes, "dictionary")) return {};
  return Object.fromEntries(
    [...attributes.entries].map(([key, value]) => {
      if (Array.isArray(value)) return [key, value.map((inner: PdfValue) => wordsOf(inner))];
      if (typeof value === "number") return [key, value];
      return [key, isOf(value, "string") ? textOfString(value) : wordsOf(value)];
    }),
  );
}

/** For each page the text under each mark; that of artifacts under -1, that of no mark at all under -2. */
async function markedTexts(document: PDFDocumentProxy): Promise<Map<number, string>[]> {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      const texts = new Map<number, string>();
      const open: number[] = [];
      for (const item of content.items) {
        if ("str" in item) {
          const mark = open[open.length - 1] ?? -2;
          texts.set(mark, (texts.get(mark) ?? "") + item.str);
        } else if (item.type === "endMarkedContent") open.pop();
        else open.push(Number(/_mc(\d+)$/.exec(item.id ?? "")?.[1] ?? -1));
      }
      return texts;
    }),
  );
}
