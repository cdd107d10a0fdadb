import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text of a PDF and the font that draws it, without the mark of the part that is embedded. */
export type DrawnText = { readonly page: number; readonly text: string; readonly font: string };

/** Which font draws which text, as pdf.js finds it in the file. Blank pieces are left out. */
export async function drawnTexts(bytes: Uint8Array): Promise<DrawnText[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const drawn: DrawnText[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    // Fonts are known by name only after the page's operators were read.
    await page.getOperatorList();
    const { items } = await page.getTextContent({ disableNormalization: true });
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const { name } = page.commonObjs.get(item.fontName) as { name: string };
      drawn.push({ page: number, text: item.str, font: name.replace(/^[A-Z]{6}\+/, "") });
    }
  }
  await task.destroy();
  return drawn;
}
