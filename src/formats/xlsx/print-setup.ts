import type { Feature } from "write-excel-file/universal";
import { sanitizeTextContent } from "write-excel-file/utility";
import type { Style } from "../style.ts";
import type { Sheet } from "./sheet.ts";

/** A3, A4 and A5 by their numbers (ECMA-376, 18.3.1.63), by the shorter side in millimetres. */
const papers = [
  { short: 297, long: 420, number: 8 },
  { short: 210, long: 297, number: 9 },
  { short: 148, long: 210, number: 11 },
];
const bottomAndTopMm = 20;
const mmPerInch = 25.4;

/**
 * Printing, which the library leaves to features: the paper of the style, the width of the table on one page, the whole
 * table where it must stay whole, and the heads again on each page.
 */
export function printSetup(sheets: readonly Sheet[], names: readonly string[], style: Style): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => withPageSetup(xml, sheets[sheetIndex], style),
        },
        "xl/workbook.xml": { transform: (xml) => withPrintTitles(xml, sheets, names) },
      },
    },
  };
}

/** Elements of a sheet come in a fixed order, or Excel calls the file broken: sheetPr first, margins and setup after the merged cells. */
function withPageSetup(xml: string, sheet: Sheet | undefined, { page }: Style): string {
  if (!sheet) return xml;
  const { left, right } = page.marginMm;
  const inches = (mm: number): string => (mm / mmPerInch).toFixed(3);
  const side = inches(Math.min(left, right));
  const end = inches(bottomAndTopMm);
  const setup =
    `<printOptions horizontalCentered="1"/><pageMargins left="${side}" right="${side}" top="${end}" bottom="${end}" header="0.3" footer="0.3"/>` +
    `<pageSetup ${paperOf(page)} fitToWidth="1" fitToHeight="${sheet.onOnePage ? 1 : 0}"/>`;
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/(?=<drawing |<\/worksheet>)/, setup);
}

/** A paper without a number is stated in millimetres, which Excel 2010 and later read. */
function paperOf({ widthMm, heightMm }: Style["page"]): string {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)];
  const known = papers.find((paper) => paper.short === short && paper.long === long);
  const size = known ? `paperSize="${known.number}"` : `paperHeight="${long}mm" paperWidth="${short}mm"`;
  return `${size} orientation="${widthMm > heightMm ? "landscape" : "portrait"}"`;
}

function withPrintTitles(xml: string, sheets: readonly Sheet[], names: readonly string[]): string {
  const titles = sheets.flatMap(({ headRows: { from, to } }, index) => {
    if (to === from) return [];
    const sheet = (names[index] ?? "").replaceAll("'", "''");
    const range = sanitizeTextContent(`'${sheet}'!$${from + 1}:$${to}`);
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`];
  });
  if (titles.length === 0) return xml;
  // The library writes an empty element of this name; two would make Excel repair the file.
  return xml.replace("<definedNames/>", () => `<definedNames>${titles.join("")}</definedNames>`);
}
