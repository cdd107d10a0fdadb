import { isOf, type PdfObjects } from "../../../support/pdf-objects.ts";
import { type PdfValue, readValues } from "../../../support/pdf-syntax.ts";

/** An operator of a page with what stands before it. */
export type PageOperator = { readonly operator: string; readonly operands: readonly PdfValue[] };

/** What a page is drawn with, in order. */
export function operatorsOf(pdf: PdfObjects, page: PdfValue): PageOperator[] {
  const dictionary = pdf.at(page);
  const contents = isOf(dictionary, "dictionary") ? dictionary.entries.get("Contents") : undefined;
  const reader = readValues(pdf.dataOf(contents));
  const found: PageOperator[] = [];
  let operands: PdfValue[] = [];
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (isOf(value, "keyword")) {
      found.push({ operator: value.word, operands });
      operands = [];
    } else operands.push(value);
  }
  return found;
}
