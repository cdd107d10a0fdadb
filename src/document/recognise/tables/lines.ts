import words from "../../../../templates/recognition.json" with { type: "json" };
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
  /** Its rows stand side by side, and their labels came in another order than this one. */
  readonly crossed: boolean;
  /** The rows' label as it stands. */
  readonly label: string;
  readonly figures: readonly Token[];
  readonly heads: readonly Head[];
  /** Words stood between the label and the figures, or right behind these: they may belong to something else. */
  readonly doubtful: boolean;
  /** How many figures stand before its label in its row, or came before any label: these may be its own. */
  readonly led: number;
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

/**
 * The figures of one line. In a table a row of the file ends it when the next is as long (the same for another
 * year); a row of column numbers before it is none.
 */
export function firstLine(figures: readonly Token[]): [readonly Token[], readonly Token[]] {
  const byRow = new Map<number, Token[]>();
  for (const figure of figures) {
    const row = byRow.get(figure.row) ?? [];
    row.push(figure);
    byRow.set(figure.row, row);
  }
  const rows = [...byRow.values()];
  const alike = rows.every((row) => row.length === rows[0]?.length);
  if (!figures[0]?.rows || rows.length < 2 || !alike || (rows[0]?.length ?? 0) < 2) return [figures, []];
  const real = isNumbering(rows[0] ?? []) ? rows.slice(1) : rows;
  return [real[0] ?? [], real.slice(1).flat()];
}

/** 1 2 3 4 5 under the heads counts the columns. */
export function isNumbering(figures: readonly Token[]): boolean {
  const texts = figures.map((figure) => figure.text).filter((text) => text !== "");
  return texts.length > 2 && texts.every((text, index) => text === String(index + 1));
}

const yearHead = new RegExp(`^(?:\\d{4}${words.year}.?|${words.yearHeads.join("|")})$`, "u");

/** 2024年 and 上年 below the heads part a column by years. */
export function isYearHead(text: string): boolean {
  return yearHead.test(text.normalize("NFKC").replace(/\s/g, ""));
}
