import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text on a page: lengths in points, `x` and `y` of its baseline's left end from the upper left corner. */
export type PdfText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

export type PdfPage = { readonly width: number; readonly height: number; readonly items: readonly PdfText[] };

/** An entry of the bookmarks, with the page it leads to, counted from 1. */
export type PdfBookmark = {
  readonly title: string;
  readonly page: number;
  readonly children: readonly PdfBookmark[];
};

export type ReadPdf = {
  readonly pages: readonly PdfPage[];
  /** All text in the order in which it was drawn; pieces are separated by a line break. */
  readonly text: string;
  readonly bookmarks: readonly PdfBookmark[];
  readonly properties: { readonly title: string; readonly author: string; readonly language: string };
};

/** Reads a PDF with pdf.js. Blank pieces of text are left out. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => readPage(document, number)));
  const bookmarks = await readBookmarks(document, (await document.getOutline()) ?? []);
  const info: Readonly<Record<string, unknown>> = { ...(await document.getMetadata()).info };
  await task.destroy();
  return {
    pages,
    text: pages.flatMap((page) => page.items.map((item) => item.text)).join("\n"),
    bookmarks,
    properties: {
      title: String(info.Title ?? ""),
      author: String(info.Author ?? ""),
      language: String(info.Language ?? ""),
    },
  };
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items.flatMap((item): PdfText[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , size, x, baseline] = item.transform as number[];
    return [{ text: item.str, x: x ?? 0, y: height - (baseline ?? 0), width: item.width, size: size ?? 0 }];
  });
  return { width, height, items };
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>[number];

async function readBookmarks(
  document: PDFDocumentProxy,
  nodes: readonly OutlineNode[],
): Promise<PdfBookmark[]> {
  return Promise.all(
    nodes.map(async (node) => {
      const place = typeof node.dest === "string" ? await document.getDestination(node.dest) : node.dest;
      const [target] = (place ?? []) as Parameters<PDFDocumentProxy["getPageIndex"]>;
      const page = target ? (await document.getPageIndex(target)) + 1 : 0;
      return {
        title: node.title,
        page,
        children: await readBookmarks(document, node.items as OutlineNode[]),
      };
    }),
  );
}
