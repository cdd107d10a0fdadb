import { createRoot } from "react-dom/client";
import { type Resolver, type UseFormRegister, useForm } from "react-hook-form";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { type Cell, isInput } from "../../../src/edition/cells.ts";
import { totalOf } from "../../../src/report/figures/totals.ts";
import { lookupIn, parseTyped } from "../../../src/report/figures/values.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import draftJson from "../../../templates/samples/qinghe-2025.nianbao.json" with { type: "json" };
import { zodSchemaFor } from "../zod-peer.ts";

/**
 * The common alternative to rules outside the form: react-hook-form with one resolver over the whole form,
 * the root watched for totals and findings. The same cells, the same rules.
 */
type Texts = { cells: Record<string, Record<string, Record<string, string>>> };

const draft = draftJson as unknown as Draft;
const edition = builtinEditions.get(draft.edition);
if (!edition) throw new Error("no edition");
const cells = [...edition.cells.values()];
const schema = zodSchemaFor(edition, draft);

function tablesFrom(texts: Texts): Draft["tables"] {
  const tables: Draft["tables"] = {};
  for (const cell of cells) {
    if (!isInput(cell)) continue;
    const table = tables[cell.table] ?? {};
    const typed = texts.cells[cell.table]?.[cell.row]?.[cell.column] ?? "";
    table[cell.row] = { ...table[cell.row], [cell.column]: parseTyped(typed) };
    tables[cell.table] = table;
  }
  return tables;
}

const resolver: Resolver<Texts> = async (values) => {
  const result = schema.safeParse(tablesFrom(values));
  if (result.success) return { values, errors: {} };
  const messages = result.error.issues.map((issue) => issue.message).join("\n");
  return { values: {}, errors: { root: { type: "rules", message: messages } } };
};

const figures = lookupIn(draft.tables);

/** A plain element: a component for each field would cost the peer more than it needs. */
function fieldOf(cell: Cell, register: UseFormRegister<Texts>) {
  return (
    <input
      key={cell.id}
      id={`cell-${cell.id.replaceAll(".", "-")}`}
      defaultValue={String(figures(cell.id) ?? "")}
      {...register(`cells.${cell.id}` as "cells.table.row.column")}
    />
  );
}

function WholeForm() {
  const { register, watch, formState } = useForm<Texts>({
    mode: "onChange",
    resolver,
    defaultValues: { cells: textsOf() },
  });
  const now = lookupIn(tablesFrom(watch()));
  return (
    <form>
      <pre>{formState.errors.root?.message}</pre>
      {cells.map((cell) =>
        isInput(cell) ? fieldOf(cell, register) : <output key={cell.id}>{totalOf(cell, now).value}</output>,
      )}
    </form>
  );
}

/** The same inputs, without totals, rules or findings. */
function Unchecked() {
  const { register } = useForm<Texts>({ defaultValues: { cells: textsOf() } });
  return <form>{cells.map((cell) => (isInput(cell) ? fieldOf(cell, register) : null))}</form>;
}

function textsOf(): Texts["cells"] {
  const texts: Texts["cells"] = {};
  for (const [table, rows] of Object.entries(draft.tables)) {
    texts[table] = {};
    for (const [row, columns] of Object.entries(rows)) {
      const own = Object.entries(columns).map(([column, value]) => [column, String(value ?? "")]);
      texts[table][row] = Object.fromEntries(own);
    }
  }
  return texts;
}

const root = document.getElementById("root");
if (location.hash === "#text") await import("./text.ts");
else if (root) createRoot(root).render(location.hash === "#unchecked" ? <Unchecked /> : <WholeForm />);
