import type { Feature } from "write-excel-file/universal";
import type { Sheet } from "./sheet.ts";

/**
 * Writes beside each formula what it gives. The library writes the formula alone, and then a telephone's
 * viewer, a mail preview or a reader in a script shows an empty total.
 */
export function formulaResults(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => withResults(xml, sheets[sheetIndex]?.results ?? new Map()),
        },
      },
    },
  };
}

function withResults(xml: string, results: ReadonlyMap<string, number | "">): string {
  return xml.replace(/<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*<\/f>)<\/c>/g, (whole, address, rest, formula) => {
    const result = results.get(address);
    if (result === undefined) return whole;
    const type = result === "" ? ' t="str"' : "";
    return `<c r="${address}"${rest}${type}>${formula}<v>${result}</v></c>`;
  });
}
