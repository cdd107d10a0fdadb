import type { Feature } from "write-excel-file/universal";

/** The order of a font's elements in the schema of Excel 2007 and later (MS-OI29500, CT_Font). */
const order = ["b", "i", "strike", "u", "sz", "color", "name", "family", "charset", "scheme"];

/** The library writes a font's elements in an order of its own, which strict readers call broken. */
export const fontOrder: Feature<Blob> = {
  files: {
    transform: {
      "xl/styles.xml": {
        transform: (xml) =>
          xml.replace(/(<font>)(.*?)(<\/font>)/g, (_, open, inner, close) => {
            const elements: string[] = inner.match(/<\w+[^>]*\/>/g) ?? [];
            return `${open}${elements.sort((a, b) => rankOf(a) - rankOf(b)).join("")}${close}`;
          }),
      },
    },
  },
};

function rankOf(element: string): number {
  return order.indexOf(/^<(\w+)/.exec(element)?.[1] ?? "");
}
