/** A place of a sheet, counted from 0. */
export type CellAddress = { readonly x: number; readonly y: number };

/** No sheet of Excel is wider or higher (XFD1048576). */
const mostColumns = 16_384;
const mostRows = 1_048_576;

/** `C12` is column 2, row 11; undefined for anything else. */
export function cellAddress(text: string): CellAddress | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/.exec(text.trim()) ?? [];
  const x = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const y = Number(digits) - 1;
  return x >= 0 && y >= 0 && x < mostColumns && y < mostRows ? { x, y } : undefined;
}
