import type { Cell } from "../../edition/cells.ts";
import type { ValueKind } from "../../edition/schema.ts";
import type { CellValue, Draft, Tables } from "../file/draft.ts";

/** Gives the value of a cell by its id: a number, blank, or text that is no number. */
export type Lookup = (id: string) => CellValue;

/** The values of a draft's tables. A cell that the file lacks is blank. */
export function lookupIn(tables: Tables | undefined): Lookup {
  return (id) => {
    const [table, row, column] = partsOf(id);
    const line = ownValue(ownValue(tables, table), row);
    return ownValue(line, column) ?? null;
  };
}

/** Ids are looked up hundreds of times a keystroke; there are only as many as cells. */
const knownParts = new Map<string, readonly string[]>();

function partsOf(id: string): readonly string[] {
  const known = knownParts.get(id);
  if (known) return known;
  const parts = id.split(".");
  knownParts.set(id, parts);
  return parts;
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
  const table = ownValue(draft.tables, cell.table) ?? {};
  const row = ownValue(table, cell.row) ?? {};
  const changedRow = { ...row, [cell.column]: value };
  return { ...draft, tables: { ...draft.tables, [cell.table]: { ...table, [cell.row]: changedRow } } };
}

/**
 * Reads what was typed into a cell: full-width digits, thousands separators and invisible characters from a
 * web page are notation, not error. Anything that is no number, or too large to be kept exactly, stays text
 * as typed; so does `3 5`, which may be two numbers, and `①`, which is a mark.
 */
export function parseTyped(typed: string): CellValue {
  const plain = isNumeral(typed) ? typed : withoutNotation(typed);
  if (plain === "") return null;
  if (!isNumeral(plain)) return typed;
  const value = Number(plain);
  return isExact(plain, value) ? value + 0 : typed;
}

/** The text in plain digits: widths, invisible characters, separators and other signs of minus folded. */
function withoutNotation(typed: string): string {
  const plain = typed
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(/^[−﹣–]/, "-")
    .replace(/^([+-])\s+/, "$1");
  return withoutSeparators(plain);
}

function isNumeral(plain: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain);
}

/** `1,295`, `1，295` and `1 295`, grouped by three from the right. (The full-width comma is folded already.) */
function withoutSeparators(text: string): string {
  return /^[+-]?\d{1,3}([,\s]\d{3})+(\.\d*)?$/.test(text) ? text.replace(/[,\s]/g, "") : text;
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
  return kind === "signed" && value > 0 ? `+${inDigits(value)}` : inDigits(value);
}

/** The number written out, where JavaScript would write 1e-7 or 1e+21. */
function inDigits(value: number): string {
  const text = String(value);
  return text.includes("e")
    ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

/** What is wrong with a value for its kind of cell; undefined when it is right or blank. */
export function valueFault(
  value: CellValue,
  kind: ValueKind,
): "notNumber" | "tooLarge" | "negative" | "fraction" | undefined {
  if (value === null) return undefined;
  // A numeral that stayed text has more digits than can be kept exactly.
  if (typeof value === "string") return isNumeral(withoutNotation(value)) ? "tooLarge" : "notNumber";
  if (kind !== "amount" && !Number.isInteger(value)) return "fraction";
  if (kind !== "signed" && value < 0) return "negative";
  return undefined;
}
