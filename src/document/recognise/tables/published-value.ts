import words from "../../../../templates/recognition.json" with { type: "json" };
import wording from "../../../../templates/wording.json" with { type: "json" };
import { simplifiedOf } from "../../../edition/labels/fold.ts";
import type { ValueKind } from "../../../edition/schema.ts";
import { readTyped } from "../../../report/figures/notation.ts";
import { sum } from "../../../report/figures/totals.ts";
import { parseTyped } from "../../../report/figures/values.ts";
import type { CellValue } from "../../../report/file/draft.ts";

/**
 * What is to be said of how a value was read: `nothing` is a mark such as `/`, `worded` a number with words
 * (减22, 481个), `split` digits that stand apart (1 2), `remark` a number with a remark behind it, `unit` an amount
 * that was converted, `noUnit` an amount whose unit stands nowhere, `unlikely` a number that no cell of the kind
 * holds (a count below 0), `unreadable` a text that is no number.
 */
export type ValueRemark =
  | "nothing"
  | "worded"
  | "split"
  | "remark"
  | "unit"
  | "noUnit"
  | "unlikely"
  | "unreadable";

/** A value of a published table; without a remark it was read beyond doubt. Text that is no number is kept. */
export type PublishedValue = { readonly value: CellValue; readonly remark?: ValueRemark };

/** Digits stand apart in no more pieces than this; more are several figures. */
const mostPieces = 3;

/** The unit of an amount as the head of its column states it, in 元; undefined where it states none. */
export type StatedUnit = 1 | 10_000 | undefined;

/** Digits above and below the line. */
const raised = "⁰¹²³⁴-⁹₀-₉";
const yuan: readonly string[] = words.yuan;
const tenThousand = wording.notation.tenThousandYuan;
const nothing = new Set(words.nothing);
/** The mark of a note behind a number: 12① 12[1] 12* 12¹ 12（注1）, the last two as readers give raised digits. */
const noteMark = new RegExp(
  `^(.*\\d)\\s*(?:[${raised}①-⑳]{1,3}|[[［【〔]\\d{1,2}[\\]］】〕]|[*＊※]{1,3}|${words.noteWord}\\d{0,2})$`,
  "su",
);
const remark = /^([^（(]*\d[^（(]*)[（(].*[）)]$/s;

/** Reads a value as published tables write it. */
export function readPublished(text: string, kind: ValueKind, unit: StatedUnit): PublishedValue {
  const bare = text.replace(/\p{Cf}/gu, "").trim();
  if (bare === "") return { value: null };
  if (nothing.has(bare.normalize("NFKC"))) return { value: text.trim(), remark: "nothing" };
  // Lines of a cell are not thousands of one figure: they may be the figures of several rows.
  const plain = bare.includes("\n") ? null : parseTyped(bare);
  if (typeof plain === "number" && kind === "amount") return inTenThousands(plain, unit);
  if (typeof plain === "number")
    return isLikely(bare, plain, kind) ? { value: plain } : { value: plain, remark: "unlikely" };
  const joined = bare.split(/\s+/).length <= mostPieces ? parseTyped(bare.replace(/\s/g, "")) : null;
  if (typeof joined === "number") return { value: joined, remark: "split" };
  const worded = kind === "amount" ? amountIn(bare) : wordedCount(bare, kind);
  if (worded) return worded;
  const head = (remark.exec(bare) ?? noteMark.exec(bare))?.[1];
  if (head !== undefined) {
    const inside = readPublished(head, kind, unit);
    if (typeof inside.value === "number") return { value: inside.value, remark: "remark" };
  }
  // Narrow columns break words; the break is none of the text.
  return { value: text.trim().replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, ""), remark: "unreadable" };
}

/** A count has neither sign nor decimals; one that has may belong to another column. */
function isLikely(text: string, value: number, kind: ValueKind): boolean {
  return kind !== "count" || (value >= 0 && Number.isInteger(value) && !/^[-+－＋−]/.test(text));
}

/** Whether a text may stand in a cell for a figure: a number in any of its forms, or a mark for nothing. */
export function isFigure(text: string): boolean {
  const { value, remark: said } = readPublished(text, "signed", undefined);
  if (typeof value === "number" || said === "nothing") return true;
  return typeof readPublished(text, "amount", undefined).value === "number";
}

/** Digits, points and signs, which may be one figure or several, in half width; undefined for any other text. */
export function runIn(text: string): string | undefined {
  const plain = text.normalize("NFKC").trim();
  return /^[+-]?\d[\d.+-]*$/.test(plain) && !new RegExp(`[${raised}]`, "u").test(text) ? plain : undefined;
}

/** The unit a head states: 采购总金额（元）, 本年收费金额（单位：万元）. */
export function unitIn(head: string): StatedUnit {
  const plain = simplifiedOf(head.normalize("NFKC").replace(/\s/g, ""));
  if (plain.includes(tenThousand)) return 10_000;
  return yuan.some((word) => plain.includes(word)) ? 1 : undefined;
}

function inTenThousands(plain: number, unit: StatedUnit): PublishedValue {
  if (unit === 1) return { value: sum([plain / 10_000]), remark: "unit" };
  return unit === undefined && plain !== 0 ? { value: plain, remark: "noUnit" } : { value: plain };
}

/** A number with the unit in its cell, which goes before that of the head. */
function amountIn(stated: string): PublishedValue | undefined {
  const text = simplifiedOf(stated);
  const unit = [tenThousand, ...yuan].find((word) => text.endsWith(word));
  if (unit === undefined) return undefined;
  const number = parseTyped(text.slice(0, -unit.length));
  if (typeof number !== "number") return undefined;
  return unit === tenThousand
    ? { value: number, remark: "worded" }
    : { value: sum([number / 10_000]), remark: "unit" };
}

function wordedCount(text: string, kind: ValueKind): PublishedValue | undefined {
  const value = readTyped(text, kind);
  return typeof value === "number" ? { value, remark: "worded" } : undefined;
}
