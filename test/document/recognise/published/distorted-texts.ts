import { type Distortion, figures, labels, one } from "./distortion.ts";
import { hasFigures, isFigure } from "./rows.ts";

/** Tables whose cells say what they mean in other words and signs. */
export const distortedTexts: readonly Distortion[] = [
  {
    name: "marks of notes behind figures",
    change: figures((figure, random) =>
      random() < 0.3 ? figure + (["①", "[1]", "*", "（注1）", "¹"][Math.floor(random() * 5)] ?? "") : figure,
    ),
  },
  {
    name: "a point or comma behind figures",
    change: figures((figure, random) =>
      random() < 0.3 && !figure.includes(".")
        ? figure + ([".", "、", "，", "。"][Math.floor(random() * 4)] ?? "")
        : figure,
    ),
  },
  { name: "figures in brackets", change: figures((figure) => `（${figure}）`) },
  {
    name: "thousands by an apostrophe or a thin space",
    change: figures((figure, random) =>
      figure.replace(/(?<=^\d{1,2})(?=\d{3}$)/, random() < 0.5 ? "'" : "\u2009"),
    ),
  },
  {
    name: "other signs for nothing",
    change: figures((figure, random) =>
      figure === "0"
        ? (["○", "O", "〇", "零", "00", "0.0", "……", "暂无"][Math.floor(random() * 8)] ?? "")
        : figure,
    ),
    stands: (value) => (value === 0 ? null : value),
  },
  {
    name: "figures in Chinese characters",
    change: figures((figure) =>
      /^\d$/.test(figure) ? ("零一二三四五六七八九"[Number(figure)] ?? figure) : figure,
    ),
  },
  { name: "labels with a line for each character", change: labels((text) => [...text].join("\n")) },
  {
    name: "labels behind their figures",
    change: one((rows) =>
      rows.map((row) => (hasFigures(row) && !isFigure(row[0]?.text ?? "") ? [...row].reverse() : row)),
    ),
  },
  {
    name: "other words for applicants",
    change: labels((text) =>
      text.replace("自然人", "个人").replace("商业企业", "企业").replace("社会公益组织", "公益组织"),
    ),
  },
  {
    name: "amounts with their unit beside",
    change: one((rows) =>
      rows.map((row) =>
        row.map((own) => (/^\d+\.\d+$/.test(own.text) ? { ...own, text: `${own.text}（万元）` } : own)),
      ),
    ),
  },
  {
    name: "a label lost",
    change: one((rows, random) =>
      rows.map((row) => {
        const at = row.findIndex(({ text }) => isFigure(text)) - 1;
        return at >= 0 && random() < 0.15
          ? row.map((own, x) => (x === at ? { ...own, text: "" } : own))
          : row;
      }),
    ),
  },
];
