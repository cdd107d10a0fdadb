import { type Distortion, one } from "./distortion.ts";
import { cell, hasFigures, headRows, isFigure, piece, unfolded, widthOf, withColumn } from "./rows.ts";

/** Tables whose rows and columns stand otherwise. */
export const distortedShapes: readonly Distortion[] = [
  { name: "merged cells said in every place", change: one(unfolded) },
  {
    name: "spans lost",
    change: one((rows) => rows.map((row) => row.map(({ text }) => cell(text)))),
  },
  {
    name: "each row a table of its own",
    change: (rows) => rows.map((row) => [row.map(({ text, colSpan }) => cell(text, colSpan))]),
  },
  {
    name: "cut in two by a page, the second without heads",
    change: (rows, random) => {
      const at = Math.min(rows.length - 1, headRows(rows) + 1 + Math.floor(random() * rows.length));
      return at < 1 || rows.length < 8 ? [rows] : [piece(rows, 0, at), piece(rows, at, rows.length)];
    },
  },
  {
    name: "heads and a page number again in the middle",
    change: one((rows) => {
      const heads = headRows(rows);
      if (rows.length < 12) return rows;
      const at = heads + 2;
      return [
        ...piece(rows, 0, at),
        [cell("- 5 -", widthOf(rows))],
        ...piece(rows, 0, heads),
        ...piece(rows, at, rows.length),
      ];
    }),
  },
  {
    name: "rows numbered in a first column",
    change: one((rows) => {
      let count = 0;
      return rows.map((row, y) => {
        if (hasFigures(row)) count += 1;
        return [cell(hasFigures(row) ? String(count) : y === 0 ? "序号" : ""), ...row];
      });
    }),
  },
  {
    name: "last year's figures in a further column",
    change: one((rows) =>
      withColumn(rows, "上年", (row) => (hasFigures(row) ? String(row.length * 3 + 1) : "")),
    ),
  },
  {
    name: "a share in a further column",
    change: one((rows) => withColumn(rows, "占比", (row) => (hasFigures(row) ? "12.5%" : ""))),
  },
  {
    name: "a column of remarks",
    change: one((rows) => withColumn(rows, "备注", (row) => (row.length % 2 === 0 ? "含上年3件" : ""))),
  },
  {
    name: "a blank column behind",
    change: one((rows) => rows.map((row) => [...row, cell("")])),
  },
  {
    name: "two columns changed in place",
    change: one((rows) => {
      const from = unfolded(rows)
        .slice(0, headRows(rows))
        .flatMap((row) => row.map(({ text }, x) => ({ text, x })));
      const [a, b] = ["科研机构", "法律服务机构"].map((name) => from.find(({ text }) => text === name)?.x);
      if (a === undefined || b === undefined) return rows;
      return unfolded(rows).map((row) =>
        row.map((own, x) => (x === a ? row[b] : x === b ? row[a] : own) ?? own),
      );
    }),
  },
  {
    name: "a blank line of the group with its sum",
    change: one((rows) =>
      rows.flatMap((row, y) =>
        /^2\./.test(row[0]?.text ?? "") && y > 8
          ? [[cell("小计", 1), ...row.slice(1).map(({ text }) => cell(String(Number(text) + 1)))], row]
          : [row],
      ),
    ),
  },
  {
    name: "a row of which the next says a part",
    change: one((rows) =>
      rows.flatMap((row) =>
        row.length > 6 && hasFigures(row) && /新收/.test(row[0]?.text ?? "")
          ? [row, row.map((own, at) => (at === 0 ? { ...own, text: "其中：网上申请" } : own))]
          : [row],
      ),
    ),
  },
  {
    name: "figures on a row below their labels",
    change: one((rows) =>
      rows.flatMap((row) => {
        if (!hasFigures(row)) return [row];
        const names = row
          .filter(({ text }) => !isFigure(text))
          .map(({ text, colSpan }) => cell(text, colSpan));
        return names.length === 0 ? [row] : [names, row.filter(({ text }) => isFigure(text))];
      }),
    ),
  },
  {
    name: "rows of one figure side by side",
    change: one((rows) => {
      const short = rows.filter(
        (row) => row.filter(({ text }) => isFigure(text)).length === 1 && row.length < 3,
      );
      if (short.length < 2) return rows;
      return [...rows.filter((row) => !short.includes(row)), short.flat().map(({ text }) => cell(text))];
    }),
  },
  { name: "the table twice", change: (rows) => [rows, rows] },
  {
    name: "the table twice, once with other figures",
    change: (rows) => [
      rows,
      rows.map((row) => row.map((own) => (isFigure(own.text) ? { ...own, text: `${own.text}1` } : own))),
    ],
  },
  {
    name: "a row of the unit over the heads",
    change: one((rows) => [[cell("单位：件", widthOf(rows))], ...rows]),
  },
  {
    name: "columns without a figure left out",
    change: one((rows) => {
      const grid = unfolded(rows);
      const heads = headRows(rows);
      const empty = new Set(
        (grid[0] ?? []).flatMap((_, x) =>
          grid.slice(heads).every((row) => row[x]?.text === "0" || row[x]?.text === "") ? [x] : [],
        ),
      );
      return grid.map((row) => row.filter((_, x) => !empty.has(x)));
    }),
    stands: (value) => (value === 0 ? null : value),
  },
  {
    name: "a figure in a merged cell over two columns",
    change: one((rows, random) =>
      rows.map((row) => {
        const at = row.findIndex(({ text }, x) => text === "0" && row[x + 1]?.text === "0");
        return at < 0 || random() < 0.5 ? row : [...row.slice(0, at), cell("0", 2), ...row.slice(at + 2)];
      }),
    ),
    stands: (value) => (value === 0 ? null : value),
  },
  {
    name: "a figure in a merged cell over two rows",
    change: one((rows) =>
      rows.map((row, y) => {
        const below = rows[y + 1]?.at(-2);
        const above = rows[y - 1]?.at(-2);
        if (y % 4 === 0 && hasFigures(row) && row.length > 6 && below && rows[y + 1]?.length === row.length)
          return row.map((own, x) => (x === row.length - 2 ? { ...own, rowSpan: 2 } : own));
        const was = rows[y - 1];
        if (
          (y - 1) % 4 === 0 &&
          was &&
          hasFigures(was) &&
          was.length > 6 &&
          above &&
          was.length === row.length
        )
          return row.filter((_, x) => x !== row.length - 2);
        return row;
      }),
    ),
    stands: (value) => (value === 0 ? null : value),
  },
];
