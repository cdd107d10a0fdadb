import type { Cell } from "../edition/cells.ts";
import type { ValueKind } from "../edition/schema.ts";
import type { CellValue, Draft, Tables } from "./draft.ts";

/** Gives the value of a cell by its id: a number, blank, or text that is no number. */
export type Lookup = (id: string) => CellValue;

/** The values of a draft's tables. A cell that the file lacks is blank. */
export function lookupIn(tables: Tables | undefined): Lookup {
  return (id) => {
    const [table, row, column] = id.split(".");
    const line = ownValue(ownValue(tables, table), row);
    return ownValue(line, column) ?? null;
  };
}

/** Own keys only: a row called `constructor` in a file must not reach the prototype. */
function ownValue<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string | undefined,
): Value | undefined {
  return record !== undefined && key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The draft with one cell changed; everything else is shared with the old one. */
export function withCell(
  draft: Draft,
  cell: Pick<Cell, "table" | "row" | "column">,
  value: CellValue,
): Draft {
  const table = draft.tables[cell.table] ?? {};
  const row = table[cell.row] ?? {};
  const changedRow = { ...row, [cell.column]: value };
  return { ...draft, tables: { ...draft.tables, [cell.table]: { ...table, [cell.row]: changedRow } } };
}

/**
 * Reads what was typed into a cell: full-width digits and thousands separators are notation, not error.
 * Anything that is no number, or too large to be kept exactly, stays text as typed.
 */
export function parseTyped(typed: string): CellValue {
  const plain = typed
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^[−﹣–]/, "-");
  if (plain === "") return null;
  const number = withoutSeparators(plain);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(number)) return typed;
  const value = Number(number);
  return isExact(number, value) ? value + 0 : typed;
}

/** `1,295` and `1，295`, grouped by three from the right. (NFKC has folded the full-width comma.) */
function withoutSeparators(text: string): string {
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
}

function isExact(text: string, value: number): boolean {
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  return Number.isFinite(value) && digits.length <= 15;
}

/** The value as it stands in an input; a signed figure shows its plus sign only where the document does. */
export function typedForm(value: CellValue): string {
  return value === null ? "" : String(value);
}

/** The figure as it is printed: no thousands separators (GB/T 15835), blank as an empty cell. */
export function printedForm(value: CellValue, kind: ValueKind): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  return kind === "signed" && value > 0 ? `+${value}` : String(value);
}

/** What is wrong with a value for its kind of cell; undefined when it is right or blank. */
export function valueFault(
  value: CellValue,
  kind: ValueKind,
): "notNumber" | "negative" | "fraction" | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") return "notNumber";
  if (kind !== "amount" && !Number.isInteger(value)) return "fraction";
  if (kind !== "signed" && value < 0) return "negative";
  return undefined;
}
