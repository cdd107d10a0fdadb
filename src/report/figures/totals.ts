import { type Cell, inputsBehind } from "../../edition/cells.ts";
import type { Lookup } from "./values.ts";

/** A computed total: blank while nothing is filled in; complete when every addend is a number. */
export type Total = { readonly value: number | null; readonly complete: boolean };

/** Adds up the inputs of a total cell. Blank and ill-typed addends are left out and make it incomplete. */
export function totalOf(cell: Cell, lookup: Lookup): Total {
  const values = inputsBehind(cell).map(lookup);
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === 0) return { value: null, complete: false };
  return { value: sum(numbers), complete: numbers.length === values.length };
}

/** A sum of figures with at most six decimals, free of binary rounding (0.1 + 0.2). */
export function sum(numbers: readonly number[]): number {
  return roundToMicro(numbers.reduce((total, number) => total + number, 0));
}

function roundToMicro(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6;
}
