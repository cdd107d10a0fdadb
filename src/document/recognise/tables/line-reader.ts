import type { Edition } from "../../../edition/read.ts";
import { blockOf, type Head, type ReadLine, type ReadLines, type TokenRun } from "./lines.ts";
import { rowOrder } from "./order.ts";
import type { Token } from "./tokens.ts";

/** Reads the tokens of a file's tables line by line. */
export function readLines(runs: readonly TokenRun[], edition: Edition): ReadLines {
  const reader = new LineReader(edition);
  for (const { table, tokens } of runs) for (const token of tokens) reader.take(token, table);
  return reader.close();
}

type Label = Head;

/**
 * The figures of one line. In a table a row of the file ends it when the next is as long (the same for another
 * year); a row of column numbers before it is none.
 */
function firstLine(figures: readonly Token[]): [readonly Token[], readonly Token[]] {
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
function isNumbering(figures: readonly Token[]): boolean {
  const texts = figures.map((figure) => figure.text).filter((text) => text !== "");
  return texts.length > 2 && texts.every((text, index) => text === String(index + 1));
}

/** Goes through the tokens with the state that a reader keeps: which table, which heads, which label. */
class LineReader {
  readonly #edition: Edition;
  #table: string | undefined;
  #heads: Head[] = [];
  #headsOpen = false;
  #labels: Label[] = [];
  #unknown: Token | undefined;
  #between: string[] = [];
  #figures: Token[] = [];
  #rowsSeen = false;
  /** The row of the file that began with a figure. */
  #ledRow: number | undefined;
  /** Figures came before any label. */
  #ahead = false;
  /** The last label stands behind figures in its row, so that it is not sure which of them are its own. */
  #led = false;
  #section: string | undefined;
  readonly #lines: ReadLine[] = [];
  readonly #bare: ReadLines["bare"][number][] = [];
  readonly #stray: ReadLines["stray"][number][] = [];

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  take(token: Token, section: string | undefined): void {
    if (section !== this.#section) {
      this.#flush();
      this.#section = section;
      if (section !== undefined) this.#enter(section);
    }
    if (token.type === "label") this.#takeLabel(token);
    else if (token.type === "words") this.#takeWords(token);
    else this.#takeFigure(token);
  }

  close(): ReadLines {
    this.#flush();
    this.#dropLabels();
    return { lines: this.#lines, bare: this.#bare, stray: this.#stray };
  }

  #enter(table: string): void {
    if (table === this.#table) return;
    this.#dropLabels();
    this.#table = table;
    this.#heads = [];
    this.#headsOpen = false;
    this.#rowsSeen = false;
    this.#ahead = false;
    this.#unknown = undefined;
  }

  #takeLabel(token: Token & { type: "label" }): void {
    const tables = new Set(token.names.map((name) => name.table));
    if (this.#table === undefined || !tables.has(this.#table)) {
      if (tables.size > 1 && this.#table !== undefined) return;
      this.#flush();
      const [only] = tables;
      if (only !== undefined) this.#enter(only);
    }
    const names = token.names.filter((name) => name.table === this.#table);
    const name = names.length > 1 ? this.#meant(token, names) : names[0];
    if (!name) return;
    if (name.axis !== "row") {
      this.#flush();
      this.#ahead = false;
      if (this.#isDown()) this.#dropLabels();
      if (name.axis === "frame" || !this.#headsOpen) this.#heads = [];
      this.#headsOpen = true;
      if (name.axis === "column") this.#heads.push({ ids: name.ids, leaf: name.leaf, token });
      return;
    }
    const led = this.#isDown() && token.row === this.#ledRow;
    this.#led ||= led;
    this.#flush();
    this.#led = led;
    if (name.leaf && this.#isDown()) this.#dropLabels();
    this.#headsOpen = this.#isDown() ? false : this.#headsOpen;
    this.#rowsSeen = true;
    this.#unknown = undefined;
    this.#between = [];
    this.#labels.push({ ids: name.ids, leaf: name.leaf, token });
  }

  /** 其他 and 总计 name a column while heads are read, and a row once rows have begun or where they are numbered. */
  #meant(token: Token, names: readonly { axis: string; ids: readonly string[]; leaf: boolean }[]) {
    const numbered = /^\s*(?:[（(][一二三四五六七八九十]+[）)]|[\d０-９]\s*[.．、])/u.test(token.text);
    const row = numbered || (this.#rowsSeen && !this.#headsOpen);
    return names.find((name) => name.axis === (row ? "row" : "column")) ?? names[0];
  }

  #isDown(): boolean {
    return this.#edition.tables.find((table) => table.id === this.#table)?.layout === "down";
  }

  #takeFigure(token: Token): void {
    // A blank in a row of its own, or before the label of its row, is covered by the span of a label.
    const labelled = this.#labels.at(-1)?.token.row === token.row;
    if (token.text === "" && token.rows && this.#isDown() && !labelled) return;
    if (token.first && token.text !== "") this.#ledRow = token.row;
    this.#figures.push(token);
  }

  #takeWords(token: Token): void {
    if (this.#standsForFigure(token)) {
      this.#figures.push(token);
      return;
    }
    const opensRow = token.cell ? token.first || !token.rows : this.#figures.length > 0 || token.first;
    if (this.#figures.some((figure) => figure.text !== "") || (opensRow && token.cell && this.#isDown())) {
      // A lone 件 on the next line is the end of a figure that was cut.
      const isEnd = !token.cell && !/\p{L}{2}/u.test(token.text);
      this.#flush(isEnd || this.#figures.some((figure) => figure.row === token.row));
      this.#dropLabels();
      this.#unknown = token;
    } else if (this.#labels.length > 0) this.#between.push(token.text);
  }

  /** Words in a cell of a row of figures are what stands for one; in a line of text, a piece with digits (约5) is. */
  #standsForFigure(token: Token): boolean {
    const before = this.#figures.at(-1) ?? this.#labels.at(-1)?.token;
    if (before?.row !== token.row || token.first) return false;
    if (token.cell) return token.rows && (this.#figures.length > 0 || this.#labels.length > 0);
    return /\p{N}/u.test(token.text) && !/\p{L}{2}/u.test(token.text);
  }

  /** What figures came since the last label are the line of the labels before them; `cut` where words follow in it. */
  #flush(cut = false): void {
    const [figures, more] = firstLine(this.#figures);
    this.#figures = [];
    const blank = !figures.some((figure) => figure.text !== "");
    if (blank && (!this.#isDown() || this.#labels.length === 0 || figures.length === 0)) return;
    const labels = this.#isDown() ? this.#labels.slice(-1) : this.#labels;
    const leaves = labels.filter((label) => label.leaf).flatMap((label) => label.ids);
    const [first] = figures;
    const unnamed = leaves.length === 0 && (this.#isDown() || labels.length > 0);
    if (this.#table === undefined || this.#unknown || unnamed || !first) {
      this.#strayFigures([...figures, ...more], labels);
      return;
    }
    this.#lines.push({
      table: this.#table,
      rows: this.#isDown() ? [...new Set(leaves)] : this.#inOrder(labels),
      label: labels.map((label) => label.token.text.replace(/\s+/g, "")).join(" "),
      figures,
      heads: [...this.#heads],
      led: this.#led || this.#ahead,
      doubtful: cut || (this.#isDown() && this.#between.some((text) => /\p{L}{2}/u.test(text))),
      origins: [...labels.map(({ token }) => token), ...figures].map(({ origin }) => origin),
    });
    this.#headsOpen = false;
    this.#labels = [];
    this.#strayFigures(more, []);
  }

  /** Rows that stand side by side, in the order of their labels. */
  #inOrder(labels: readonly Label[]): string[] {
    const table = this.#edition.tables.find(({ id }) => id === this.#table);
    const [first] = labels.flatMap((label) => label.ids);
    const block = table && first !== undefined ? blockOf(table, first) : undefined;
    return block ? rowOrder(labels, block) : [];
  }

  /** Figures under a group, under an unknown label or under none; a row of column numbers is nothing. */
  #strayFigures(figures: readonly Token[], labels: readonly Label[]): void {
    const texts = figures.map((figure) => figure.text).filter((text) => text !== "");
    if (texts.length === 0 || (labels.length === 0 && isNumbering(figures))) return;
    // Without rows of the file, figures under no label may be those of the label behind them, and so all that follow.
    if (labels.length === 0 && !this.#unknown && !figures[0]?.rows && this.#isDown()) this.#ahead = true;
    const label = this.#unknown?.text ?? labels.at(-1)?.token.text ?? "";
    const text = [label.replace(/\s+/g, ""), ...texts].filter((piece) => piece !== "").join(" ");
    const origins = figures.filter((figure) => figure.text !== "").map(({ origin }) => origin);
    this.#stray.push({ table: this.#table, text, origins });
    this.#labels = [];
  }

  /** Labels that end without a figure: their rows stand in the file, and their values are missing. */
  #dropLabels(): void {
    for (const { ids, leaf, token } of this.#labels) {
      const [row] = ids;
      if (leaf && row !== undefined && this.#table !== undefined)
        this.#bare.push({ table: this.#table, row, text: this.#between.join(" "), origins: [token.origin] });
    }
    this.#labels = [];
  }
}
