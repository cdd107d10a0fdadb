import { z } from "zod";
import { type Cell, isInput } from "../../src/edition/cells.ts";
import type { Edition } from "../../src/edition/read.ts";
import { instancesOf, type Term } from "../../src/edition/rules.ts";
import type { Draft } from "../../src/report/file/draft.ts";

type Tables = Draft["tables"];

/**
 * The common alternative to rules of our own: one zod schema for the tables of an edition, each cell typed,
 * the same rules in one `superRefine`. It judges everything at every call.
 */
export function zodSchemaFor(edition: Edition, { organisation, prior }: Draft) {
  const inputs = [...edition.cells.values()].filter(isInput);
  const instances = edition.rules
    .filter(({ when }) => when?.level?.includes(organisation.level) ?? true)
    .filter(({ when }) => when?.kind?.includes(organisation.kind) ?? true)
    .flatMap((rule) => instancesOf(rule, edition).map((instance) => ({ rule, ...instance })));
  return shapeOf(inputs).superRefine((value, context) => {
    const tables = value as Tables;
    const side = (terms: readonly Term[]): number | undefined => {
      let sum = 0;
      for (const term of terms) {
        const from = term.cell !== undefined && term.period === "prior" ? prior?.tables : tables;
        const figure = term.cell === undefined ? term.constant : figureIn(edition.cells.get(term.cell), from);
        if (figure === undefined) return undefined;
        sum += term.weight * figure;
      }
      return sum;
    };
    for (const { rule, line, left, right } of instances) {
      const [a, b] = [side(left), side(right)];
      if (a === undefined || b === undefined) continue;
      const holds = rule.relation === "=" ? a === b : rule.relation === "<=" ? a <= b : a >= b;
      if (!holds) context.addIssue({ code: "custom", message: `${rule.id} ${line}: ${a} ${b}` });
    }
  });
}

function shapeOf(inputs: readonly Cell[]) {
  const shape: Record<string, Record<string, Record<string, z.ZodType>>> = {};
  for (const { table, row, column, kind } of inputs) {
    const rows = shape[table] ?? {};
    const figure = kind === "count" ? z.int().min(0) : kind === "signed" ? z.int() : z.number().min(0);
    rows[row] = { ...rows[row], [column]: figure.nullable() };
    shape[table] = rows;
  }
  const tables = Object.entries(shape).map(([table, rows]) => {
    const columns = Object.entries(rows).map(([row, cells]) => [row, z.object(cells)] as const);
    return [table, z.object(Object.fromEntries(columns))] as const;
  });
  return z.object(Object.fromEntries(tables));
}

function figureIn(cell: Cell | undefined, tables: Tables | undefined): number | undefined {
  if (!cell) return undefined;
  let sum = 0;
  for (const id of cell.addends ?? [cell.id]) {
    const [table = "", row = "", column = ""] = id.split(".");
    const value = tables?.[table]?.[row]?.[column];
    if (typeof value !== "number") return undefined;
    sum += value;
  }
  return sum;
}
