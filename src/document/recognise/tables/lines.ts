import { columnLeavesOf, rowLeavesOf } from "../../../edition/cells.ts";
import type { BlockTemplate, TableTemplate } from "../../../edition/schema.ts";
import type { Origin } from "../../origin.ts";
import type { Token } from "./tokens.ts";

/** A head over columns, in the order in which it stands in the file. */
export type Head = { readonly ids: readonly string[]; readonly leaf: boolean; readonly token: Token };

/** A line of figures as it stands in the file: the rows it is labelled with, and its figures in their order. */
export type ReadLine = {
  readonly table: string;
  /** One row for a line with a label; several, or none named, for figures that stand side by side. */
  readonly rows: readonly string[];
  /** The rows' label as it stands. */
  readonly label: string;
  readonly figures: readonly Token[];
  readonly heads: readonly Head[];
  /** Words stood between the label and the figures, or right behind these: they may belong to something else. */
  readonly doubtful: boolean;
  /** Its label stands behind figures in its row, or figures came before any label: these may be its own. */
  readonly led: boolean;
  /** Where its labels and its figures stand. */
  readonly origins: readonly Origin[];
};

/** What the tokens of tables come to: lines with figures, rows without any, and figures without a row. */
export type ReadLines = {
  readonly lines: readonly ReadLine[];
  /** Rows whose label stands in the file without a figure behind it. */
  readonly bare: readonly {
    readonly table: string;
    readonly row: string;
    /** What stands behind the label instead of a figure. */
    readonly text: string;
    readonly origins: readonly Origin[];
  }[];
  readonly stray: readonly {
    readonly table: string | undefined;
    readonly text: string;
    readonly origins: readonly Origin[];
  }[];
};

/** The block of a table that declares a row. */
export function blockOf(table: TableTemplate, row: string): BlockTemplate | undefined {
  return table.blocks.find((block) => rowLeavesOf(block).some((leaf) => leaf.id === row));
}

/** The columns of a row, in declared order. */
export function columnsOf(table: TableTemplate, row: string): string[] {
  const block = blockOf(table, row);
  return block ? columnLeavesOf(block).map((leaf) => leaf.id) : [];
}

/** Tokens that follow each other, and the table of the section they stand in. */
export type TokenRun = { readonly table: string | undefined; readonly tokens: readonly Token[] };
