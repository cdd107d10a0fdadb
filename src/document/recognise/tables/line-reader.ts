import type { Edition } from "../../../edition/read.ts";
import {
  blockOf,
  firstLine,
  type Head,
  isNumbering,
  isYearHead,
  type ReadLine,
  type ReadLines,
  type TokenRun,
} from "./lines.ts";
import { rowOrder } from "./order.ts";
import type { Token } from "./tokens.ts";

/** Reads the tokens of a file's tables line by line. */
export function readLines(runs: readonly TokenRun[], edition: Edition): ReadLines {
  const reader = new LineReader(edition);
  for (const { table, tokens } of runs) for (const token of tokens) reader.take(token, table);
  return reader.close();
}

type Label = Head;

/** Goes through the tokens with the state that a reader keeps: which table, which heads, which label. */
class LineReader {
  readonly #edition: Edition;
  #table: string | undefined;
  #heads: Head[] = [];
  #headsOpen = false;
  /** Years stand below the heads, so that a column has figures of several. */
  #years = false;
  #labels: Label[] = [];
  #unknown: Token | undefined;
  #between: string[] = [];
  #figures: Token[] = [];
  #rowsSeen = false;
  /** The row of the file that began with a figure, and how many stand there before any label. */
  #ledRow: number | undefined;
  #ledFigures = 0;
  /** How many figures came before any label. */
  #ahead = 0;
  /** How many figures stand before the last label in its row, so that it is not sure which of them are its own. */
  #led = 0;
  /** The last label stands right behind another in its row: the figures may be those of either. */
  #crowded = false;
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
    this.#years = false;
    this.#headsOpen = false;
    this.#rowsSeen = false;
    this.#ahead = 0;
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
      this.#ahead = 0;
      if (this.#isDown()) this.#dropLabels();
      if (name.axis === "frame" || !this.#headsOpen) [this.#heads, this.#years] = [[], false];
      this.#headsOpen = true;
      if (name.axis === "column") this.#heads.push({ ids: name.ids, leaf: name.leaf, token });
      return;
    }
    const led = token.row === this.#ledRow ? this.#ledFigures : 0;
    this.#led ||= led;
    this.#flush();
    this.#led = led;
    this.#crowded = this.#labels.some(
      (label) => label.leaf && label.token.row === token.row && label.ids[0] !== name.ids[0],
    );
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
    if (token.first && token.text !== "") [this.#ledRow, this.#ledFigures] = [token.row, 0];
    if (token.row === this.#ledRow && !labelled) this.#ledFigures += 1;
    this.#figures.push(token);
  }

  #takeWords(token: Token): void {
    if (this.#standsForFigure(token)) {
      this.#figures.push(token);
      return;
    }
    this.#years ||= this.#headsOpen && !token.first && isYearHead(token.text);
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
    const beside = labels.at(-1)?.token.beside;
    if (blank && beside !== undefined) {
      this.#between.push(beside);
      this.#dropLabels();
      return;
    }
    const { ids, contradicted } = this.#inOrder(labels);
    this.#lines.push({
      table: this.#table,
      rows: this.#isDown() ? [...new Set(leaves)] : ids,
      crossed: contradicted,
      label: labels.map((label) => label.token.text.replace(/\s+/g, "")).join(" "),
      figures,
      heads: [...this.#heads],
      led: Math.max(this.#led, this.#ahead),
      doubtful:
        cut ||
        (this.#isDown() &&
          (this.#crowded || this.#years || this.#between.some((text) => /\p{L}{2}/u.test(text)))),
      origins: [...labels.map(({ token }) => token), ...figures].map(({ origin }) => origin),
    });
    this.#headsOpen = false;
    this.#labels = [];
    this.#strayFigures(more, []);
  }

  /** Rows that stand side by side, in the order of their labels. */
  #inOrder(labels: readonly Label[]): ReturnType<typeof rowOrder> {
    const table = this.#edition.tables.find(({ id }) => id === this.#table);
    const [first] = labels.flatMap((label) => label.ids);
    const block = table && first !== undefined ? blockOf(table, first) : undefined;
    return block && !this.#isDown() ? rowOrder(labels, block) : { ids: [], contradicted: false };
  }

  /** Figures under a group, under an unknown label or under none; a row of column numbers is nothing. */
  #strayFigures(figures: readonly Token[], labels: readonly Label[]): void {
    const texts = figures.map((figure) => figure.text).filter((text) => text !== "");
    if (texts.length === 0 || (labels.length === 0 && isNumbering(figures))) return;
    // Without rows of the file, figures under no label may be those of the label behind them, and so all that follow.
    if (labels.length === 0 && !this.#unknown && !figures[0]?.rows && this.#isDown())
      this.#ahead += texts.length;
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
